import { listResponse, type Pagination, page, parsePagination } from '@scimulator/shared/scim'
import type { DirectoryRecord, ResourceKind } from '../../directory/record.ts'
import type { Answer } from '../answer/answer.ts'
import { atOnce, type Steps } from '../answer/steps.ts'
import type { Call } from '../request/call.ts'
import { projectionOf } from '../request/requested-projection.ts'
import type { SearchRequest } from '../request/search-request.ts'
import { searching } from './search-records.ts'

/** The list that a search of some resource types yields (RFC 7644 §3.4.2). */
export function* listAnswer(call: Call, kinds: readonly ResourceKind[], search: SearchRequest): Steps<Answer> {
  const pagination = parsePagination(search)
  const texts = textsBy(call, kinds, search)
  if (search.filter === undefined && search.sortBy === undefined) {
    const { shown, total } = firstPages(call, kinds, pagination)
    return { status: 200, body: listText(atOnce(texts(call, shown)), total, pagination) }
  }
  return yield* searching(call, kinds, search, function* (reader, records) {
    const shown = yield* texts(reader, pageOf(reader, records, pagination))
    return { status: 200, body: listText(shown, records.length, pagination) }
  })
}

type Texts = (reader: Call, records: readonly DirectoryRecord[]) => Steps<readonly string[]>

/** How the resources of a page are written, one in each step. @throws ScimError 400 for a projection that no schema knows */
export function textsBy(call: Call, kinds: readonly ResourceKind[], search: SearchRequest): Texts {
  const projections = new Map(kinds.map((kind) => [kind, projectionOf(call, kind, search)]))
  return function* (reader, records) {
    const texts: string[] = []
    for (const record of records) {
      texts.push(reader.rendering.text(record, reader, projections.get(record.kind)))
      yield
    }
    return texts
  }
}

interface Found {
  readonly shown: readonly DirectoryRecord[]
  readonly total: number
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
