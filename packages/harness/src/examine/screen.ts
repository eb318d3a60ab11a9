// The result for people: five verdicts on the first lines, then each finding with what was sent, what is right, whom it hurts and the way out.
import type { Victim } from '@scimulator/findings'
import { shortAnswer, shortRequest } from '../report/short-exchange.ts'
import { counted } from './counted.ts'
import type { TestResult, ToldFinding } from './test-result.ts'

export interface Style {
  bold(text: string): string
  dim(text: string): string
  red(text: string): string
  green(text: string): string
  yellow(text: string): string
}

export interface ScreenOptions {
  readonly style: Style
  /** Everything: requests in full, remarks, what was not judged. */
  readonly verbose: boolean
  readonly only: readonly Victim[]
  /** The command that was given, without what chooses a finding. */
  readonly command: string
  /** The command that removes what was left behind. */
  readonly cleanCommand: string
}

const NAMES: Readonly<Record<Victim, string>> = {
  entra: 'Entra ID, with ?aadOptscim062020',
  entraLegacy: 'Entra ID, without it',
  jumpcloud: 'JumpCloud',
  okta: 'Okta',
  rfc: 'SCIM 2.0',
}

export function screen(result: TestResult, options: ScreenOptions): string {
  const parts = [
    options.only.map((victim) => verdictLine(victim, result, options)).join('\n'),
    ...result.findings.flatMap((finding, index) =>
      finding.hurts.some((one) => options.only.includes(one)) ? [findingText(finding, index + 1, options)] : [],
    ),
    ...result.unexplained.map((one) => unexplainedText(one, options)),
    summary(result, options),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function verdictLine(victim: Victim, result: TestResult, { style, verbose }: ScreenOptions): string {
  const { verdict, because, except } = result.verdicts[victim]
  const name = NAMES[victim].padEnd(34)
  if (verdict === 'unknown') return `  ${name} ${style.yellow('unknown')}: too much could not be judged`
  if (verdict === 'breaks') return `  ${name} ${style.red('breaks')}: ${reasons(because, result, verbose)}`
  const limits = except.length > 0 ? `, except ${reasons(except, result, verbose, true)}` : ''
  return `  ${name} ${style.green('works')}${limits}${victim === 'rfc' ? remarkCount(result) : ''}`
}

function remarkCount({ remarks }: TestResult): string {
  return remarks.length === 0 ? '' : `, ${counted(remarks.length, 'remark')}`
}

/** The first few by name and number; the others by number. */
function reasons(ids: readonly string[], result: TestResult, verbose: boolean, asCondition = false): string {
  const named = ids.slice(0, verbose ? ids.length : 2).map((id) => {
    const index = result.findings.findIndex((finding) => finding.id === id)
    const finding = result.findings[index]
    if (!finding) return `something that nothing explains (${id})`
    const text = asCondition && finding.when ? finding.when : lowerFirst(finding.title)
    return `${text} (${index + 1})`
  })
  const rest = ids.length - named.length
  return `${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** A title within a line; abbreviations and names keep their capitals. */
function lowerFirst(text: string): string {
  return !/^(Entra ID|JumpCloud|Okta|Microsoft)/.test(text) && /^[A-Z]([a-z’-]| [a-z])/.test(text)
    ? `${text[0]?.toLowerCase()}${text.slice(1)}`
    : text
}

function findingText(finding: ToldFinding, number: number, { style, verbose, command }: ScreenOptions): string {
  const { exchange, seen } = finding
  const head = `${style.bold(`(${number}) ${finding.title}`)} ${style.dim(`[${finding.id}]`)}`
  const isSaid = finding.detail.includes(`${seen.times} of ${seen.of}`)
  const often = seen.times < seen.of && !isSaid ? ` Seen ${seen.times} of ${seen.of} times.` : ''
  const rows: [string, string][] = [
    ['seen', `${finding.detail}${often}`],
    ...(exchange
      ? [
          ['sent', sentText(exchange.request, verbose)] as [string, string],
          ['answered', answeredText(exchange, verbose)] as [string, string],
        ]
      : []),
    ['right', `${finding.fix}${finding.clause ? ` (${finding.clause})` : ''}`],
    [
      'hurts',
      `${finding.hurts.map((one) => NAMES[one]).join('; ')}${finding.when ? `, ${finding.when}` : ''}. ${finding.why}`,
    ],
    ...(finding.acts.length > 0
      ? [['broke', finding.acts.slice(0, verbose ? 99 : 5).join(', ')] as [string, string]]
      : []),
    ...(verbose && finding.curl ? [['curl', finding.curl] as [string, string]] : []),
    ['again', `${command} --finding ${finding.id}`],
  ]
  return [head, ...rows.map(([name, text]) => `    ${style.dim(name.padEnd(9))}${text}`)].join('\n')
}

type Told = NonNullable<ToldFinding['exchange']>

function sentText(request: Told['request'], verbose: boolean): string {
  if (!verbose) return shortRequest(request)
  return `${request.method} ${request.url}${request.body === undefined ? '' : ` ${request.body}`}`
}

function answeredText(exchange: Told, verbose: boolean): string {
  const { response, readBack } = exchange
  if (!verbose || !response) return shortAnswer(exchange)
  const later = readBack ? `; read again: ${readBack.status} ${readBack.body}` : ''
  return `${response.status} ${response.body}${later}`
}

function unexplainedText(
  { id, what, when, sender, acts = [], exchange }: TestResult['unexplained'][number],
  { style, verbose }: ScreenOptions,
): string {
  const rows = [
    `${style.bold(`(${id}) Nothing explains this`)}`,
    `    ${style.dim('seen     ')}${sender ? `${sender}, ` : ''}${what}${when ? ` It matters ${when}.` : ''}`,
    ...(exchange
      ? [
          `    ${style.dim('sent     ')}${sentText(exchange.request, verbose)}`,
          `    ${style.dim('answered ')}${answeredText(exchange, verbose)}`,
        ]
      : []),
    ...(acts.length > 1 ? [`    ${style.dim('broke    ')}${acts.slice(0, verbose ? 99 : 5).join(', ')}`] : []),
  ]
  return rows.join('\n')
}

function summary(result: TestResult, { verbose, style, cleanCommand }: ScreenOptions): string {
  const { remarks, notJudged, leftBehind, requests, durationMs, access } = result
  const more = [
    ...(verbose || remarks.length === 0 ? [] : [` ${counted(remarks.length, 'remark')} (--verbose).`]),
    ...(verbose || notJudged.length === 0 ? [] : [` ${counted(notJudged.length, 'check')} not judged (--verbose).`]),
    ...(access === 'asked' ? [] : [' Whether the application lets people in was not asked (--access).']),
  ]
  const lines = [
    ...(verbose ? remarks.map(({ text }) => `Remark: ${text}`) : []),
    ...(verbose ? notJudged.map(({ question, because }) => `Not judged: ${question}, because of ${because}.`) : []),
    ...leftText(leftBehind, verbose, cleanCommand),
    style.dim(`${counted(requests, 'request')} in ${(durationMs / 1000).toFixed(1)} s.${more.join('')}`),
  ]
  return lines.join('\n')
}

export { NAMES as VICTIM_NAMES }

/** As many as a person reads; all of one kind is said once. */
const MOST_LEFT = 3
const LONGEST_REASON = 120

function leftText(leftBehind: readonly string[], verbose: boolean, cleanCommand: string): string[] {
  if (leftBehind.length === 0) return []
  const shown = verbose ? leftBehind : leftBehind.slice(0, MOST_LEFT)
  const rest = leftBehind.length - shown.length
  return [
    `Left behind: ${leftBehind.length} of ours. Once the endpoint lets it, this removes them: ${cleanCommand}`,
    ...shown.map((line) => `    ${shortReason(line)}`),
    ...(rest > 0 ? [`    … and ${rest} more (--verbose)`] : []),
  ]
}

/** What stands in brackets at the end, cut. */
function shortReason(line: string): string {
  const [, what = line, reason = ''] = /^(.*?) \((.*)\)$/s.exec(line) ?? []
  return reason.length <= LONGEST_REASON ? line : `${what} (${reason.slice(0, LONGEST_REASON)}…)`
}
