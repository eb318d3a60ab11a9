import type { SwitchDefinition } from '@scimulator/shared/behaviour'
import type { FidelityRow } from './fidelity-row.ts'

export interface FidelityPart {
  readonly title: string
  readonly areas: Readonly<Record<string, readonly FidelityRow[]>>
  readonly switches: readonly SwitchDefinition[]
}

const HEAD = `# Fidelity

What of the vendors' services is reproduced, what is simplified, and what nobody outside knows. Grades:
**documented** by the vendor, **observed** in captures, issues and write-ups by several people, **observed once** by one,
**inferred** from them, **decided** by this project.
What is inferred or open is a switch; a scenario sets one with \`given: entra: switches:\` (or \`jumpcloud\`, \`receiver\`).

This page is generated: \`npm run generate\`.
`

export function fidelityPage(parts: readonly FidelityPart[]): string {
  return [HEAD, ...parts.map(partText)].join('\n')
}

function partText({ title, areas, switches }: FidelityPart): string {
  const tables = Object.entries(areas).map(([area, rows]) => `### ${area}\n\n${rowTable(rows)}`)
  return [`## ${title}`, ...tables, '### Switches', switchTable(switches)].join('\n\n').concat('\n')
}

function rowTable(rows: readonly FidelityRow[]): string {
  const lines = rows.map(({ behaviour, status, grade, source, note = '' }) =>
    line([behaviour, status, grade, source, note]),
  )
  return [line(['behaviour', 'here', 'grade', 'source', 'note']), '|---|---|---|---|---|', ...lines].join('\n')
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
