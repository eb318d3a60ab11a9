// Rows of the page Attribute Mapping: how they are shown, and what may become of them. Pure.
import type { Views } from '../../source/source.ts'

export type ObjectMapping = Views['entra.object-mappings']
export type MappingRow = ObjectMapping['rows'][number]

export const NEW_ROW: MappingRow = {
  target: '',
  type: 'Direct',
  source: '',
  matchingPriority: 0,
  defaultValue: '',
  apply: 'Always',
}

/** As the table shows what a row takes its value from. */
export function sourceText({ type, source, defaultValue }: MappingRow): string {
  if (type === 'Constant') return `"${source}"`
  return type === 'None' ? defaultValue : source
}

/** The rows with one in the place of the one with the target `before`; a new one comes last. */
export function withRow(
  rows: readonly MappingRow[],
  before: string | undefined,
  row: MappingRow,
): readonly MappingRow[] {
  const at = rows.findIndex(({ target }) => target === before)
  return at === -1 ? [...rows, row] : rows.with(at, row)
}

export function withoutRow(rows: readonly MappingRow[], target: string): readonly MappingRow[] {
  return rows.filter((row) => row.target !== target)
}

/** The last attribute by which objects are matched stays, and so does what the target requires. */
export function canBeDeleted(rows: readonly MappingRow[], row: MappingRow, required: readonly string[]): boolean {
  const isLastMatch = row.matchingPriority > 0 && rows.every((one) => one === row || one.matchingPriority === 0)
  return !isLastMatch && !required.includes(row.target)
}

/** Precedence of an attribute that begins to match: after those that match already. */
export function nextPrecedence(rows: readonly MappingRow[]): number {
  return 1 + Math.max(0, ...rows.map(({ matchingPriority }) => matchingPriority))
}

/** Why a row cannot be taken over; undefined when it can. Expressions are read by the tenant when they are saved. */
export function problemOfRow(row: MappingRow, others: readonly MappingRow[]): string | undefined {
  if (row.target === '') return 'Choose a target attribute.'
  if (others.some(({ target }) => target === row.target)) return `${row.target} is mapped already.`
  if (row.type !== 'None' && row.type !== 'Constant' && row.source.trim() === '')
    return 'Say where the value comes from.'
  return undefined
}

/** `set-mapping` and `save-mappings` take an empty text as a text. */
export function rowInput({ target, type, source, matchingPriority, defaultValue, apply }: MappingRow): object {
  return {
    target,
    type,
    matchingPriority,
    apply,
    ...(type !== 'None' && { source }),
    ...(defaultValue !== '' && { defaultValue }),
  }
}
