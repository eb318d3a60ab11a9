import { screen, type TestResult } from '@scimulator/harness/examine'
import { runPage, testPage } from '@scimulator/harness/html'
import { failuresText, type RunResult, scenarioTree, summaryText } from '@scimulator/harness/report'
import { EXIT, print } from './output.ts'
import { assertWritableFile, writeOutput } from './output-files.ts'
import { readAnyResult } from './read-result.ts'
import { terminalStyle } from './terminal-style.ts'

export interface ShowArguments {
  readonly html?: string
  readonly verbose?: boolean
}

/** @returns the exit code. @throws BadInput when the file is not a result */
export async function reportShowCommand(file: string, { html, verbose = false }: ShowArguments): Promise<number> {
  assertWritableFile('--html', html)
  const read = readAnyResult(file)
  if (html !== undefined) writeOutput(html, read.of === 'test' ? testPage(read.result) : runPage(read.result))
  else print(read.of === 'test' ? testText(read.result, verbose) : runText(read.result, verbose))
  return EXIT.passed
}

function testText(result: TestResult, verbose: boolean): string {
  const command = `scimulator test ${result.target}`
  return screen(result, {
    style: terminalStyle(),
    verbose,
    only: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
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
