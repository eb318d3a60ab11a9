import { findScenarioFiles, formatProblem, lintScenario, shownPath } from '@scimulator/harness/scenario'
import { PROGRAM_KINDS, vocabularyOf } from '@scimulator/harness/world'
import { complain, EXIT, print } from './output.ts'

/** @returns 0, or 1 when a file has a problem. */
export async function lintCommand(paths: readonly string[]): Promise<number> {
  const vocabulary = await vocabularyOf(PROGRAM_KINDS)
  const files = findScenarioFiles(paths)
  const problems = files.flatMap((path) => lintScenario(path, { vocabulary }))
  for (const problem of problems) complain(`${formatProblem(problem)}\n`)
  print(
    `${files.length} file${files.length === 1 ? '' : 's'}, ${problems.length} problem${problems.length === 1 ? '' : 's'}`,
  )
  const [only] = files
  if (files.length === 1 && only !== undefined && problems.length === 0)
    print(`${shownPath(only)} is a scenario that can run.`)
  return problems.length === 0 ? EXIT.passed : EXIT.failed
}
