import { BadInput } from '@scimulator/harness'
import { type TestResult, testEndpoint } from '@scimulator/harness/examine'
import { assertConsent, readDescription, type TargetDescription, type TargetFlags } from '@scimulator/harness/target'
import { onStopSignal, SHELLS } from '@scimulator/shared/platform'
import { againCommand, cleanCommandOf } from './again-command.ts'
import { readBaseline, writeBaseline } from './baseline.ts'
import { applicationOf, type DoorArguments } from './doors.ts'
import { oneOf } from './one-of.ts'
import { complain } from './output.ts'
import { assertOneOnStandardOutput, assertWritableFile } from './output-files.ts'
import { createProgress } from './progress.ts'
import { reporterFor } from './run-reporter.ts'
import { sightsOnScreen } from './sights-on-screen.ts'
import { askedSuites, SUITE_REPORTERS, suiteNames, tellSuites } from './suites-command.ts'
import { TEST_REPORTERS, tellTest } from './test-reporter.ts'

export interface TestArguments extends TargetFlags, DoorArguments {
  readonly only?: string
  readonly finding?: string
  readonly suite?: string
  readonly baseline?: string
  readonly writeBaseline?: string
  readonly failOn?: string
  readonly reporter?: string
  readonly json?: string
  readonly html?: string
  readonly junit?: string
  readonly record?: boolean
  readonly settle?: string
  readonly shell?: string
  readonly verbose?: boolean
  readonly iOwnThisTarget?: boolean
}

const VICTIM_OF = {
  entra: 'entra',
  'entra-legacy': 'entraLegacy',
  jumpcloud: 'jumpcloud',
  okta: 'okta',
  rfc: 'rfc',
} as const
type Victim = (typeof VICTIM_OF)[keyof typeof VICTIM_OF]

/** @returns the exit code. @throws BadInput */
export async function testCommand(url: string, given: TestArguments): Promise<number> {
  if (given.suite !== undefined) return askSuites(url, { ...given, suite: given.suite })
  const only = victims(given.only)
  const reporter = oneOf('--reporter', reporterFor(given.reporter, process.env), TEST_REPORTERS)
  const failOn = oneOf('--fail-on', given.failOn ?? 'findings', ['findings', 'breaks'])
  const known = given.baseline === undefined ? new Set<string>() : readBaseline(given.baseline)
  const settle = given.settle === undefined ? undefined : times(given.settle)
  const shell = given.shell === undefined ? undefined : oneOf('--shell', given.shell, SHELLS)
  assertOneOnStandardOutput({ '--json': given.json, '--html': given.html, '--junit': given.junit })
  assertWritableFile('--json', given.json)
  assertWritableFile('--html', given.html)
  assertWritableFile('--junit', given.junit)
  assertWritableFile('--write-baseline', given.writeBaseline)
  const description = describedTarget(url, given)
  const progress = createProgress()
  progress.show(`waiting for ${new URL(description.url).host} to answer`)
  const interruption = tidyOnInterrupt()
  const result = await testEndpoint({
    description,
    signal: interruption.signal,
    only,
    endsInSlash: endsInSlash(url),
    application: applicationOf(given),
    // A page shows every act.
    record: given.record || given.html !== undefined ? 'all' : 'failed',
    ...(given.finding === undefined ? {} : { finding: given.finding }),
    ...(settle === undefined ? {} : { settle }),
    ...(shell === undefined ? {} : { shell }),
    onProgress: ({ done, of, requests }) => progress.show(`${done} of ${of}, ${requests} requests`),
    onSight: sightsOnScreen({ progress, known, env: process.env }),
    onPause: complain,
  }).finally(() => {
    progress.stop()
    interruption.stopListening()
  })
  const stopped = interruption.exitCode()
  if (stopped !== undefined) return toldInterrupted(stopped, result.leftBehind, cleanCommandOf(url, { ...given }))
  const commands = { ...provenBy(url, given), cleanCommand: cleanCommandOf(url, { ...given }) }
  tellTest(result, given, { reporter, only, known, isVerbose: given.verbose ?? false, ...commands })
  if (given.writeBaseline !== undefined) writeBaseline(given.writeBaseline, result)
  return exitCode(result, { known, failOn, only })
}

interface Interruption {
  readonly signal: AbortSignal
  /** Undefined while nobody has interrupted. */
  exitCode(): number | undefined
  stopListening(): void
}

/** The first signal ends the asking, and what was made is removed; a second one ends the process, and the ledger stays for `clean`. */
function tidyOnInterrupt(): Interruption {
  const interrupted = new AbortController()
  let code: number | undefined
  const stopListening = onStopSignal(({ exitCode }) => {
    complain('Interrupted: what the test has made is deleted. Once more ends at once.')
    code = exitCode
    interrupted.abort()
  })
  return { signal: interrupted.signal, exitCode: () => code, stopListening }
}

/** A test that was not seen through has no verdict. */
function toldInterrupted(code: number, leftBehind: readonly string[], cleanCommand: string): number {
  for (const line of leftBehind) complain(`left: ${line}`)
  complain(leftBehind.length === 0 ? 'Nothing of the test is left.' : `This removes what is left: ${cleanCommand}`)
  return code
}

async function askSuites(url: string, given: TestArguments & { readonly suite: string }): Promise<number> {
  const suites = suiteNames(given, given)
  const settle = given.settle === undefined ? {} : { settle: times(given.settle) }
  const reporter = oneOf('--reporter', reporterFor(given.reporter, process.env), SUITE_REPORTERS)
  assertOneOnStandardOutput({ '--json': given.json, '--html': given.html, '--junit': given.junit })
  assertWritableFile('--json', given.json)
  assertWritableFile('--html', given.html)
  assertWritableFile('--junit', given.junit)
  const asked = { description: describedTarget(url, given), endsInSlash: endsInSlash(url), suites, ...settle }
  const { signal, exitCode: stopped, stopListening } = tidyOnInterrupt()
  const result = await askedSuites({ ...asked, signal }).finally(stopListening)
  const code = stopped()
  if (code !== undefined) return toldInterrupted(code, result.leftBehind, cleanCommandOf(url, { ...given }))
  return tellSuites(result, { ...given, ...provenBy(url, given), reporter })
}

/** What a work order is proven with, and where its token is. */
function provenBy(url: string, given: TestArguments): { readonly command: string; readonly tokenVariable: string } {
  const tokenVariable = typeof given.tokenEnv === 'string' ? given.tokenEnv : 'TOKEN'
  return { command: againCommand(url, { ...given }), tokenVariable }
}

/** @throws BadInput without a URL, and where the owner of a target elsewhere has not said so */
function describedTarget(url: string, given: TestArguments): TargetDescription {
  const description = readDescription({ ...given, target: url }, { env: process.env })
  if (!description) throw new BadInput('Give the SCIM base URL of the endpoint, such as http://localhost:3000/scim/v2.')
  assertConsent(description, given.iOwnThisTarget ?? false)
  return description
}

function endsInSlash(url: string): boolean {
  return /\/(\?|$)/.test(url)
}

interface Strictness {
  readonly known: ReadonlySet<string>
  readonly failOn: string
  readonly only: readonly Victim[]
}

const COULD_NOT_LOOK = new Set([
  'unreachable',
  'certificate-not-trusted',
  'slow',
  'redirected',
  'unauthorised',
  'wrong-path',
  'answers-no-json',
  'server-error-at-first',
])

function exitCode(result: TestResult, { known, failOn, only }: Strictness): number {
  const { findings, unexplained, verdicts, leftBehind } = result
  if (findings.length === 1 && findings[0] && COULD_NOT_LOOK.has(findings[0].id)) return 2
  const breaking = new Set(only.flatMap((victim) => verdicts[victim].because))
  const counted = [
    ...findings.filter(({ hurts }) => hurts.some((one) => only.includes(one))).map(({ id }) => id),
    ...unexplained.map(({ id }) => id),
  ]
  const failing = counted.filter((id) => !known.has(id) && (failOn === 'findings' || breaking.has(id)))
  if (failing.length > 0) return 1
  return leftBehind.length > 0 ? 4 : 0
}

function victims(text: string | undefined): readonly Victim[] {
  if (text === undefined) return Object.values(VICTIM_OF)
  return text
    .split(',')
    .map((name) => VICTIM_OF[oneOf('--only', name.trim(), ['entra', 'entra-legacy', 'jumpcloud', 'okta', 'rfc'])])
}

/** `0.2s,1s,3s`, `500ms`, or 0 for none. */
function times(text: string): number[] {
  if (text === '0') return []
  return text.split(',').map((one) => {
    const [, value, unit] = /^\s*(\d+(?:\.\d+)?)(ms|s)\s*$/.exec(one) ?? []
    if (value === undefined) throw new BadInput(`--settle takes times such as 0.2s,1s,3s, not "${text}".`)
    return Number(value) * (unit === 's' ? 1_000 : 1)
  })
}
