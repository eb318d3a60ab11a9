import { urns } from '@scimulator/shared/scim'
import type { ResourceKind } from '../../directory/record.ts'
import type { Answer } from '../answer/answer.ts'
import type { Steps } from '../answer/steps.ts'
import type { Call } from '../request/call.ts'
import { beginOf, printCursor, readCount, readCursor, searchKey } from '../request/cursor.ts'
import type { SearchRequest } from '../request/search-request.ts'
import { textsBy } from './list.ts'
import { searching } from './search-records.ts'

/** A page by cursor (RFC 9865 §2): no startIndex, and a nextCursor while there is more. */
export function* cursorAnswer(call: Call, kinds: readonly ResourceKind[], search: SearchRequest): Steps<Answer> {
  const { limits, context, source } = call
  const key = searchKey(kinds, source.organisation, search)
  const place = readCursor(search.cursor ?? '', key, context.now)
  const count = readCount(search.count, limits.pageSize, limits.maxResults)
  return yield* searching(call, kinds, search, function* (reader, records) {
    const begin = beginOf(place, records)
    const shown = records.slice(begin, begin + count)
    const cursorAt = (offset: number) =>
      printCursor({ offset, after: records[offset - 1]?.id ?? null, search: key, at: context.now })
    const envelope = {
      schemas: [urns.listResponse],
      totalResults: records.length,
      itemsPerPage: shown.length,
      ...(begin + count < records.length ? { nextCursor: cursorAt(begin + count) } : {}),
      ...(begin > 0 ? { previousCursor: cursorAt(Math.max(0, begin - count)) } : {}),
    }
    const texts = yield* textsBy(reader, kinds, search)(reader, shown)
    return { status: 200, body: `${JSON.stringify(envelope).slice(0, -1)},"Resources":[${texts.join(',')}]}` }
  })
}
