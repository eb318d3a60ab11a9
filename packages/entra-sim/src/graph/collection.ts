// Lists as Graph gives them: filtered, sorted, counted, cut into pages with @odata.nextLink, and narrowed to the asked properties.
import { badRequest, GraphError } from './graph-error.ts'
import { ownName, passesFilter, pathsOf, valueAt } from './odata/evaluate-filter.ts'
import type { ODataQuery } from './odata/query.ts'
import { passesSearch, searchedProperties } from './odata/search.ts'
import type { GraphAnswer, GraphCall } from './operation.ts'
import { assertDeclared } from './resources/declared-properties.ts'

export type GraphResource = Readonly<Record<string, unknown>>

export interface CollectionRules {
  /** What follows `$metadata#` in @odata.context. */
  readonly context: string
  readonly pageSize?: number
  readonly maxPageSize?: number
  readonly isCaseSensitive?: boolean
  /** Paths, in lower case, of what is an enumeration: never case-sensitive. */
  readonly enumerations?: readonly string[]
  /** The properties that are shown when nothing is selected; where resources are of several types, by each. */
  readonly defaultSelect?: readonly string[] | ((resource: GraphResource) => readonly string[] | undefined)
  /** Whether a property that no resource has is an error in `$filter` and `$orderby`: the answer would be the wrong people. */
  readonly refusesUnknown?: boolean
  /** The state of the list that the pages are of, for a list that grows at its beginning; `anchorOf` a later page gives it back. */
  readonly anchor?: number
}

export function collection(call: GraphCall, resources: Iterable<GraphResource>, rules: CollectionRules): GraphAnswer {
  return collectionOf(
    call,
    () => resources,
    (resource) => resource,
    rules,
  )
}

/**
 * The same of things that are rendered on the way, so that a page of a large directory costs what is on it: what lies before the
 * page is passed over unrendered, and nothing after it is looked at but the next one.
 * @param list begins the list anew each time
 */
export function collectionOf<Item>(
  call: GraphCall,
  list: () => Iterable<Item>,
  render: (item: Item) => GraphResource,
  rules: CollectionRules,
): GraphAnswer {
  const { query } = call
  assertDeclared(call, rules.context)
  const passes = (resource: GraphResource) => {
    if (rules.refusesUnknown) assertKnown(resource, query)
    return isWanted(resource, query, rules)
  }
  const size = sizeOf(query, rules)
  const page = query.orderby
    ? sortedPage(call, [...list()].map((item) => render(item)).filter(passes), size)
    : lazyPage(call, list(), render, passes, size)
  return {
    status: 200,
    body: {
      '@odata.context': `${call.root}/$metadata#${rules.context}`,
      ...(query.count ? { '@odata.count': page.count ?? counted(list(), render, passes, query) } : {}),
      ...(page.next === undefined ? {} : { '@odata.nextLink': nextLink(call, page.next, rules.anchor) }),
      value: page.resources.map((resource) => narrowed(resource, selectOf(query) ?? defaultsOf(resource, rules))),
    },
  }
}

const LARGEST_PAGE = 999

/** Of a page; one that is too large is refused and not cut (Graph: Request_UnsupportedQuery). */
function sizeOf({ top }: ODataQuery, { pageSize = 100, maxPageSize = LARGEST_PAGE }: CollectionRules): number {
  if (top === undefined) return Math.min(pageSize, maxPageSize)
  if (top >= 1 && top <= maxPageSize) return top
  const message = `Invalid page size specified: '${top}'. Must be between 1 and ${maxPageSize} inclusive.`
  throw new GraphError(400, 'Request_UnsupportedQuery', message)
}

function defaultsOf(resource: GraphResource, { defaultSelect }: CollectionRules): readonly string[] | undefined {
  return typeof defaultSelect === 'function' ? defaultSelect(resource) : defaultSelect
}

function assertKnown(resource: GraphResource, { filter, search, orderby = [] }: ODataQuery): void {
  const searched = search ? searchedProperties(search) : []
  const paths = [...(filter ? pathsOf(filter) : []), ...searched, ...orderby.map(({ path }) => path)]
  for (const path of paths) {
    const [name = ''] = path.split('/')
    // A directory extension stands only on those who have a value of it.
    if (name.startsWith('extension_')) continue
    if (ownName(resource, name) === undefined) throw badRequest(`Could not find a property named '${name}'.`)
  }
}

/** `/users/$count`: how many there are, or how many pass `$filter`. */
export function countAnswer<Item>(
  { query }: GraphCall,
  items: Iterable<Item>,
  render: (item: Item) => GraphResource,
): GraphAnswer {
  const passes = (resource: GraphResource) => isWanted(resource, query, { context: '' })
  return { status: 200, body: counted(items, render, passes, query) }
}

/** One resource, narrowed to `$select`. */
export function single(
  call: GraphCall,
  resource: GraphResource,
  context: string,
  options: { readonly status?: number; readonly defaultSelect?: readonly string[] } = {},
): GraphAnswer {
  assertDeclared(call, context)
  const narrow = narrowed(resource, selectOf(call.query) ?? options.defaultSelect)
  const body = { '@odata.context': `${call.root}/$metadata#${context}/$entity`, ...narrow }
  if (options.status !== 201) return { status: options.status ?? 200, body }
  const location = `${call.root}${call.path.replace(/\/+$/, '')}/${String(resource.id)}`
  return { status: 201, body, headers: { location } }
}

export function narrowed(resource: GraphResource, select: readonly string[] | undefined): GraphResource {
  if (!select || select.includes('*')) return resource
  const wanted = new Set(select.map((name) => name.toLowerCase()))
  const kept = Object.entries(resource).filter(([name]) => name.startsWith('@') || wanted.has(name.toLowerCase()))
  return Object.fromEntries(kept)
}

/** What is expanded is shown whatever is selected. */
function selectOf({ select, expand = [] }: ODataQuery): readonly string[] | undefined {
  return select && [...select, ...expand.map((text) => text.split('(')[0]?.trim() ?? '')]
}

interface Page {
  readonly resources: readonly GraphResource[]
  /** Where the next page begins; undefined on the last. */
  readonly next: number | undefined
  /** How many there are on all pages, when that is known already. */
  readonly count?: number
}

function sortedPage(call: GraphCall, resources: GraphResource[], size: number): Page {
  const wanted = sorted(resources, call.query)
  const offset = offsetOf(call.query)
  const next = offset + size < wanted.length ? offset + size : undefined
  return { resources: wanted.slice(offset, offset + size), next, count: wanted.length }
}

/** The offset of a later page counts all items; that of `$skip` counts those that pass the filter. */
function lazyPage<Item>(
  { query }: GraphCall,
  items: Iterable<Item>,
  render: (item: Item) => GraphResource,
  passes: (resource: GraphResource) => boolean,
  size: number,
): Page {
  const from = query.skiptoken === undefined ? 0 : offsetOf(query)
  let left = query.skiptoken === undefined ? (query.skip ?? 0) : 0
  const resources: GraphResource[] = []
  let index = -1
  for (const item of items) {
    index += 1
    if (index < from) continue
    if (left > 0 && !query.filter && !query.search) {
      left -= 1
      continue
    }
    const resource = render(item)
    if (!passes(resource)) continue
    if (left > 0) left -= 1
    else if (resources.length < size) resources.push(resource)
    else return { resources, next: index }
  }
  return { resources, next: undefined }
}

function counted<Item>(
  items: Iterable<Item>,
  render: (item: Item) => GraphResource,
  passes: (resource: GraphResource) => boolean,
  { filter, search }: ODataQuery,
): number {
  let count = 0
  const isNarrow = filter !== undefined || search !== undefined
  for (const item of items) if (!isNarrow || passes(render(item))) count += 1
  return count
}

function isWanted(resource: GraphResource, { filter, search }: ODataQuery, rules: CollectionRules): boolean {
  const { isCaseSensitive = false, enumerations = [] } = rules
  if (search && !passesSearch(search, resource)) return false
  return !filter || passesFilter(filter, resource, { isCaseSensitive, enumerations })
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

/** The `anchor` of the list that the caller pages through; undefined on the first page. */
export function anchorOf({ query }: GraphCall): number | undefined {
  return query.skiptoken === undefined ? undefined : placeOf(query.skiptoken).anchor
}

function offsetOf(query: ODataQuery): number {
  return query.skiptoken === undefined ? (query.skip ?? 0) : placeOf(query.skiptoken).offset
}

/** A skip token is opaque to clients: it holds the offset of the next page, and the anchor of the list where it has one. */
function placeOf(skiptoken: string): { readonly offset: number; readonly anchor: number | undefined } {
  const [offset = Number.NaN, anchor] = Buffer.from(skiptoken, 'base64url').toString('utf8').split('.').map(Number)
  const isWhole = (one: number) => Number.isInteger(one) && one >= 0
  if (!isWhole(offset) || (anchor !== undefined && !isWhole(anchor)))
    throw badRequest(`The $skiptoken '${skiptoken}' was not given out here.`)
  return { offset, anchor }
}

function nextLink(call: GraphCall, offset: number, anchor: number | undefined): string {
  const options = withoutOptions(call.search, ['$skip', '$skiptoken'])
  const place = anchor === undefined ? String(offset) : `${offset}.${anchor}`
  options.set('$skiptoken', Buffer.from(place).toString('base64url'))
  return `${call.root}${call.path}?${options}`
}

/** What the caller asked for, without the options that say where in the list that is; they may be written in any case and without the $. */
export function withoutOptions(search: string, names: readonly string[]): URLSearchParams {
  const options = new URLSearchParams(search)
  for (const written of [...options.keys()]) {
    const lower = written.toLowerCase()
    if (names.includes(lower) || names.includes(`$${lower}`)) options.delete(written)
  }
  return options
}
