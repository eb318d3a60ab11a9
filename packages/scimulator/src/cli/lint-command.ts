import {
  findWrittenFiles,
  fixOldWords,
  formatProblem,
  isFragment,
  lintScenario,
  oldWordNotices,
  shownPath,
} from '@scimulator/harness/scenario'
import { shippedPrograms, vocabularyOf } from '@scimulator/harness/world'
import type { LintOptions } from './lint-options.ts'
import { complain, EXIT, print } from './output.ts'

/** @returns 0, or 1 when a file has a problem; an old word is no problem. */
export async function lintCommand(paths: readonly string[], { fix = false }: LintOptions = {}): Promise<number> {
  const vocabulary = await vocabularyOf(await shippedPrograms())
  const files = findWrittenFiles(paths)
  if (fix) for (const path of files) printFixed(path, fixOldWords(path))
  // Guides and tests hold scenarios too; their old words are rewritten, and they are no scenarios to check.
  const scenarios = files.filter((path) => /\.ya?ml$/.test(path))
  const problems = scenarios.flatMap((path) => lintScenario(path, { vocabulary }))
  const notices = files.flatMap((path) => oldWordNotices(path))
  for (const problem of [...problems, ...notices]) complain(`${formatProblem(problem)}\n`)
  print([counted(files.length, 'file'), counted(problems.length, 'problem'), ...noticesText(notices.length)].join(', '))
  const [only] = scenarios
  if (files.length === 1 && only !== undefined && problems.length === 0)
    print(`${shownPath(only)} is a ${isFragment(only) ? 'fragment that can be included' : 'scenario that can run'}.`)
  return problems.length === 0 ? EXIT.passed : EXIT.failed
}

function printFixed(path: string, words: number): void {
  if (words > 0) print(`${shownPath(path)}: ${counted(words, 'old word')} rewritten`)
}

function noticesText(count: number): readonly string[] {
  return count === 0 ? [] : [counted(count, 'old word')]
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
