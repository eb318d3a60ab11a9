import { assertOptions, aWholeNumber } from '../api/assert-options.ts'
import { defined } from '../api/defined.ts'
import { type RunScenarioOptions, runScenario, type ScenarioRun } from '../api/run-scenario.ts'
import { type AppUnderTest, assertApp } from './session-options.ts'

/**
 * Runs a scenario at your app, given as a path or by the name of one that ships inside, such as `entra/help-page`.
 *
 * Rejects with what `scimulator run` prints when a step or an expectation failed, when nothing could be asked, or when the file does
 * not load.
 */
export async function scenario(
  name: string,
  app: AppUnderTest,
  options: Omit<RunScenarioOptions, 'target'> = {},
): Promise<readonly ScenarioRun[]> {
  assertApp('scenario', app)
  assertOptions('scenario', options, { seed: aWholeNumber })
  const { url, token, mine = true } = app
  const runs = await runScenario(name, { ...options, target: { url, mine, ...defined({ token }) } })
  const failed = runs.filter(({ result }) => result.outcome !== 'passed')
  if (failed.length === 0) return runs
  throw Object.assign(new Error(failed.map(({ text }) => text).join('\n\n')), { name: 'AssertionError' })
}
