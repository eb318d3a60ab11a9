// What `test` says of its result, and the files that it leaves: for people, for a coding agent, and for machines.
import { screen, type TestResult, testCases, workOrders } from '@scimulator/harness/examine'
import { testPage } from '@scimulator/harness/html'
import {
  type Case,
  githubCommands,
  githubSummary,
  junitXml,
  tapText,
  withoutCommands,
} from '@scimulator/harness/report'
import { createRandomIds } from '@scimulator/shared/runtime'
import { show } from './output.ts'
import { STANDARD_OUTPUT, writeOutput } from './output-files.ts'
import { writeSummary } from './run-reporter.ts'
import { terminalStyle } from './terminal-style.ts'

export const TEST_REPORTERS = ['screen', 'json', 'agent', 'github', 'tap'] as const
type TestReporterName = (typeof TEST_REPORTERS)[number]

export interface Telling {
  readonly reporter: TestReporterName
  readonly only: Parameters<typeof screen>[1]['only']
  /** Ids that are known and fail nothing. */
  readonly known: ReadonlySet<string>
  readonly isVerbose: boolean
  /** The command that was given, and the one that removes what it has left. */
  readonly command: string
  readonly cleanCommand: string
  /** Environment variable that holds the token. */
  readonly tokenVariable: string
}

export interface TestFiles {
  readonly json?: string
  readonly html?: string
  readonly junit?: string
}

/** Whatever goes to standard output as a file takes the place of what is for people. */
export function tellTest(result: TestResult, files: TestFiles, telling: Telling): void {
  const { json, html, junit } = files
  const cases = testCases(result, telling)
  if (json !== undefined) writeOutput(json, jsonText(result))
  if (html !== undefined) writeOutput(html, testPage(result))
  if (junit !== undefined) writeOutput(junit, junitXml(cases))
  if (telling.reporter === 'github') writeSummary(process.env, summaryOf(result, cases))
  if ([json, html, junit].includes(STANDARD_OUTPUT)) return
  show(TEXTS[telling.reporter](result, cases, telling))
}

const TEXTS: Readonly<
  Record<TestReporterName, (result: TestResult, cases: readonly Case[], telling: Telling) => string>
> = {
  screen: (result, _, telling) => screenText(result, telling),
  json: jsonText,
  agent: (result, _, telling) => workOrders(result, telling),
  tap: (_, cases) => tapText(cases),
  // An endpoint may answer with a line that GitHub would obey.
  github: (result, cases, telling) =>
    `${withoutCommands(screenText(result, telling), createRandomIds().token('github'))}${githubCommands(cases)}`,
}

function screenText(result: TestResult, { only, command, cleanCommand, isVerbose }: Telling): string {
  return screen(result, { style: terminalStyle(), verbose: isVerbose, only, command, cleanCommand })
}

function jsonText(result: TestResult): string {
  return `${JSON.stringify(result, null, 2)}\n`
}

function summaryOf({ target, requests, findings, unexplained }: TestResult, cases: readonly Case[]): string {
  const count = findings.length + unexplained.length
  const head = count === 0 ? 'SCIM endpoint: nothing found' : `SCIM endpoint: ${count} found`
  return githubSummary(head, [`${requests} requests to ${target}.`], cases)
}
