// One page of what a view shows: of a program that runs, and of a recording of one. Pure, and loaded by pages.
import type { PagedItem, PageQuery, ViewPage } from './page-query.ts'

/** What a reserved word of the query selects, orders and cuts out. */
export function viewPage(all: readonly PagedItem[], query: PageQuery): ViewPage {
  const { offset, limit, sort, q, where, fields } = query
  const found = all.filter((item) => hasValues(item, where) && (q === undefined || hasText(item, q)))
  const ordered = sort.length === 0 ? found : sorted(found, sort)
  const shown = ordered.slice(offset, offset + limit)
  return { items: fields ? shown.map((item) => cut(item, fields)) : shown, total: found.length, offset }
}

function hasValues(item: PagedItem, where: PageQuery['where']): boolean {
  return where.every(({ field, value }) => {
    const found = fieldOf(item, field)
    return Array.isArray(found) ? found.some((one) => textOfValue(one) === value) : textOfValue(found) === value
  })
}

/** An absent value is the empty text, so that `where=department:` finds those without one. */
export function textOfValue(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function hasText({ key, value }: PagedItem, wanted: string): boolean {
  const lower = wanted.toLowerCase()
  return key.toLowerCase().includes(lower) || leaves(value).some((text) => text.toLowerCase().includes(lower))
}

/** Texts and numbers of a value, at any depth; names of members are not among them. */
function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : []
}

/** In no language's order: the same everywhere. Equal items keep their order, or are turned round where the first word is descending. */
function sorted(items: readonly PagedItem[], sort: PageQuery['sort']): readonly PagedItem[] {
  const isDown = sort[0]?.isDescending === true
  return items
    .map((item, index) => ({ item, index }))
    .sort((a, b) => {
      for (const { field, isDescending } of sort) {
        const order = compared(fieldOf(a.item, field), fieldOf(b.item, field))
        if (order !== 0) return isDescending ? -order : order
      }
      return isDown ? b.index - a.index : a.index - b.index
    })
    .map(({ item }) => item)
}

/** Numbers by size, other values by their text; absent ones last in ascending order. */
function compared(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const isAbsent = Number(a === undefined || a === null) - Number(b === undefined || b === null)
  if (isAbsent !== 0) return isAbsent
  const [left, right] = [textOfValue(a), textOfValue(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** `key`, a member of the value, or a path into it: `counts.activeMembers`. A member whose own name has dots wins. */
function fieldOf({ key, value }: PagedItem, field: string): unknown {
  if (Object.hasOwn(value, field)) return value[field]
  if (field === 'key') return key
  return field.split('.').reduce<unknown>((inner, name) => member(inner, name), value)
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return Object.entries(value).find(([known]) => known === name)?.[1]
}

function cut({ key, value }: PagedItem, fields: readonly string[]): PagedItem {
  return { key, value: Object.fromEntries(Object.entries(value).filter(([name]) => fields.includes(name))) }
}
