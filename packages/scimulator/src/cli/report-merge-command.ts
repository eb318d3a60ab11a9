import { exitCodeOf, mergeResults, summaryText, writeArtefacts } from '@scimulator/harness/report'
import { BadInput } from '@scimulator/harness/scenario'
import { print } from './output.ts'
import { assertOneOnStandardOutput, assertWritableFile, STANDARD_OUTPUT } from './output-files.ts'
import { readResult } from './read-result.ts'
import { VERSION } from './version.ts'

export interface MergeArguments {
  readonly json?: string
  readonly junit?: string
}

/** @returns the exit code of the whole. @throws BadInput when the results are not one run */
export async function reportMergeCommand(files: readonly string[], { json, junit }: MergeArguments): Promise<number> {
  assertOneOnStandardOutput({ '--json': json, '--junit': junit })
  assertWritableFile('--json', json)
  assertWritableFile('--junit', junit)
  const merged = mergeResults(files.map((name) => ({ name, run: readResult(name) })))
  if ('problems' in merged) throw new BadInput(merged.problems.join('\n'))
  const paths = { ...(json === undefined ? {} : { json }), ...(junit === undefined ? {} : { junit }) }
  writeArtefacts(merged.run, [], paths, VERSION)
  if (json !== STANDARD_OUTPUT && junit !== STANDARD_OUTPUT) print(summaryText(merged.run))
  return exitCodeOf(merged.run)
}
