import type { Fidelity, FidelityRow, SwitchDefinition } from '@scimulator/shared/behaviour'
import { KNOWN_GAPS } from './known-gaps.ts'
import type { SurveyPoint } from './survey-row.ts'

export interface FidelityPart {
  readonly title: string
  readonly areas: Fidelity
  readonly switches: readonly SwitchDefinition[]
}

const HEAD = `# Fidelity

What of the vendors' services is reproduced, what is simplified, and what only the vendors know. Grades:
**documented** by the vendor, **observed** in captures, issues and write-ups by several people, **observed once** by one,
**inferred** from them, **decided** by this project.
What is inferred or open is a switch; a scenario sets one with \`given: entra: switches:\` (or \`jumpcloud\`, \`receiver\`).

This page is generated: \`npm run generate\`.
`

export function fidelityPage(parts: readonly FidelityPart[], points: readonly SurveyPoint[]): string {
  return [HEAD, ...parts.map(partText), gapsText(), surveyText(points)].join('\n')
}

function gapsText(): string {
  const lines = Object.entries(KNOWN_GAPS).map(([name, what]) => line([`\`${name}\``, what]))
  return `${GAPS}\n\n${[line(['gap', 'what is not here']), '|---|---|', ...lines].join('\n')}\n`
}

const GAPS = `## Known gaps

A test asks for each of them, and turns red when it begins to work.`

function surveyText(points: readonly SurveyPoint[]): string {
  const lines = points.map(({ id, what, here, grade, source, shown }) => line([id, what, here, grade, source, shown]))
  const table = [
    line(['point', 'what', 'here', 'grade', 'source', 'shown by, or why not']),
    '|---|---|---|---|---|---|',
    ...lines,
  ]
  return `${SURVEY}\n\n${table.join('\n')}\n`
}

const SURVEY = `## Points of a survey

Newer facts of the services (S) and inputs that people in the field have met (FC), each with one word: **done**,
**switch** (open, so both ways), **refused** (with a message), **partly** and **missing** (gaps), **left out** (not meant
to be here).`

function partText({ title, areas, switches }: FidelityPart): string {
  const tables = Object.entries(areas).map(([area, rows]) => `### ${area}\n\n${rowTable(rows)}`)
  return [`## ${title}`, ...tables, '### Switches', switchTable(switches)].join('\n\n').concat('\n')
}

function rowTable(rows: readonly FidelityRow[]): string {
  const lines = rows.map((row) => {
    const { behaviour, status, grade, source, shown = '' } = row
    return line([behaviour, status, grade, source, noteOf(row), shown])
  })
  const head = line(['behaviour', 'here', 'grade', 'source', 'note', 'shown by'])
  return [head, '|---|---|---|---|---|---|', ...lines].join('\n')
}

function noteOf({ note = '', switches = [] }: FidelityRow): string {
  if (switches.length === 0) return note
  const names = switches.map((id) => `\`${id}\``).join(', ')
  return `${note} ${switches.length === 1 ? 'Switch' : 'Switches'} ${names}.`.trim()
}

function switchTable(switches: readonly SwitchDefinition[]): string {
  const lines = switches.map((one) => {
    return line([`\`${one.id}\``, one.describes, valuesText(one), one.grade, one.source])
  })
  return [
    line(['switch', 'what it decides', 'values, default first', 'grade', 'source']),
    '|---|---|---|---|---|',
    ...lines,
  ].join('\n')
}

function valuesText({ values, default: usual }: SwitchDefinition): string {
  if (!Array.isArray(values)) return 'min' in values ? `${usual}; ${values.min} to ${values.max}` : String(usual)
  return [usual, ...values.filter((value) => value !== usual)].map(String).join(', ')
}

export function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
}
