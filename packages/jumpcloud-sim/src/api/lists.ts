import { assertFields, type ListQuery, listed, readListQuery } from './list-query.ts'
import { type ApiAnswer, type ApiRequest, ok } from './operation.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * V1 wraps its lists: `{totalCount, results}`.
 * @param fields that a filter may name, where they are known
 */
export function v1List(request: ApiRequest, rows: readonly Json[], fields?: ReadonlySet<string>): ApiAnswer {
  const query = readListQuery(request.query, 'v1')
  assertKnown(query, rows, fields)
  const { total, page } = listed(rows, query)
  return ok({ totalCount: total, results: page })
}

/**
 * V2 answers a bare array; the count stands in `x-total-count`, the next page in `Link`.
 * @param fields that a filter may name although nothing in the list has them
 */
export function v2List(
  request: ApiRequest,
  rows: readonly Json[],
  path: string,
  fields?: ReadonlySet<string>,
): ApiAnswer {
  const query = readListQuery(request.query, 'v2')
  assertKnown(query, rows, fields)
  const { total, page } = listed(rows, query)
  return {
    status: 200,
    headers: { 'x-total-count': String(total), ...nextLink(request, query, total, path) },
    body: page,
  }
}

/** What nothing in the list has, a filter may only name where it is a field all the same; of nothing, anything finds nothing. */
function assertKnown({ filters }: ListQuery, rows: readonly Json[], fields: ReadonlySet<string> = new Set()): void {
  if (rows.length === 0 && fields.size === 0) return
  if (filters.length > 0) assertFields(filters, new Set([...fields, ...rows.flatMap((row) => Object.keys(row))]))
}

function nextLink(
  request: ApiRequest,
  { skip, limit }: ListQuery,
  total: number,
  path: string,
): Record<string, string> {
  if (skip + limit >= total) return {}
  const next = new URLSearchParams(request.query)
  next.set('skip', String(skip + limit))
  next.set('limit', String(limit))
  return { link: `<${path}?${next}>; rel="next"` }
}
