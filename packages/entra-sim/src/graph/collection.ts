// Lists as Graph gives them: filtered, sorted, counted, cut into pages with @odata.nextLink, and narrowed to the asked properties.
import { badRequest } from './graph-error.ts'
import { passesFilter, valueAt } from './odata/evaluate-filter.ts'
import type { ODataFilter } from './odata/filter.ts'
import type { ODataQuery } from './odata/query.ts'
import type { GraphAnswer, GraphCall } from './operation.ts'

export type GraphResource = Readonly<Record<string, unknown>>

export interface CollectionRules {
  /** What follows `$metadata#` in @odata.context. */
  readonly context: string
  readonly pageSize?: number
  readonly maxPageSize?: number
  readonly isCaseSensitive?: boolean
  /** The properties that are shown when nothing is selected. */
  readonly defaultSelect?: readonly string[]
}

export function collection(call: GraphCall, resources: Iterable<GraphResource>, rules: CollectionRules): GraphAnswer {
  const { query } = call
  const wanted = sorted(filtered(resources, query.filter, rules), query)
  const offset = offsetOf(query)
  const size = Math.min(query.top ?? rules.pageSize ?? 100, rules.maxPageSize ?? 999)
  const page = wanted.slice(offset, offset + size)
  const isLast = offset + size >= wanted.length
  return {
    status: 200,
    body: {
      '@odata.context': `${call.root}/$metadata#${rules.context}`,
      ...(query.count ? { '@odata.count': wanted.length } : {}),
      ...(isLast || size === 0 ? {} : { '@odata.nextLink': nextLink(call, offset + size) }),
      value: page.map((resource) => narrowed(resource, query.select ?? rules.defaultSelect)),
    },
  }
}

/** One resource, narrowed to `$select`. */
export function single(
  call: GraphCall,
  resource: GraphResource,
  context: string,
  options: { readonly status?: number; readonly defaultSelect?: readonly string[] } = {},
): GraphAnswer {
  const narrow = narrowed(resource, call.query.select ?? options.defaultSelect)
  const body = { '@odata.context': `${call.root}/$metadata#${context}/$entity`, ...narrow }
  return { status: options.status ?? 200, body }
}

export function narrowed(resource: GraphResource, select: readonly string[] | undefined): GraphResource {
  if (!select || select.includes('*')) return resource
  const wanted = new Set(select.map((name) => name.toLowerCase()))
  const kept = Object.entries(resource).filter(([name]) => name.startsWith('@') || wanted.has(name.toLowerCase()))
  return Object.fromEntries(kept)
}

function filtered(
  resources: Iterable<GraphResource>,
  filter: ODataFilter | undefined,
  rules: CollectionRules,
): GraphResource[] {
  const all = [...resources]
  if (!filter) return all
  const evaluation = { isCaseSensitive: rules.isCaseSensitive ?? false }
  return all.filter((resource) => passesFilter(filter, resource, evaluation))
}

function sorted(resources: GraphResource[], { orderby = [] }: ODataQuery): GraphResource[] {
  return resources.sort((a, b) => {
    for (const { path, descending } of orderby) {
      const order = compare(valueAt(a, path), valueAt(b, path))
      if (order !== 0) return descending ? -order : order
    }
    return 0
  })
}

function compare(left: unknown, right: unknown): number {
  if (left === right) return 0
  if (left === undefined || left === null) return -1
  if (right === undefined || right === null) return 1
  if (typeof left === 'number' && typeof right === 'number') return left - right
  return String(left).toLowerCase() < String(right).toLowerCase() ? -1 : 1
}

/** A skip token is opaque to clients: it holds the offset of the next page. */
function offsetOf(query: ODataQuery): number {
  if (query.skiptoken === undefined) return query.skip ?? 0
  const offset = Number(Buffer.from(query.skiptoken, 'base64url').toString('utf8'))
  if (!Number.isInteger(offset) || offset < 0)
    throw badRequest(`The $skiptoken '${query.skiptoken}' was not given out here.`)
  return offset
}

function nextLink(call: GraphCall, offset: number): string {
  const options = new URLSearchParams(call.search)
  options.delete('$skip')
  options.set('$skiptoken', Buffer.from(String(offset)).toString('base64url'))
  return `${call.root}${call.path}?${options}`
}
