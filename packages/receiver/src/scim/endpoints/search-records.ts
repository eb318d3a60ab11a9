// Everything that a search yields, in its order. A search of many people is answered as of its beginning, in steps between which other
// requests go on; a small one in one go.
import { compileOrder, type Order, parseFilter, ScimError, type SortKey, type SortOrder } from '@scimulator/shared/scim'
import type { DirectoryRecord, ResourceKind } from '../../directory/record.ts'
import { resourceTypeOf } from '../../profile/profile.ts'
import type { Answer } from '../answer/answer.ts'
import { atOnce, type Steps } from '../answer/steps.ts'
import type { Call } from '../request/call.ts'
import type { SearchRequest } from '../request/search-request.ts'
import { type Candidates, candidatesOf, type FilterText } from './find-records.ts'
import { sortInRuns } from './sort-in-runs.ts'

/** So many are looked at without letting others in between: what indexes give, and whatever is asked of a small company. */
const AT_ONCE = 512
/** So many are looked at in one step: some tens of microseconds. */
const STEP = 16

/** What is asked, checked and compiled. */
interface Search {
  readonly call: Call
  readonly candidates: readonly Candidates[]
  readonly order: { readonly order: Order; readonly sortBy: string } | undefined
}

/** Makes an answer of all that a search has found. It reads by the call that it is given. */
export type Answering = (call: Call, records: readonly DirectoryRecord[]) => Steps<Answer>

/** @throws ScimError 400 invalidFilter, invalidPath, invalidValue */
export function* searching(
  call: Call,
  kinds: readonly ResourceKind[],
  request: SearchRequest,
  answering: Answering,
): Steps<Answer> {
  const search = compiled(call, kinds, request)
  const size = search.candidates.reduce((sum, one) => sum + one.size, 0)
  if (size <= AT_ONCE) return atOnce(answering(call, atOnce(found(search))))
  const view = call.hold()
  try {
    const held = compiled({ ...call, view }, kinds, request)
    // Requests of the same moment wait for as long as it takes to note the ids, and no longer.
    yield
    return yield* answering(held.call, yield* found(held))
  } finally {
    view.release()
  }
}

function compiled(call: Call, kinds: readonly ResourceKind[], { filter: text, ...request }: SearchRequest): Search {
  const filter: FilterText | undefined =
    text === undefined ? undefined : { text, filter: parseFilter(text, call.profile.reading) }
  // RFC 7644 §3.4.2.1: in a search across resource types an attribute that a type does not have is unassigned there.
  const unknown = kinds.length > 1 ? 'noValue' : 'reject'
  const candidates = kinds.map((kind) => candidatesOf(call, kind, filter, unknown))
  return { call, candidates, order: orderOf(call, kinds, request) }
}

function orderOf(call: Call, kinds: readonly ResourceKind[], { sortBy, sortOrder }: SearchRequest): Search['order'] {
  if (sortBy === undefined) return undefined
  const direction = readSortOrder(sortOrder)
  // Across resource types the order follows the schema of the first, whose displayName, id and meta all of them have.
  const resourceType = resourceTypeOf(call.profile, kinds[0] ?? 'User')
  return { order: compileOrder(resourceType, sortBy, direction), sortBy }
}

function readSortOrder(order: string | undefined): SortOrder {
  const lower = order?.toLowerCase() ?? 'ascending'
  if (lower === 'ascending' || lower === 'descending') return lower
  throw new ScimError('invalidValue', 'sortOrder is neither "ascending" nor "descending".')
}

function* found(search: Search): Steps<readonly DirectoryRecord[]> {
  const records: DirectoryRecord[] = []
  let asked = 0
  for (const candidates of search.candidates) {
    for (const record of candidates.records) {
      if (candidates.isFound(record)) records.push(record)
      asked += 1
      if (asked % STEP === 0) yield
    }
  }
  return search.order === undefined ? records : yield* sorted(search.call, records, search.order)
}

interface Keyed {
  readonly record: DirectoryRecord
  readonly key: SortKey
}

function* sorted(
  call: Call,
  records: readonly DirectoryRecord[],
  { order, sortBy }: NonNullable<Search['order']>,
): Steps<readonly DirectoryRecord[]> {
  const named = sortBy.toLowerCase()
  const parts = { relations: named.includes('groups'), meta: named.includes('meta') }
  const keyed: Keyed[] = []
  for (const record of records) {
    keyed.push({ record, key: order.keyOf(call.rendering.resource(record, call, parts)) })
    if (keyed.length % STEP === 0) yield
  }
  const inOrder = yield* sortInRuns(keyed, (left, right) => order.compare(left.key, right.key))
  return inOrder.map(({ record }) => record)
}
