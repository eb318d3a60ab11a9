import { screen, type TestResult } from '@scimulator/harness/examine'
import { runPage, suitesPage, testPage } from '@scimulator/harness/html'
import { failuresText, type RunResult, scenarioTree, summaryText } from '@scimulator/harness/report'
import { suiteScreen } from '@scimulator/harness/suites'
import { EXIT, print } from './output.ts'
import { assertWritableFile, writeOutput } from './output-files.ts'
import { type AnyResult, readAnyResult } from './read-result.ts'
import { terminalStyle } from './terminal-style.ts'

export interface ShowArguments {
  readonly html?: string
  readonly verbose?: boolean
}

/** @returns the exit code. @throws BadInput when the file is not a result */
export async function reportShowCommand(file: string, { html, verbose = false }: ShowArguments): Promise<number> {
  assertWritableFile('--html', html)
  const read = readAnyResult(file)
  if (html !== undefined) writeOutput(html, pageOf(read))
  else print(textOf(read, verbose))
  return EXIT.passed
}

function pageOf(read: AnyResult): string {
  if (read.of === 'suites') return suitesPage(read.result)
  return read.of === 'test' ? testPage(read.result) : runPage(read.result)
}

function textOf(read: AnyResult, verbose: boolean): string {
  if (read.of === 'suites') return suiteScreen(read.result, { style: terminalStyle(), verbose }).trimEnd()
  return read.of === 'test' ? testText(read.result, verbose) : runText(read.result, verbose)
}

function testText(result: TestResult, verbose: boolean): string {
  const command = `scimulator test ${result.target}`
  return screen(result, {
    style: terminalStyle(),
    verbose,
    only: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
    command,
    cleanCommand: `scimulator clean --target ${result.target}`,
  }).trimEnd()
}

function runText(run: RunResult, verbose: boolean): string {
  const style = terminalStyle()
  const trees = run.scenarios.map((one) => scenarioTree(one, verbose ? 'all' : 'line', style))
  const failures = verbose ? '' : failuresText(run, style)
  return [...trees, '', ...(failures === '' ? [] : [failures, '']), summaryText(run, style)].join('\n')
}
