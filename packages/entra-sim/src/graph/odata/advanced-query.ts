// Advanced queries on directory objects (Graph: Advanced query capabilities): some things are answered only where the caller says with
// `ConsistencyLevel: eventual` that the answer may be a little old, and most of them with `$count=true` besides. A script that forgets them
// fails in life, so that it fails here.
import { badRequest, GraphError } from '../graph-error.ts'
import type { ODataFilter } from './filter.ts'
import type { ODataQuery } from './query.ts'

/** What a list of directory objects holds, and by what it is sorted: by anybody, and by an advanced query (Graph: Advanced query capabilities). */
interface Listed {
  readonly resource: string
  readonly sortable: readonly string[]
  readonly sortableIfAdvanced: readonly string[]
  /** What only an advanced query may filter by. */
  readonly filteredIfAdvanced: readonly string[]
  /** What nobody may filter by. */
  readonly unfiltered: readonly string[]
}

const OF_ANY = ['createddatetime', 'deleteddatetime', 'displayname']

const COLLECTIONS: ReadonlyMap<string, Listed> = new Map([
  [
    '/users',
    {
      resource: 'User',
      sortable: ['displayname', 'userprincipalname'],
      sortableIfAdvanced: [...OF_ANY, 'userprincipalname'],
      // faxNumber: Microsoft Q&A 726469; the rest is Graph's table.
      filteredIfAdvanced: words(`
        companyname employeehiredate employeetype faxnumber mobilephone officelocation onpremisesextensionattributes
        onpremisesimmutableid onpremiseslastsyncdatetime onpremisessamaccountname passwordpolicies postalcode
        preferredlanguage showinaddresslist streetaddress
      `),
      unfiltered: [],
    },
  ],
  [
    '/groups',
    {
      resource: 'Group',
      sortable: ['displayname'],
      sortableIfAdvanced: ['deleteddatetime', 'displayname'],
      // Microsoft Q&A 726469
      filteredIfAdvanced: ['description'],
      // The sample of a query that is refused in any case.
      unfiltered: ['createddatetime'],
    },
  ],
  ['/applications', listedApart('Application')],
  ['/servicePrincipals', listedApart('ServicePrincipal')],
])

function listedApart(resource: string): Listed {
  return { resource, sortable: [], sortableIfAdvanced: OF_ANY, filteredIfAdvanced: [], unfiltered: [] }
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}

/** Lists of what is related to one of them: no filter and no order without an advanced query. */
const RELATIONS =
  /^\/(?:users|groups)\/\{\w+\}\/(?:members|transitiveMembers|memberOf|transitiveMemberOf|directReports)(?:\/(?:microsoft\.)?graph\.\w+)?$/

/** What a list is of, as its answer's context says; undefined where it is not a list of directory objects. */
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
  const listed = COLLECTIONS.get(list)
  const isRelation = RELATIONS.test(list)
  if (listed === undefined && !isRelation) return withoutSearch(template, query)
  if (query.search !== undefined && !isEventual) throw unsupported(SEARCH_NEEDS_HEADER)
  if (list !== template && !isEventual) throw badRequest('$count is not currently supported.')
  // Reported by several people; their pages are led by @odata.nextLink alone.
  if (query.skip !== undefined) throw badRequest("'$skip' is not supported by the service.")
  const isAdvanced = isEventual && (query.count || query.search !== undefined || list !== template)
  assertAnswered(query, listed)
  if (isAdvanced) assertSorted(query, listed)
  else assertPlain(query, listed)
  return isEventual ? query : { ...query, count: false }
}

const SEARCH_NEEDS_HEADER =
  "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'"

function withoutSearch(template: string, query: ODataQuery): ODataQuery {
  if (query.search === undefined) return query
  throw badRequest(`$search is not supported on ${template}.`)
}

/** Only these are kept so that their ends can be asked for. */
const WITH_ENDS = new Set(['mail', 'othermails', 'proxyaddresses', 'userprincipalname'])

/** What no query may ask of directory objects, advanced or not. @throws GraphError 400 */
function assertAnswered({ filter }: ODataQuery, listed: Listed | undefined): void {
  for (const { test, path } of filter ? testsOf(filter) : []) {
    const property = first(path)
    const isCall = test.kind === 'call'
    if (isCall && test.name === 'contains') throw unsupported("Unsupported property filter clause operator 'Contains'.")
    if (isCall && test.name === 'endswith' && !WITH_ENDS.has(property.toLowerCase()))
      throw unsupported("Unsupported property filter clause operator 'EndsWithMatch'.")
    if (listed?.unfiltered.includes(property.toLowerCase())) throw unsupported(clauseOf(property, listed))
  }
}

function clauseOf(property: string, { resource }: Listed): string {
  return `Unsupported or invalid query filter clause specified for property '${property}' of resource '${resource}'.`
}

function assertSorted({ orderby = [] }: ODataQuery, listed: Listed | undefined): void {
  if (listed === undefined) return
  const isSortable = (path: string) => listed.sortableIfAdvanced.includes(path.toLowerCase())
  if (orderby.some(({ path }) => !isSortable(path))) throw unsupported('An unsupported property was specified.')
}

const WAY_OUT =
  'Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information'

/** @param listed undefined for what is related to something: neither filtered nor sorted without an advanced query */
function assertPlain({ filter, orderby = [] }: ODataQuery, listed: Listed | undefined): void {
  if (filter && listed === undefined) throw needsMore('$filter of a relationship')
  const operator = filter && advancedOperator(filter)
  if (operator) throw needsMore(`Operator '${operator}'`)
  for (const { test, path } of filter ? testsOf(filter) : []) {
    const property = first(path)
    if (listed?.filteredIfAdvanced.includes(property.toLowerCase()))
      throw unsupported(`${clauseOf(property, listed)} ${WAY_OUT}`)
    if (asksForNull(test)) throw needsMore(`Property '${property}' with 'null'`)
  }
  const unsorted = orderby.find(({ path }) => !listed?.sortable.includes(path.toLowerCase()))
  const resource = listed?.resource ?? 'DirectoryObject'
  if (unsorted) throw unsupported(`Unsupported sort property '${unsorted.path}' for '${resource}'. ${WAY_OUT}`)
  if (filter && orderby.length > 0) throw unsupported(`Sorting not supported for current query. ${WAY_OUT}`)
}

function needsMore(what: string): GraphError {
  return unsupported(`${what} is not supported because the required parameters might be missing. ${WAY_OUT}`)
}

function first(path: string): string {
  return path.split('/')[0] ?? path
}

type Test = Exclude<ODataFilter, { kind: 'and' | 'or' | 'not' | 'any' }>

/** Each test, with the property of the resource that it is of: what stands in `any` is of the collection. */
function testsOf(filter: ODataFilter, within?: string): readonly { readonly test: Test; readonly path: string }[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return [...testsOf(filter.left, within), ...testsOf(filter.right, within)]
    case 'not':
      return testsOf(filter.inner, within)
    case 'any':
      return filter.inner === undefined ? [] : testsOf(filter.inner, filter.path)
    default:
      return [{ test: filter, path: within ?? filter.path }]
  }
}

function asksForNull(test: Test): boolean {
  if (test.kind === 'in') return test.values.includes(null)
  return test.kind === 'compare' && test.value === null
}

/** The first operator that only an advanced query may use. */
function advancedOperator(filter: ODataFilter): string | undefined {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return advancedOperator(filter.left) ?? advancedOperator(filter.right)
    case 'not':
      return 'not'
    case 'compare':
      return filter.operator === 'ne' ? 'ne' : undefined
    case 'call':
      return filter.name === 'endswith' ? 'endsWith' : undefined
    case 'any':
      return filter.inner && advancedOperator(filter.inner)
    case 'in':
      return undefined
  }
}

function unsupported(message: string): GraphError {
  return new GraphError(400, 'Request_UnsupportedQuery', message)
}
