import { mergeExplorations, reachedText } from '@scimulator/harness/explore/result'
import { runPage } from '@scimulator/harness/html'
import { exitCodeOf, mergeResults, summaryText, writeArtefacts } from '@scimulator/harness/report'
import { BadInput } from '@scimulator/harness/scenario'
import { VERSION } from '../shipped/version.ts'
import { EXIT, print } from './output.ts'
import { assertOneOnStandardOutput, assertWritableFile, STANDARD_OUTPUT, writeOutput } from './output-files.ts'
import { isExploration, readExploration, readResult } from './read-result.ts'

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
  if (files.every(isExploration)) return mergedExploration(files, { json, junit, html })
  const merged = mergeResults(files.map((name) => ({ name, run: readResult(name) })))
  if ('problems' in merged) throw new BadInput(merged.problems.join('\n'))
  const paths = { ...(json === undefined ? {} : { json }), ...(junit === undefined ? {} : { junit }) }
  writeArtefacts(merged.run, [], paths, VERSION)
  if (html !== undefined) writeOutput(html, runPage(merged.run))
  if (![json, junit, html].includes(STANDARD_OUTPUT)) print(summaryText(merged.run))
  return exitCodeOf(merged.run)
}

/** @throws BadInput when the results are not the parts of one exploration */
function mergedExploration(
  files: readonly string[],
  { json, junit, html }: { readonly [option in keyof MergeArguments]: string | undefined },
): number {
  if (junit !== undefined || html !== undefined)
    throw new BadInput('--junit and --html are for results of "scimulator run"; of an exploration there is --json.')
  const whole = mergedParts(files)
  if (json !== undefined) writeOutput(json, `${JSON.stringify(whole, null, 2)}\n`)
  if (json !== STANDARD_OUTPUT) {
    for (const line of reachedText(whole.reached, whole.seed)) print(line)
    print(whole.found.length === 0 ? 'Nothing was found.' : `Found: ${whole.found.length}.`)
    for (const { message } of whole.found) print(`  ${message.split('\n').join('\n  ')}`)
  }
  return whole.found.length === 0 ? EXIT.passed : EXIT.failed
}

function mergedParts(files: readonly string[]) {
  try {
    return mergeExplorations(files.map(readExploration))
  } catch (error) {
    throw error instanceof BadInput ? error : new BadInput(error instanceof Error ? error.message : String(error))
  }
}
