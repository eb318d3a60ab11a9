// One page of what a view shows, as the control surface answers it (docs/reference/control-surface.md): the same words of a query, over
// items that are in memory. A test asks both the same questions.
import { ControlError, type Item, type Page, type ViewQuery } from './source.ts'

type AnyItem = Item<Readonly<Record<string, unknown>>>

const RESERVED: ReadonlySet<string> = new Set(['offset', 'limit', 'sort', 'q', 'where', 'fields'])
const PAGE = 100

/** @throws ControlError for words that only the program itself can read */
export function pageOf(items: readonly AnyItem[], query: ViewQuery): Page<AnyItem['value']> {
  const found = items.filter((item) => fits(item, query))
  const sort = listed(query.sort)
  const ordered = sort.length === 0 ? found : sorted(found, sort)
  const offset = Number(query.offset ?? 0)
  const shown = ordered.slice(offset, offset + Number(query.limit ?? PAGE))
  const fields = query.fields === undefined ? undefined : listed(query.fields)
  return { items: fields ? shown.map((item) => cut(item, fields)) : shown, total: found.length, offset, dropped: 0 }
}

function fits(item: AnyItem, query: ViewQuery): boolean {
  const { q, where } = query
  const conditions = where === undefined ? [] : typeof where === 'object' ? where : [String(where)]
  if (q !== undefined && !hasText(item, String(q))) return false
  if (!conditions.every((condition) => hasValue(item, condition))) return false
  return Object.entries(query).every(
    ([word, value]) => RESERVED.has(word) || value === undefined || hasOwn(item, word, value),
  )
}

/** A view's own word that is the name of a member selects by it; what others do, nobody but the program knows. */
function hasOwn(item: AnyItem, word: string, value: NonNullable<ViewQuery[string]>): boolean {
  if (!Object.hasOwn(item.value, word))
    throw new ControlError('refused', `A recording does not hold what "${word}" would select.`)
  return textOf(item.value[word]) === String(value)
}

function hasValue(item: AnyItem, condition: string): boolean {
  const colon = condition.indexOf(':')
  const [field, value] = [condition.slice(0, colon), condition.slice(colon + 1)]
  const found = fieldOf(item, field)
  return Array.isArray(found) ? found.some((one) => String(one) === value) : textOf(found) === value
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function hasText({ key, value }: AnyItem, wanted: string): boolean {
  const lower = wanted.toLowerCase()
  return key.toLowerCase().includes(lower) || leaves(value).some((text) => text.toLowerCase().includes(lower))
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : []
}

/** Equal items keep their order, or are turned round where the first word is descending. */
function sorted(items: readonly AnyItem[], sort: readonly string[]): readonly AnyItem[] {
  const words = sort.map((word) => ({ field: word.replace(/^-/, ''), isDown: word.startsWith('-') }))
  return items
    .map((item, index) => ({ item, index }))
    .sort((a, b) => {
      for (const { field, isDown } of words) {
        const order = compared(fieldOf(a.item, field), fieldOf(b.item, field))
        if (order !== 0) return isDown ? -order : order
      }
      return words[0]?.isDown ? b.index - a.index : a.index - b.index
    })
    .map(({ item }) => item)
}

function compared(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const isAbsent = Number(a === undefined || a === null) - Number(b === undefined || b === null)
  if (isAbsent !== 0) return isAbsent
  const [left, right] = [textOf(a), textOf(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

function fieldOf({ key, value }: AnyItem, field: string): unknown {
  if (Object.hasOwn(value, field)) return value[field]
  if (field === 'key') return key
  return field
    .split('.')
    .reduce<unknown>((inner, name) => (Object.hasOwn(Object(inner), name) ? Object(inner)[name] : undefined), value)
}

function cut({ key, value }: AnyItem, fields: readonly string[]): AnyItem {
  return { key, value: Object.fromEntries(Object.entries(value).filter(([name]) => fields.includes(name))) }
}

function listed(words: ViewQuery[string]): readonly string[] {
  return String(words ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
