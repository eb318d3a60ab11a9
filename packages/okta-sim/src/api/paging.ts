// Lists (O902): `limit` and `after`, and the way on in `Link`, one header for each relation.
import { ApiError } from './api-error.ts'
import type { ApiAnswer, ApiRequest, Json } from './operation.ts'

export interface PageRules {
  /** How many come unasked. */
  readonly usual: number
  readonly most: number
}

/** What a cursor knows of a row. */
interface Placed {
  readonly id?: unknown
  readonly created?: unknown
}

export function limitOf({ query }: ApiRequest, { usual, most }: PageRules, least = 1): number {
  const given = query.get('limit')
  if (given === null || given === '') return usual
  if (!/^-?\d+$/.test(given)) throw new ApiError('E0000001', 'limit', ['limit: it has to be a whole number.'])
  const limit = Number(given)
  return limit < least ? usual : Math.min(limit, most)
}

/** The page that was asked for. A row that has gone meanwhile takes none of those behind it along. */
export function pageOf(request: ApiRequest, rows: readonly Json[], rules: PageRules): ApiAnswer {
  return pageShown(request, rows, rules, (row) => row)
}

/** The same of what is rendered only where it stands on the page, so that a list costs by its page. */
export function pageShown<Row extends Placed>(
  request: ApiRequest,
  rows: readonly Row[],
  rules: PageRules,
  shown: (row: Row) => Json,
): ApiAnswer {
  const limit = limitOf(request, rules)
  const start = placeAfter(rows, request.query.get('after'))
  const page = rows.slice(start, start + limit)
  const last = page.at(-1)
  const isMore = start + limit < rows.length && last !== undefined
  return {
    status: 200,
    headers: { link: links(request, isMore ? cursorOf(last, start + limit) : undefined) },
    body: page.map(shown),
  }
}

/** @param after cursor of the next page, where there is one */
export function links({ origin, path, query }: ApiRequest, after: string | undefined): readonly string[] {
  const target = (words: URLSearchParams): string => `<${origin}${path}${words.size > 0 ? `?${words}` : ''}>`
  const self = `${target(query)}; rel="self"`
  if (after === undefined) return [self]
  const next = new URLSearchParams(query)
  next.set('after', after)
  return [self, `${target(next)}; rel="next"`]
}

function cursorOf({ id, created }: Placed, place: number): string {
  return Buffer.from(JSON.stringify([id, created ?? '', place])).toString('base64url')
}

function placeAfter(rows: readonly Placed[], cursor: string | null): number {
  if (cursor === null || cursor === '') return 0
  const [id, created, place] = readCursor(cursor)
  const known = rows.findIndex((row) => row.id === id)
  if (known >= 0) return known + 1
  // It is gone: those that are as old come again, rather than that one is missed.
  const later = rows.findIndex((row) => typeof row.created === 'string' && row.created >= created)
  return created === '' ? Math.min(place, rows.length) : later < 0 ? rows.length : later
}

function readCursor(cursor: string): readonly [id: string, created: string, place: number] {
  try {
    const [id, created, place] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (typeof id === 'string' && typeof created === 'string' && Number.isSafeInteger(place) && place >= 0)
      return [id, created, place]
  } catch {
    // As one that is no cursor.
  }
  throw new ApiError('E0000001', 'after', ['after: it is no cursor of this list.'])
}

/** By one property (O941), of equals by id. */
export function sorted(rows: readonly Json[], { query }: ApiRequest): readonly Json[] {
  const by = query.get('sortBy')
  if (by === null || by === '') return rows
  const sign = query.get('sortOrder')?.toLowerCase() === 'desc' ? -1 : 1
  const keyed = rows.map((row) => ({ row, key: textAt(row, by), id: String(row.id) }))
  keyed.sort((a, b) => (a.key === b.key ? compare(a.id, b.id) : sign * compare(a.key, b.key)))
  return keyed.map(({ row }) => row)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function textAt(row: Json, path: string): string {
  let value: unknown = row
  for (const name of path.split('.'))
    value = typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : ''
  return typeof value === 'string' ? value.toLowerCase() : String(value ?? '')
}
