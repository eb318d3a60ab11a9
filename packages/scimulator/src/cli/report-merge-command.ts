import { runPage } from '@scimulator/harness/html'
import { exitCodeOf, mergeResults, summaryText, writeArtefacts } from '@scimulator/harness/report'
import { BadInput } from '@scimulator/harness/scenario'
import { print } from './output.ts'
import { assertOneOnStandardOutput, assertWritableFile, STANDARD_OUTPUT, writeOutput } from './output-files.ts'
import { readResult } from './read-result.ts'
import { VERSION } from './version.ts'

export interface MergeArguments {
  readonly json?: string
  readonly junit?: string
  readonly html?: string
}

/** @returns the exit code of the whole. @throws BadInput when the results are not one run */
export async function reportMergeCommand(
  files: readonly string[],
  { json, junit, html }: MergeArguments,
): Promise<number> {
  assertOneOnStandardOutput({ '--json': json, '--junit': junit, '--html': html })
  assertWritableFile('--json', json)
  assertWritableFile('--junit', junit)
  assertWritableFile('--html', html)
  const merged = mergeResults(files.map((name) => ({ name, run: readResult(name) })))
  if ('problems' in merged) throw new BadInput(merged.problems.join('\n'))
  const paths = { ...(json === undefined ? {} : { json }), ...(junit === undefined ? {} : { junit }) }
  writeArtefacts(merged.run, [], paths, VERSION)
  if (html !== undefined) writeOutput(html, runPage(merged.run))
  if (![json, junit, html].includes(STANDARD_OUTPUT)) print(summaryText(merged.run))
  return exitCodeOf(merged.run)
}
