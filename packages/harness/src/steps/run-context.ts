import type { ViewItem } from '@scimulator/shared/behaviour'
import type { RecordedExchange } from '@scimulator/shared/http'
import { canonicalTranscript } from '@scimulator/shared/provisioning'
import { realTime } from '@scimulator/shared/runtime'
import type { ExpectationResult } from '../report/result.ts'
import type { SkipReason } from '../report/skip-reason.ts'
import { lookupIn } from '../scenario/interpolate.ts'
import type { Combination } from '../scenario/matrix.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { GivenDirectory, type ViewExpectation } from '../scenario/scenario-grammar.ts'
import type { TargetRun } from '../target/target-run.ts'
import { RECEIVER_URL } from '../world/program.ts'
import type { World } from '../world/world.ts'
import { isPlainObject } from '../written/plain-object.ts'

/** One run of one combination of one file. */
export interface RunContext {
  readonly scenario: Scenario
  readonly combination: Combination
  readonly world: World
  readonly seed: number
  /** Results kept under a name by `save`. */
  readonly saved: Map<string, unknown>
  /** Names whose step was skipped, with the reason: what uses them is skipped as well. */
  readonly unavailable: Map<string, SkipReason>
  /** What a product or an ability would have been needed for: nothing after it is asked. */
  need: SkipReason | undefined
  /** What a foreign target could not be made to be or do: an expectation that does not hold afterwards is not held against it. */
  doubt: SkipReason | undefined
  /** Why the whole of it is skipped: it is about another product, or needs what the target does not do. */
  readonly skipAll: SkipReason | undefined
  /** People and groups that are there before; made as soon as there is access. */
  unmade: GivenDirectory | undefined
  /** What directory expectations were read from, for those who ask whether a pass has looked. */
  readonly readings: Reading[]
  /** How many exchanges there were when each acting step began. */
  readonly stepStarts: number[]
  /** Ids of every resource that the receiver has shown, for the checks after each step. */
  readonly resourceIds: Set<string>
  /** When the last step must have ended, in time that really passes. */
  readonly endsAt: number
  /** What views showed before the last step that acts, where an expectation compares with it; by `viewKey`. */
  readonly before: Map<string, readonly ViewItem[]>
  /** What programs held when they were saved, by the name of the snapshot and of the program. */
  readonly snapshots: Map<string, ReadonlyMap<string, unknown>>
  /** Expectations that the running step has asked. */
  readonly asked: ExpectationResult[]
}

/** An expectation that was asked, with the items that it was held against. */
export interface Reading {
  readonly expectation: ViewExpectation
  readonly items: readonly ViewItem[]
}

/** @param given what the file says of the programs, with the values of this combination */
export function createRunContext(
  scenario: Scenario,
  combination: Combination,
  world: World,
  seed: number,
  given: Readonly<Record<string, unknown>>,
  skipAll?: SkipReason,
): RunContext {
  return {
    scenario,
    combination,
    world,
    seed,
    saved: new Map(),
    unavailable: new Map(),
    need: undefined,
    doubt: doubtBefore(world, given),
    skipAll,
    unmade: given.directory === undefined ? undefined : GivenDirectory.parse(given.directory),
    readings: [],
    stepStarts: [],
    resourceIds: new Set(),
    endsAt: realTime.now() + (scenario.timeoutMs ?? Number.POSITIVE_INFINITY),
    before: new Map(),
    snapshots: new Map(),
    asked: [],
  }
}

/** A view with what it is asked, as one name. */
export function viewKey(view: string, query: unknown): string {
  return JSON.stringify([view, query ?? {}])
}

/** A receiver with bugs or switches of its own is what such a scenario is about; a foreign target has its own. */
function doubtBefore({ target }: World, { receiver }: Readonly<Record<string, unknown>>): SkipReason | undefined {
  if (!target || !isPlainObject(receiver)) return undefined
  const names = Object.entries(receiver).flatMap(([key, value]) => (key === 'profile' ? [] : namesIn(key, value)))
  if (names.length === 0) return undefined
  return { code: 'receiver-setting', names: [...names], target: target.access.url }
}

function namesIn(key: string, value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String)
  return isPlainObject(value) ? Object.keys(value) : [key]
}

export function lookupOf({ saved, combination }: RunContext): (name: string) => unknown {
  return lookupIn({ ...Object.fromEntries(saved), matrix: combination })
}

/** The run's exchanges in canonical form; the receiver's and a foreign target's base URL have names. */
export function transcriptOf({
  recorder,
  start,
  target,
}: Pick<World, 'recorder' | 'start'> & { readonly target?: Pick<TargetRun, 'access'> }): string {
  const exchanges: readonly RecordedExchange[] = recorder.exchanges
  const baseUrls = target ? { target: target.access.url } : { receiver: RECEIVER_URL }
  return canonicalTranscript(exchanges, { baseUrls, start })
}
