import type { RecordedExchange } from '@scimulator/shared/http'
import { canonicalTranscript } from '@scimulator/shared/provisioning'
import type { ExpectationResult } from '../report/result.ts'
import { lookupIn } from '../scenario/interpolate.ts'
import type { Combination } from '../scenario/matrix.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { RECEIVER_URL } from '../world/program.ts'
import type { World } from '../world/world.ts'

/** One run of one combination of one file. */
export interface RunContext {
  readonly scenario: Scenario
  readonly combination: Combination
  readonly world: World
  readonly seed: number
  /** Results kept under a name by `save`. */
  readonly saved: Map<string, unknown>
  /** Names whose step was skipped, with the reason: what uses them is skipped as well. */
  readonly unavailable: Map<string, string>
  /** How many exchanges there were when each acting step began. */
  readonly stepStarts: number[]
  /** Ids of every resource that the receiver has shown, for the checks after each step. */
  readonly resourceIds: Set<string>
  /** Expectations that the running step has asked. */
  readonly asked: ExpectationResult[]
}

export function createRunContext(scenario: Scenario, combination: Combination, world: World, seed: number): RunContext {
  return {
    scenario,
    combination,
    world,
    seed,
    saved: new Map(),
    unavailable: new Map(),
    stepStarts: [],
    resourceIds: new Set(),
    asked: [],
  }
}

export function lookupOf({ saved, combination }: RunContext): (name: string) => unknown {
  return lookupIn({ ...Object.fromEntries(saved), matrix: combination })
}

/** The run's exchanges in canonical form; the receiver's and a foreign target's base URL have names. */
export function transcriptOf({ recorder, start, target }: World): string {
  const exchanges: readonly RecordedExchange[] = recorder.exchanges
  const baseUrls = target ? { target: target.access.url } : { receiver: RECEIVER_URL }
  return canonicalTranscript(exchanges, { baseUrls, start })
}
