import { runScenario as run, scenarioTree } from '@scimulator/harness'
import { resolveScenarios, scenarioLibrary } from '../shipped/scenario-library.ts'
import { assertOptions, aWholeNumber, options as nested, type OptionChecks } from './assert-options.ts'
import { defined } from './defined.ts'
import type { ScenarioResult } from './generated/results.ts'
import { assertTargetOptions, type TargetOptions } from './target-options.ts'

/** How a scenario is run. */
export interface RunScenarioOptions {
  /** Seed of all ids and people; wins over the file's own. */
  readonly seed?: number
  /** A SCIM endpoint that takes the receiver's place. */
  readonly target?: TargetOptions
}

const OPTIONS: OptionChecks<RunScenarioOptions> = { seed: aWholeNumber, target: nested }

/** One run of a scenario, of one combination of its matrix. */
export interface ScenarioRun {
  readonly result: ScenarioResult
  /** What `scimulator run` prints of it: steps, expectations, and below a failure who, which attribute, expected and actual. */
  readonly text: string
  /** What went over the wire, in canonical form: ids as placeholders, times as offsets. */
  readonly transcript: string
}

/**
 * Runs a scenario, given as a path or by the name of one that ships inside, such as `entra/help-page`: once for each combination of
 * its matrix, each in a world of its own. What happens in a run is in its result.
 *
 * Rejects when there is no such file, or when it does not load: the message has line and column.
 */
export async function runScenario(scenario: string, options: RunScenarioOptions = {}): Promise<readonly ScenarioRun[]> {
  assertOptions('runScenario', options, OPTIONS)
  if (options.target) assertTargetOptions('runScenario: target', options.target)
  const library = scenarioLibrary()
  const [path = scenario] = resolveScenarios([scenario], library)
  const root = path === scenario ? '.' : library.folder
  const { seed, target } = options
  const { iOwnThisTarget } = target ?? {}
  const outcomes = await run(path, { ...defined({ seed, target, iOwnThisTarget }), root })
  return outcomes.map(({ result, transcript }) => ({ result, transcript: transcript(), text: scenarioTree(result) }))
}
