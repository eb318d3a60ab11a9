import { parseScenario } from '../src/scenario/load-scenario.ts'
import type { RunOptions, RunOutcome } from '../src/scenario/run-scenario.ts'
import { runCombination } from '../src/scenario/run-scenario.ts'
import type { Scenario } from '../src/scenario/scenario.ts'
import { vocabularyOf } from '../src/world/vocabulary-of.ts'
import { FAKE_KINDS } from './fake-programs.ts'

export const HEAD = 'scenario: A test\ndescription: Shows nothing to anybody.\n'

/** A scenario of the fake programs, written as text; the head is put before it. */
export async function parseText(text: string): Promise<Scenario> {
  const vocabulary = await vocabularyOf(FAKE_KINDS)
  return parseScenario(`${HEAD}${text}`, { path: `${import.meta.dirname}/x.yaml`, file: 'x.yaml', vocabulary })
}

export async function runText(text: string, options: Partial<RunOptions> = {}): Promise<RunOutcome> {
  const scenario = await parseText(text)
  const [combination = {}] = scenario.combinations
  return runCombination(scenario, combination, { kinds: FAKE_KINDS, ...options })
}

/** The message with which a text is rejected. */
export async function rejectionOf(text: string): Promise<string> {
  return parseText(text).then(
    () => 'it was accepted',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
}
