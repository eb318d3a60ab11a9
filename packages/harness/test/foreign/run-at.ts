// A scenario at a service provider in this process, as at somebody else's endpoint: behind the guard, under the run's own names.
import { join } from 'node:path'
import { handlerSend, type ScimHandler } from '@scimulator/shared/http'
import {
  type Combination,
  combinationTitle,
  loadScenario,
  type RunOutcome,
  type Scenario,
  shippedPrograms,
} from '../../src/index.ts'
import { runCombination } from '../../src/scenario/run-scenario.ts'
import { type GuardedTarget, guardTarget } from '../../src/target/guarded-target.ts'

export const ROOT = join(import.meta.dirname, '../../../../scenarios')
export const TOKEN = 'the-token-of-the-endpoint'
const BASE = 'http://endpoint.scimulator.test/scim/v2'

const loaded = new Map<string, Promise<Scenario>>()

/** @param name without its ending: `entra/help-page` */
export function scenarioOf(name: string): Promise<Scenario> {
  const known = loaded.get(name) ?? loadScenario(join(ROOT, `${name}.yaml`), ROOT)
  loaded.set(name, known)
  return known
}

/** @param run scenario and combination: `entra/help-page [dialect=legacy]` @throws Error when there is no such run */
export async function runNamed(run: string): Promise<{ scenario: Scenario; combination: Combination }> {
  const [, name = '', title] = /^(\S+) \[(.*)\]$/.exec(run) ?? []
  const scenario = await scenarioOf(name)
  const combination = scenario.combinations.find((one) => combinationTitle(one) === title)
  if (!combination) throw new Error(`There is no run "${run}"`)
  return { scenario, combination }
}

export interface At {
  readonly now?: () => number
  /** Milliseconds after which an answer counts as none. */
  readonly timeLimitMs?: number
  /** Whether the base URL was typed with a slash at its end. */
  readonly endsInSlash?: boolean
}

/** Guarded anew for each run, so that nothing of an earlier one is known. */
export function guardHandler(handler: ScimHandler, at: At = {}): Promise<GuardedTarget> {
  const { now = Date.now, timeLimitMs, endsInSlash = false } = at
  const connected = {
    url: BASE,
    typedUrl: `${BASE}${endsInSlash ? '/' : ''}`,
    token: TOKEN,
    headers: [['Authorization', `Bearer ${TOKEN}`] as const],
    watchSecrets: () => () => {},
    send: handlerSend(handler, now, timeLimitMs),
  }
  return guardTarget(connected, { ledgerFolder: false })
}

export async function runAt(
  handler: ScimHandler,
  scenario: Scenario,
  combination: Combination,
  at: At = {},
): Promise<RunOutcome> {
  const target = await guardHandler(handler, at)
  const outcome = await runCombination(scenario, combination, { kinds: await shippedPrograms(), target })
  await target.finish()
  return outcome
}
