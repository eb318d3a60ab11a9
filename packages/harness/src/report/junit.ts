// Cases as JUnit XML. Unproven is a failure of a type of its own, and skipped is skipped: a pass is neither.
import type { Case } from './case.ts'

export function junitXml(cases: readonly Case[]): string {
  const suites = [...new Set(cases.map(({ suite }) => suite))]
  const texts = suites.map((name) =>
    suiteXml(
      name,
      cases.filter(({ suite }) => suite === name),
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${texts.join('\n')}\n</testsuites>\n`
}

function suiteXml(name: string, cases: readonly Case[]): string {
  const count = (...outcomes: readonly Case['outcome'][]): number =>
    cases.filter(({ outcome }) => outcomes.includes(outcome)).length
  const time = cases.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(3)
  const counts = { failures: count('failed', 'unproven'), errors: count('error'), skipped: count('skipped') }
  const facts = { name, tests: cases.length, ...counts, time }
  return `<testsuite ${attributes(facts)}>\n${cases.map(caseXml).join('\n')}\n</testsuite>`
}

function caseXml({ suite, name, outcome, message, text, file, line, seconds }: Case): string {
  const place = { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) }
  const facts = attributes({ name, classname: suite, ...place, time: seconds.toFixed(3) })
  if (outcome === 'passed') return `<testcase ${facts}/>`
  if (outcome === 'skipped') return `<testcase ${facts}><skipped ${attributes({ message })}/></testcase>`
  const element = outcome === 'error' ? 'error' : 'failure'
  return `<testcase ${facts}><${element} ${attributes({ type: outcome, message })}>${escaped(text)}</${element}></testcase>`
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`)
    .join(' ')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Characters that XML 1.0 has no place for become U+FFFD. */
function escaped(text: string): string {
  return text
    .replace(/[<>&"']/g, (character) => ENTITIES[character] ?? character)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
}
