// Advanced queries on directory objects (Graph: Advanced query capabilities): some things are answered only where the caller says with
// `ConsistencyLevel: eventual` that the answer may be a little old, and most of them with `$count=true` besides. A script that forgets them
// fails in life, so that it fails here.
import { badRequest, GraphError } from '../graph-error.ts'
import type { ODataFilter } from './filter.ts'
import type { ODataQuery } from './query.ts'

/** Lists of directory objects, with the properties by which anybody may sort them. */
const COLLECTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['/users', ['displayname', 'userprincipalname']],
  ['/groups', ['displayname']],
  ['/applications', []],
  ['/servicePrincipals', []],
])

/** Lists of what is related to one of them: no filter and no order without an advanced query. */
const RELATIONS =
  /^\/(?:users|groups)\/\{\w+\}\/(?:members|transitiveMembers|memberOf|transitiveMemberOf|directReports)(?:\/(?:microsoft\.)?graph\.\w+)?$/

/** What a list is of, as its answer's context says; undefined where it is no list of directory objects. */
export function listedBy(template: string): string | undefined {
  const list = template.replace(/\/\$count$/, '')
  if (COLLECTIONS.has(list)) return list.slice(1)
  return RELATIONS.test(list) ? 'directoryObjects' : undefined
}

/**
 * The query as Graph reads it: `$count` is ignored where the caller has not asked for an advanced query.
 * @param template of the operation, such as `/groups/{group}/members`
 * @throws GraphError 400 for what only an advanced query may ask
 */
export function asAllowed(template: string, query: ODataQuery, isEventual: boolean): ODataQuery {
  const list = template.replace(/\/\$count$/, '')
  const sortable = COLLECTIONS.get(list)
  const isRelation = RELATIONS.test(list)
  if (sortable === undefined && !isRelation) return withoutSearch(template, query)
  if (query.search !== undefined && !isEventual) throw unsupported(SEARCH_NEEDS_HEADER)
  if (list !== template && !isEventual) throw badRequest('$count is not currently supported.')
  const isAdvanced = isEventual && (query.count || query.search !== undefined || list !== template)
  if (!isAdvanced) assertPlain(query, sortable ?? [], isRelation)
  return isEventual ? query : { ...query, count: false }
}

const SEARCH_NEEDS_HEADER =
  "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'"

function withoutSearch(template: string, query: ODataQuery): ODataQuery {
  if (query.search === undefined) return query
  throw badRequest(`$search is not supported on ${template}.`)
}

const WAY_OUT = 'it needs the header ConsistencyLevel: eventual and $count=true.'

function assertPlain({ filter, orderby = [] }: ODataQuery, sortable: readonly string[], isRelation: boolean): void {
  if (filter && isRelation) throw unsupported(`The filter of a relationship is not supported: ${WAY_OUT}`)
  const advanced = filter && advancedPart(filter)
  if (advanced) throw unsupported(`'${advanced}' in $filter is not supported: ${WAY_OUT}`)
  const unsorted = orderby.find(({ path }) => !sortable.includes(path.toLowerCase()))
  if (unsorted) throw unsupported(`Sorting not supported for '${unsorted.path}': ${WAY_OUT}`)
  if (filter && orderby.length > 0) throw unsupported(`Sorting not supported for current query: ${WAY_OUT}`)
}

/** The first word that only an advanced query may use. */
function advancedPart(filter: ODataFilter): string | undefined {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return advancedPart(filter.left) ?? advancedPart(filter.right)
    case 'not':
      return 'not'
    case 'compare':
      return filter.operator === 'ne' ? 'ne' : undefined
    case 'call':
      return filter.name === 'endswith' ? 'endsWith' : undefined
    case 'any':
      return filter.inner && advancedPart(filter.inner)
    case 'in':
      return undefined
  }
}

function unsupported(message: string): GraphError {
  return new GraphError(400, 'Request_UnsupportedQuery', message)
}
