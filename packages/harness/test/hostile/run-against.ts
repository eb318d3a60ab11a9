// One scenario against one generated endpoint, and whether those who were there are as they were.
import { join } from 'node:path'
import { loadScenario, type RunOutcome, type Scenario, shippedPrograms } from '../../src/index.ts'
import { runCombination } from '../../src/scenario/run-scenario.ts'
import { guardTarget } from '../../src/target/guarded-target.ts'
import { leftByLearning } from '../../src/target/learn-target.ts'
import { createChance } from './chance.ts'
import { createHostileTarget, HOSTILE_URL } from './hostile-target.ts'
import { type Traits, traitsOf } from './traits.ts'

const ROOT = join(import.meta.dirname, '../../../..')

/** Between them: creating, changing, disabling, deleting, groups by PATCH and by PUT, managers, matching, nesting, import. */
const SCENARIOS = [
  'entra/help-page',
  'entra/reassigned',
  'entra/group-goes',
  'entra/nested-groups',
  'entra/manager-goes',
  'entra/answer-lost',
  'entra/soft-delete-and-restore',
  'entra/provision-on-demand',
  'entra/two-people-one-number',
  'entra/freed-name-is-used-again',
  'entra/restart-variants',
  'entra/reference-checks',
  'jumpcloud/help-page',
  'jumpcloud/ending-delete',
  'jumpcloud/ending-clear',
  'jumpcloud/e06-groups-by-put',
  'jumpcloud/e06-groups-by-filter',
  'jumpcloud/import-users',
  'jumpcloud/usernames-differ',
] as const

const loaded = new Map<string, Promise<Scenario>>()

function scenarioOf(name: string): Promise<Scenario> {
  const known = loaded.get(name) ?? loadScenario(join(ROOT, 'scenarios', `${name}.yaml`), ROOT)
  loaded.set(name, known)
  return known
}

export interface HostileRun {
  readonly seed: number
  readonly scenario: string
  readonly traits: Traits
  readonly outcome: RunOutcome
  readonly before: string
  readonly after: string
  /** Writes that arrived at the endpoint. */
  readonly writes: number
  /** Resources of the run that are still there. */
  readonly left: number
  /** What was said of that, in the result or at the end. */
  readonly told: readonly string[]
}

/** The clock of the endpoint moves a little with each look, so that a later write shows in lastModified. */
export async function runAgainstHostile(seed: number): Promise<HostileRun> {
  const traits = traitsOf(seed)
  const chance = createChance(seed)
  const name = chance.pick(SCENARIOS)
  const scenario = await scenarioOf(name)
  let now = Date.parse('2026-11-29T10:00:00Z')
  const clock = (): number => {
    now += 7
    return now
  }
  const hostile = createHostileTarget(seed, traits, clock)
  const before = hostile.strangers()
  let writes = 0
  const connected = {
    url: HOSTILE_URL,
    token: 'hostile-target-token',
    headers: [],
    watchSecrets: () => () => {},
    send: (request: Parameters<typeof hostile.send>[0]) => {
      if (request.method !== 'GET') writes += 1
      return hostile.send(request)
    },
  }
  const target = await guardTarget(connected, {
    ledgerFolder: false,
    random: () => chance.below(1_000_000) / 1_000_000,
    time: { now: clock, sleep: () => Promise.resolve() },
  })
  const outcome = await runCombination(scenario, chance.pick(scenario.combinations), {
    kinds: await shippedPrograms(),
    target,
  })
  const notAsBefore = await target.finish()
  // Only a scenario that needs something asks what the endpoint does, and may leave something by that.
  const byLearning = 'needs' in scenario.given ? await leftByLearning(target) : []
  return {
    seed,
    scenario: name,
    traits,
    outcome,
    before,
    after: hostile.strangers(),
    writes,
    left: hostile.others().length,
    told: [...outcome.result.leftBehind, ...notAsBefore, ...byLearning],
  }
}

/** Whoever was there is as he was; who came meanwhile, by an id that was used again, may stand beside them. */
export function harmDone({ before, after }: HostileRun): string[] {
  const lines = new Set(after.split('\n'))
  const touched = after.split('\n').filter((line) => /was changed|was deleted/.test(line))
  return [...before.split('\n').filter((line) => !lines.has(line)), ...touched]
}
