// Lists: skip and limit, filters and sorting. V1 writes `field:$op:value` and separates by spaces, V2 writes `field:op:value` and separates
// by commas; each ignores the other's separator.
import { VerbError } from '@scimulator/shared/behaviour'

export interface ListQuery {
  readonly skip: number
  readonly limit: number
  readonly filters: readonly ListFilter[]
  readonly sort: readonly string[]
  readonly fields: readonly string[]
}

export interface ListFilter {
  readonly field: string
  readonly operator: string
  readonly value: string
}

type Json = Readonly<Record<string, unknown>>

const DEFAULT_LIMIT = 10
const MAX_LIMIT = 100
const OPERATORS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'between', 'search', 'in']

export function readListQuery(query: URLSearchParams, version: 'v1' | 'v2'): ListQuery {
  const separator = version === 'v1' ? ' ' : ','
  const words = (name: string): string[] => (query.get(name) ?? '').split(separator).filter((word) => word !== '')
  return {
    skip: Math.max(0, wholeNumber(query.get('skip'), 0)),
    limit: Math.min(MAX_LIMIT, Math.max(1, wholeNumber(query.get('limit'), DEFAULT_LIMIT))),
    filters: query.getAll('filter').flatMap((text) => readFilters(text, version)),
    sort: words('sort'),
    fields: words('fields'),
  }
}

/** The page that was asked for, and how many there are without paging. */
export function listed<Row extends Json>(rows: readonly Row[], query: ListQuery): { total: number; page: Json[] } {
  const fitting = rows.filter((row) => query.filters.every((filter) => fits(row, filter)))
  const page = sortRows(fitting, query.sort).slice(query.skip, query.skip + query.limit)
  return { total: fitting.length, page: page.map((row) => onlyFields(row, query.fields)) }
}

/** The fields asked for, and always the id. Without a list all fields. */
export function onlyFields(row: Json, fields: readonly string[]): Json {
  if (fields.length === 0) return row
  const wanted = new Set([...fields, '_id', 'id'])
  return Object.fromEntries(Object.entries(row).filter(([name]) => wanted.has(name)))
}

function readFilters(text: string, version: 'v1' | 'v2'): ListFilter[] {
  const parts = version === 'v2' ? text.split(/,(?=[\w.]+:[a-z]+:)/) : [text]
  return parts.map((part) => {
    const match = /^([\w.]+):(\$?)([a-z]+):(.*)$/s.exec(part)
    const [, field = '', dollar = '', operator = '', value = ''] = match ?? []
    if (!match || !OPERATORS.includes(operator) || (version === 'v1') !== (dollar === '$')) {
      const form = version === 'v1' ? 'field:$operator:value' : 'field:operator:value'
      throw new VerbError('invalid', `filter "${part}" is not ${form} with one of ${OPERATORS.join(', ')}`)
    }
    return { field, operator, value }
  })
}

/** A filter on a field that nobody has would find nobody, or with `ne` everybody. @throws VerbError */
export function assertFields(filters: readonly ListFilter[], known: ReadonlySet<string>): void {
  const unknown = filters.find(({ field }) => !known.has(field.split('.', 1)[0] ?? ''))
  if (unknown) throw new VerbError('invalid', `filter names "${unknown.field}", which no item of this list has`)
}

function fits(row: Json, { field, operator, value }: ListFilter): boolean {
  const actual = textAt(row, field)
  switch (operator) {
    case 'eq':
      return actual === value
    case 'ne':
      return actual !== value
    case 'in':
      return value.split(/[|,]/).includes(actual)
    case 'search':
      return actual.toLowerCase().includes(value.toLowerCase())
    case 'between': {
      const [low = '', high = ''] = value.split(',', 2)
      return actual >= low && actual <= high
    }
    default:
      return ordered(actual, operator, value)
  }
}

function ordered(actual: string, operator: string, value: string): boolean {
  if (operator === 'gt') return actual > value
  if (operator === 'ge') return actual >= value
  return operator === 'lt' ? actual < value : actual <= value
}

/** By each field in turn; a minus before one sorts downwards. */
export function sortRows<Row extends Json>(rows: readonly Row[], sort: readonly string[]): readonly Row[] {
  return sort.length === 0 ? rows : [...rows].sort((a, b) => compareRows(a, b, sort))
}

function compareRows(a: Json, b: Json, sort: readonly string[]): number {
  for (const key of sort) {
    const isDown = key.startsWith('-')
    const field = isDown ? key.slice(1) : key
    const [left, right] = [textAt(a, field), textAt(b, field)]
    if (left !== right) return left < right === isDown ? 1 : -1
  }
  return 0
}

export function textAt(row: Json, field: string): string {
  let value: unknown = row
  for (const name of field.split('.')) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined
  }
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function wholeNumber(text: string | null, usual: number): number {
  return text !== null && /^\d+$/.test(text) ? Number(text) : usual
}
