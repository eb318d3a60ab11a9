// What GitHub Actions reads: workflow commands that annotate files, and a summary of the job in Markdown. What an endpoint answered must
// not be taken for a command, nor for markup.
import type { Case } from './case.ts'

/** One `::error` a case that is not as it must be, and one `::notice` a case that was skipped. */
export function githubCommands(cases: readonly Case[]): string {
  return cases.flatMap(commandsOf).join('')
}

function commandsOf({ name, outcome, message, text, file, line }: Case): readonly string[] {
  if (outcome === 'passed' || outcome === 'skipped') return []
  const place = { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line: String(line) }) }
  const level = outcome === 'unproven' ? 'warning' : 'error'
  const properties = Object.entries({ ...place, title: outcome === 'unproven' ? `${name} (unproven)` : name })
  const shown = properties.map(([key, value]) => `${key}=${property(value)}`).join(',')
  return [`::${level} ${shown}::${data(text === '' ? message : `${message}\n\n${text}`)}\n`]
}

/** As the toolkit's `escapeData` (github.com/actions/toolkit, core/src/command.ts). */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** As its `escapeProperty`. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** Prints in such a way that no line of the text is a command. @param token one that nobody can guess */
export function withoutCommands(text: string, token: string): string {
  return `::stop-commands::${token}\n${text.trimEnd()}\n::${token}::\n`
}

/** @param head the verdict in a line @param facts what else there is to say, a line each */
export function githubSummary(head: string, facts: readonly string[], cases: readonly Case[]): string {
  const bad = cases.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'skipped')
  const skipped = cases.filter(({ outcome }) => outcome === 'skipped')
  return [
    `## ${inline(head)}`,
    ...facts.map(inline),
    ...(bad.length === 0 ? [] : [table(bad)]),
    ...bad.map(details),
    ...(skipped.length === 0
      ? []
      : [`<details><summary>${skipped.length} skipped</summary>\n\n${table(skipped)}\n\n</details>`]),
    '',
  ].join('\n\n')
}

function table(cases: readonly Case[]): string {
  const rows = cases.map(({ name, outcome, message }) => `| ${cell(name)} | ${outcome} | ${cell(message)} |`)
  return ['| what | outcome | why |', '|---|---|---|', ...rows].join('\n')
}

function details({ name, text }: Case): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return text === ''
    ? ''
    : `<details><summary>${inline(name)}</summary>\n\n${fence}text\n${text}\n${fence}\n\n</details>`
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
}

function cell(text: string): string {
  return inline(text)
}

/** Text that Markdown and HTML leave alone, on one line. */
function inline(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]|!#~@]/g, (character) => `&#${character.charCodeAt(0)};`)
}
