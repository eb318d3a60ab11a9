import { urns } from '@scimulator/shared/scim'
import type { ResourceKind } from '../../directory/record.ts'
import type { Answer } from '../answer/answer.ts'
import type { Call } from '../request/call.ts'
import { beginOf, printCursor, readCount, readCursor, searchKey } from '../request/cursor.ts'
import { projectionOf } from '../request/requested-projection.ts'
import type { SearchRequest } from '../request/search-request.ts'
import { allRecords } from './list.ts'

/** A page by cursor (RFC 9865 §2): no startIndex, and a nextCursor while there is more. */
export function cursorAnswer(call: Call, kinds: readonly ResourceKind[], search: SearchRequest): Answer {
  const { limits, context, source } = call
  const key = searchKey(kinds, source.organisation, search)
  const place = readCursor(search.cursor ?? '', key, context.now)
  const count = readCount(search.count, limits.pageSize, limits.maxResults)
  const records = allRecords(call, kinds, search)
  const begin = beginOf(place, records)
  const shown = records.slice(begin, begin + count)
  const cursorAt = (offset: number) =>
    printCursor({ offset, after: records[offset - 1]?.id ?? null, search: key, at: context.now })
  const projections = new Map(kinds.map((kind) => [kind, projectionOf(call, kind, search)]))
  const envelope = {
    schemas: [urns.listResponse],
    totalResults: records.length,
    itemsPerPage: shown.length,
    ...(begin + count < records.length ? { nextCursor: cursorAt(begin + count) } : {}),
    ...(begin > 0 ? { previousCursor: cursorAt(Math.max(0, begin - count)) } : {}),
  }
  const texts = shown.map((record) => call.rendering.text(record, call, projections.get(record.kind)))
  return { status: 200, body: `${JSON.stringify(envelope).slice(0, -1)},"Resources":[${texts.join(',')}]}` }
}
