// `scimulator test URL --suite NAME`: what others have published, asked of one endpoint.
import { BadInput } from '@scimulator/harness'
import { suitesPage } from '@scimulator/harness/html'
import { githubCommands, githubSummary, junitXml, tapText, withoutCommands } from '@scimulator/harness/report'
import {
  runSuites,
  SUITE_NAMES,
  type SuiteName,
  type SuiteResult,
  suiteCases,
  suiteOrders,
  suiteScreen,
} from '@scimulator/harness/suites'
import type { TargetDescription } from '@scimulator/harness/target'
import { createRandomIds } from '@scimulator/shared/runtime'
import { complain, show } from './output.ts'
import { STANDARD_OUTPUT, writeOutput } from './output-files.ts'
import { createProgress } from './progress.ts'
import { writeSummary } from './run-reporter.ts'
import { terminalStyle } from './terminal-style.ts'

export const SUITE_REPORTERS = ['screen', 'json', 'agent', 'github', 'tap'] as const

type ReporterName = (typeof SUITE_REPORTERS)[number]

type Told = Omit<SuitesArguments, 'reporter'> & {
  readonly reporter: ReporterName
  /** The command that was given, without what says how it is told. */
  readonly command: string
  /** Environment variable that holds the token. */
  readonly tokenVariable: string
}

export interface SuitesArguments {
  /** Names, separated by commas. */
  readonly suite: string
  readonly reporter?: string
  readonly json?: string
  readonly html?: string
  readonly junit?: string
  readonly verbose?: boolean
}

/** Options that choose among what the examination asks, which a suite does not. */
const OF_THE_EXAMINATION = [
  'only',
  'finding',
  'baseline',
  'writeBaseline',
  'failOn',
  'access',
  'accessUrl',
  'block',
  'record',
  'shell',
]

/** @throws BadInput for a name that no suite has, and for an option that says nothing to a suite */
export function suiteNames({ suite }: SuitesArguments, given: object): readonly SuiteName[] {
  const odd = OF_THE_EXAMINATION.find((name) => name in given)
  if (odd !== undefined) throw new BadInput(`--suite asks all of a suite; --${kebab(odd)} does not go with it.`)
  return suite.split(',').map((one) => {
    const found = SUITE_NAMES.find((name) => name === one.trim())
    if (found === undefined) throw new BadInput(`--suite takes ${SUITE_NAMES.join(', ')}, not "${one.trim()}".`)
    return found
  })
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

interface Asked {
  readonly description: TargetDescription
  readonly endsInSlash: boolean
  readonly settle?: readonly number[]
  readonly suites: readonly SuiteName[]
  /** Ends the asking; what was made is removed. */
  readonly signal?: AbortSignal
}

/** Asks them, with progress on a terminal. */
export async function askedSuites(asked: Asked): Promise<SuiteResult> {
  const progress = createProgress()
  return await runSuites({
    ...asked,
    onProgress: ({ done, of, requests }) => progress.show(`${done} of ${of}, ${requests} requests`),
    onPause: complain,
  }).finally(progress.stop)
}

/** @returns the exit code */
export function tellSuites(result: SuiteResult, given: Told): number {
  tell(result, given)
  return exitCode(result)
}

/** Whatever goes to standard output as a file takes the place of what is for people. */
function tell(result: SuiteResult, told: Told): void {
  const { json, html, junit, reporter } = told
  const cases = suiteCases(result)
  if (json !== undefined) writeOutput(json, jsonText(result))
  if (html !== undefined) writeOutput(html, suitesPage(result))
  if (junit !== undefined) writeOutput(junit, junitXml(cases))
  if (reporter === 'github') writeSummary(process.env, githubSummary(headOf(result), [result.target], cases))
  if ([json, html, junit].includes(STANDARD_OUTPUT)) return
  show(TEXTS[reporter](result, told))
}

const TEXTS: Readonly<Record<ReporterName, (result: SuiteResult, told: Told) => string>> = {
  screen: screenText,
  json: jsonText,
  agent: suiteOrders,
  tap: (result) => tapText(suiteCases(result)),
  // An endpoint may answer with a line that GitHub would obey.
  github: (result, told) =>
    withoutCommands(screenText(result, told), createRandomIds().token('github')) + githubCommands(suiteCases(result)),
}

function screenText(result: SuiteResult, { verbose = false }: Told): string {
  return suiteScreen(result, { style: terminalStyle(), verbose })
}

function jsonText(result: SuiteResult): string {
  return `${JSON.stringify(result, null, 2)}\n`
}

function headOf({ suites, trouble }: SuiteResult): string {
  return trouble?.detail ?? suites.map(({ name, conclusion }) => `${name}: ${conclusion}`).join(' ')
}

function exitCode({ trouble, suites, leftBehind }: SuiteResult): number {
  if (trouble) return 2
  if (suites.some(({ counts }) => counts.fail > 0)) return 1
  return leftBehind.length > 0 ? 4 : 0
}
