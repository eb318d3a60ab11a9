// A scenario that stands in memory, run like any other.
import type { Explanation, FailureResult, ScenarioResult } from '../report/result.ts'
import { type ParseOptions, parseScenario, scenarioIn } from '../scenario/load-scenario.ts'
import { type RunOptions, runCombination } from '../scenario/run-scenario.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { shippedPrograms } from '../world/programs.ts'
import { vocabularyOf } from '../world/vocabulary-of.ts'
import type { WrittenScenario } from '../written/scenario-text.ts'
import { unwrittenDocument } from '../written/yaml-document.ts'

export interface Told {
  /** `unjudged`: it was not lived to its end, so that nothing is known of it. */
  readonly outcome: 'passed' | 'failed' | 'unjudged'
  /** What failed, or why it was not lived to its end; empty where it passed. */
  readonly message: string
}

/** Runs a scenario, the text of a file or what one would be written from. */
export type RunTold = (scenario: string | WrittenScenario) => Promise<Told>

/** What says something against the other side; what was not sent there, or could not be asked, does not. */
const FAILS: ReadonlySet<string> = new Set(['failed', 'damage', 'error'])

/** @param file the name that it would have, for messages */
export async function scenarioRunner(file: string, options: Partial<RunOptions> = {}): Promise<RunTold> {
  const run = await runnerOf(file, options)
  return async (scenario) => {
    const result = await run(scenario)
    if (FAILS.has(result.outcome)) return { outcome: 'failed', message: whatFailed(result) }
    if (result.outcome === 'passed') return { outcome: 'passed', message: '' }
    return { outcome: 'unjudged', message: result.message ?? result.outcome }
  }
}

/** Runs the text once more and asks what is known of how it failed; empty where nothing explains it. */
export async function explained(
  text: string,
  file: string,
  explain: (result: ScenarioResult) => readonly Explanation[],
  options: Partial<RunOptions> = {},
): Promise<readonly Explanation[]> {
  const run = await runnerOf(file, { ...options, record: 'failed' })
  return explain(await run(text))
}

async function runnerOf(
  file: string,
  options: Partial<RunOptions>,
): Promise<(scenario: string | WrittenScenario) => Promise<ScenarioResult>> {
  const kinds = await shippedPrograms()
  const vocabulary = await vocabularyOf(kinds)
  // What a run makes at an endpoint has a name that comes from the file's, and several run at a time.
  let runs = 0
  const nameOf = () => {
    runs += 1
    return options.target ? `${file} ${runs}` : file
  }
  return async (told) => {
    const parsed = parse(told, { path: file, file: nameOf(), vocabulary })
    // What must always hold is looked at when the file is run: here the oracle says what must be there.
    const scenario = { ...parsed, invariantsOff: 'held against an oracle' }
    return (await runCombination(scenario, {}, { kinds, isInProcess: true, ...options })).result
  }
}

/** Thousands are run, and few are ever written. */
function parse(told: string | WrittenScenario, options: ParseOptions): Scenario {
  if (typeof told === 'string') return parseScenario(told, options)
  return scenarioIn(unwrittenDocument(options.file, told), options)
}

function whatFailed({ outcome, message, expectations, steps }: ScenarioResult): string {
  const failures = expectations.flatMap((one) => one.failures).map(whatDiffers)
  const broken = steps.flatMap((one) => (one.outcome === 'failed' ? [one.message ?? one.title] : []))
  return [...(message === undefined ? [] : [message]), ...broken, ...failures].join('\n') || outcome
}

function whatDiffers({ item, message, differences }: FailureResult): string {
  const each = differences.map(({ attribute, expected, actual }) => `${attribute} must be ${expected}, is ${actual}`)
  return [`${item} ${message}`.trim(), ...each].join(': ')
}
