import { assertFields, type ListQuery, listed, readListQuery } from './list-query.ts'
import { type ApiAnswer, type ApiRequest, ok } from './operation.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * V1 wraps its lists: `{totalCount, results}`.
 * @param fields that a filter may name, where they are known
 */
export function v1List(request: ApiRequest, rows: readonly Json[], fields?: ReadonlySet<string>): ApiAnswer {
  const query = readListQuery(request.query, 'v1')
  if (fields) assertFields(query.filters, fields)
  const { total, page } = listed(rows, query)
  return ok({ totalCount: total, results: page })
}

/** V2 answers a bare array; the count stands in `x-total-count`, the next page in `Link`. */
export function v2List(request: ApiRequest, rows: readonly Json[], path: string): ApiAnswer {
  const query = readListQuery(request.query, 'v2')
  const { total, page } = listed(rows, query)
  return {
    status: 200,
    headers: { 'x-total-count': String(total), ...nextLink(request, query, total, path) },
    body: page,
  }
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
