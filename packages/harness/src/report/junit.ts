import type { RunResult, ScenarioResult } from './result.ts'
import { scenarioTree, titleOf } from './tree.ts'

/** The run as JUnit XML: one suite per file, one case per combination. */
export function junitXml(run: RunResult): string {
  const files = [...new Set(run.scenarios.map(({ file }) => file))]
  const suites = files.map((file) =>
    suite(
      file,
      run.scenarios.filter((result) => result.file === file),
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('\n')}\n</testsuites>\n`
}

function suite(file: string, results: readonly ScenarioResult[]): string {
  const failures = results.filter(({ outcome }) => isFailure(outcome)).length
  const errors = results.filter(({ outcome }) => outcome === 'error' || outcome === 'rejected').length
  const skipped = results.filter(({ outcome }) => outcome === 'skipped').length
  const time = results.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000
  const facts = { name: file, tests: results.length, failures, errors, skipped, time: time.toFixed(3) }
  return `<testsuite ${attributes(facts)}>\n${results.map(testCase).join('\n')}\n</testsuite>`
}

function isFailure(outcome: ScenarioResult['outcome']): boolean {
  return outcome === 'failed' || outcome === 'unproven' || outcome === 'protected' || outcome === 'damage'
}

function testCase(result: ScenarioResult): string {
  const facts = attributes({
    name: titleOf(result),
    classname: result.file,
    time: (result.durationMs / 1000).toFixed(3),
  })
  if (result.outcome === 'passed') return `<testcase ${facts}/>`
  if (result.outcome === 'skipped')
    return `<testcase ${facts}><skipped ${attributes({ message: result.message ?? '' })}/></testcase>`
  const element = result.outcome === 'error' || result.outcome === 'rejected' ? 'error' : 'failure'
  const message = attributes({ message: result.message ?? result.outcome })
  return `<testcase ${facts}><${element} ${message}>${escaped(scenarioTree(result))}</${element}></testcase>`
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
