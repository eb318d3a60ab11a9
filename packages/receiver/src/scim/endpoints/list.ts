import {
  listResponse,
  type Pagination,
  page,
  parseFilter,
  parsePagination,
  ScimError,
  type ScimResource,
  type SortOrder,
  sortResources,
} from '@scimulator/shared/scim'
import type { DirectoryRecord, ResourceKind } from '../../directory/record.ts'
import { resourceTypeOf } from '../../profile/profile.ts'
import type { Answer } from '../answer/answer.ts'
import type { Call } from '../request/call.ts'
import { projectionOf } from '../request/requested-projection.ts'
import type { SearchRequest } from '../request/search-request.ts'
import { type FilterText, findRecords } from './find-records.ts'

/** The list that a search of some resource types yields (RFC 7644 §3.4.2). */
export function listAnswer(call: Call, kinds: readonly ResourceKind[], search: SearchRequest): Answer {
  const pagination = parsePagination(search)
  const projections = new Map(kinds.map((kind) => [kind, projectionOf(call, kind, search)]))
  const { shown, total } = found(call, kinds, search, pagination)
  const texts = shown.map((record) => call.rendering.text(record, call, projections.get(record.kind)))
  return { status: 200, body: listText(texts, total, pagination) }
}

interface Found {
  readonly shown: readonly DirectoryRecord[]
  readonly total: number
}

function found(call: Call, kinds: readonly ResourceKind[], search: SearchRequest, pagination: Pagination): Found {
  if (search.filter === undefined && search.sortBy === undefined) return firstPages(call, kinds, pagination)
  const ordered = allRecords(call, kinds, search)
  return { shown: pageOf(call, ordered, pagination), total: ordered.length }
}

/** Without filter and order only the page is looked at, whatever the number of people. */
function firstPages(call: Call, kinds: readonly ResourceKind[], pagination: Pagination): Found {
  const sets = kinds.map((kind) => call.profile.visible(kind, call.view, call.source))
  const wanted = pageLength(call, pagination)
  const shown: DirectoryRecord[] = []
  let toSkip = pagination.startIndex - 1
  for (const set of sets) {
    if (shown.length >= wanted) break
    if (toSkip >= set.size) toSkip -= set.size
    else {
      for (const record of set.values()) {
        if (toSkip > 0) toSkip -= 1
        else if (shown.push(record) >= wanted) break
      }
    }
  }
  return { shown: shown.slice(0, wanted), total: sets.reduce((sum, { size }) => sum + size, 0) }
}

/** All that the search yields, in its order. */
export function allRecords(
  call: Call,
  kinds: readonly ResourceKind[],
  search: SearchRequest,
): readonly DirectoryRecord[] {
  const matching = matchingRecords(call, kinds, search.filter)
  return search.sortBy === undefined ? matching : sorted(call, kinds, matching, search)
}

function matchingRecords(
  call: Call,
  kinds: readonly ResourceKind[],
  text: string | undefined,
): readonly DirectoryRecord[] {
  if (text === undefined)
    return kinds.flatMap((kind) => [...call.profile.visible(kind, call.view, call.source).values()])
  const filter: FilterText = { text, filter: parseFilter(text, call.profile.reading) }
  // RFC 7644 §3.4.2.1: in a search across resource types an attribute that a type does not have is unassigned there.
  const unknown = kinds.length > 1 ? 'noValue' : 'reject'
  return kinds.flatMap((kind) => findRecords(call, kind, filter, unknown))
}

function sorted(
  call: Call,
  kinds: readonly ResourceKind[],
  records: readonly DirectoryRecord[],
  { sortBy = '', sortOrder }: SearchRequest,
): readonly DirectoryRecord[] {
  const order = readSortOrder(sortOrder)
  const relations = sortBy.toLowerCase().includes('groups')
  const recordOf = new Map<ScimResource, DirectoryRecord>()
  const parts = { relations, meta: sortBy.toLowerCase().includes('meta') }
  for (const record of records) recordOf.set(call.rendering.resource(record, call, parts), record)
  // Across resource types the order follows the schema of the first, whose displayName, id and meta all of them have.
  const resourceType = resourceTypeOf(call.profile, kinds[0] ?? 'User')
  const resources = sortResources([...recordOf.keys()], resourceType, sortBy, order)
  return resources.flatMap((resource) => recordOf.get(resource) ?? [])
}

function readSortOrder(order: string | undefined): SortOrder {
  const lower = order?.toLowerCase() ?? 'ascending'
  if (lower === 'ascending' || lower === 'descending') return lower
  throw new ScimError('invalidValue', 'sortOrder is neither "ascending" nor "descending".')
}

function pageOf(call: Call, records: readonly DirectoryRecord[], pagination: Pagination): readonly DirectoryRecord[] {
  return page(records, { ...pagination, count: pageLength(call, pagination) }, call.limits.maxResults)
}

function pageLength({ limits }: Call, { count }: Pagination): number {
  return Math.min(count ?? limits.pageSize, limits.maxResults)
}

/** The message with the texts of its resources put in as they are. */
function listText(resources: readonly string[], total: number, pagination: Pagination): string {
  const { Resources: _none, ...envelope } = listResponse([], total, pagination)
  const head = JSON.stringify({ ...envelope, itemsPerPage: resources.length })
  return `${head.slice(0, -1)},"Resources":[${resources.join(',')}]}`
}
