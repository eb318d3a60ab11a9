// What the suites come to, for people: the conclusion, the sections with their counts, and what does not pass with the exchange that shows it.

import type { Style } from '../examine/screen.ts'
import { shortAnswer, shortRequest } from '../report/short-exchange.ts'
import type { Outcome, SuiteResult, ToldRow, ToldSuite } from './suite-result.ts'

export interface SuiteScreenOptions {
  readonly style: Style
  /** Every row, and not only those that do not pass. */
  readonly verbose: boolean
}

const WORDS: Readonly<Record<Outcome, string>> = {
  pass: 'pass',
  fail: 'FAIL',
  warning: 'warning',
  'not-applicable': 'not applicable',
  'not-decided': 'not decided',
}

export function suiteScreen(result: SuiteResult, options: SuiteScreenOptions): string {
  const { style } = options
  const trouble = result.trouble
    ? [style.red(`${result.target} could not be looked at: ${result.trouble.detail}`)]
    : result.suites.map((suite) => suiteText(suite, options))
  return `${[...trouble, footText(result, style)].join('\n\n')}\n`
}

function suiteText(suite: ToldSuite, options: SuiteScreenOptions): string {
  const { style } = options
  const { kit, conclusion, counts } = suite
  const paint = counts.fail > 0 ? style.red : style.green
  const sections = [...new Set(suite.rows.map(({ section }) => section))]
  const width = Math.max(...suite.rows.map(({ source }) => source.length))
  return [
    `${style.bold(kit.name)} ${style.dim(`(${kit.publisher}, ${kit.version}, ${kit.date})`)}`,
    paint(conclusion),
    countsText(counts),
    '',
    ...sections.map((section) =>
      sectionText(
        suite.rows.filter((row) => row.section === section),
        width,
        options,
      ),
    ),
  ].join('\n')
}

function countsText({ pass, fail, warning, notApplicable, notDecided }: ToldSuite['counts']): string {
  const parts: readonly (readonly [number, string])[] = [
    [pass, 'pass'],
    [fail, fail === 1 ? 'fails' : 'fail'],
    [warning, warning === 1 ? 'warning' : 'warnings'],
    [notApplicable, 'not applicable'],
    [notDecided, 'not decided'],
  ]
  return parts.flatMap(([count, word]) => (count > 0 ? [`${count} ${word}`] : [])).join(', ')
}

function sectionText(rows: readonly ToldRow[], width: number, { style, verbose }: SuiteScreenOptions): string {
  const [first] = rows
  const passed = rows.filter(({ outcome }) => outcome === 'pass').length
  const decided = rows.filter(({ outcome }) => outcome !== 'not-decided' && outcome !== 'not-applicable').length
  const head = `  ${`${passed} of ${decided}`.padEnd(9)} ${(first?.source ?? '').padEnd(width)}  ${first?.section}`
  const shown = rows.filter(({ outcome }) => verbose || outcome === 'fail' || outcome === 'warning')
  return [head, ...shown.flatMap((row) => rowLines(row, style))].join('\n')
}

function rowLines(row: ToldRow, style: Style): readonly string[] {
  const { outcome, exchange } = row
  const word = WORDS[outcome].padEnd(14)
  const painted = outcome === 'fail' ? style.red(word) : outcome === 'warning' ? style.yellow(word) : style.dim(word)
  const lines = [`    ${painted} ${row.says} ${style.dim(`[${row.id}]`)}`]
  if (row.because !== undefined) lines.push(`${INDENT}${style.dim(row.because)}`)
  if (outcome !== 'fail' && outcome !== 'warning') return lines
  const told: readonly (readonly [string, string | undefined])[] = [
    ['seen', row.detail],
    ['sent', exchange && shortRequest(exchange.request)],
    ['answered', exchange && shortAnswer(exchange)],
  ]
  return [
    ...lines,
    ...told.flatMap(([name, text]) => (text === undefined ? [] : [`${INDENT}${style.dim(name.padEnd(9))}${text}`])),
  ]
}

const INDENT = ' '.repeat(19)

function footText({ requests, durationMs, leftBehind }: SuiteResult, style: Style): string {
  return [
    ...leftBehind.map((line) => `Left behind: ${line}`),
    style.dim(`${requests} requests in ${(durationMs / 1000).toFixed(1)} s.`),
  ].join('\n')
}
