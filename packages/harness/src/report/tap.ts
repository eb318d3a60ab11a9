// Cases in the Test Anything Protocol, version 14 (testanything.org).
import type { Case } from './case.ts'

export function tapText(cases: readonly Case[]): string {
  return ['TAP version 14', `1..${cases.length}`, ...cases.flatMap(caseLines), ''].join('\n')
}

function caseLines({ name, suite, outcome, message, text, file, line }: Case, at: number): readonly string[] {
  const said = `${at + 1} - ${description(name.startsWith(suite) ? name : `${suite}: ${name}`)}`
  if (outcome === 'passed') return [`ok ${said}`]
  if (outcome === 'skipped') return [`ok ${said} # SKIP ${description(message)}`]
  const diagnosis = {
    outcome,
    message,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    text,
  }
  const members = Object.entries(diagnosis).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`)
  return [`not ok ${said}`, '  ---', ...members, '  ...']
}

/** On one line, and without what would begin a directive. */
function description(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('\\', '\\\\').replaceAll('#', '\\#').trim()
}
