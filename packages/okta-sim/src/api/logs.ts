// /api/v1/logs (O716, O945).
import type { Engine } from '../engine.ts'
import { ApiError } from './api-error.ts'
import type { ApiAnswer, ApiRequest, Json, Operation } from './operation.ts'
import { limitOf, links } from './paging.ts'
import { renderLogEvent } from './render-log-event.ts'
import { compileSearch, type SearchRules } from './search.ts'

export const logOperations: readonly Operation[] = [{ method: 'GET', template: '/api/v1/logs', run: listEvents }]

const ALL = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le', 'pr'] as const
const FILTER: SearchRules = { operatorsOf: () => ALL, isCaseSensitive: true, hasNot: true }
const WEEK_MS = 7 * 86_400_000

interface Placed {
  readonly seq: number
  readonly event: Json
}

function listEvents(engine: Engine, request: ApiRequest): ApiAnswer {
  const isDown = isDescending(request)
  const limit = limitOf(request, { usual: 100, most: 1_000 }, 0)
  const fitting = fittingEvents(engine, request)
  const ordered = isDown ? fitting.reverse() : fitting
  const after = cursorOf(request)
  const rest = after === undefined ? ordered : ordered.filter(({ seq }) => (isDown ? seq < after : seq > after))
  const page = rest.slice(0, limit)
  const isMore = rest.length > page.length
  // A bounded question ends; one that is open can be asked on as long as somebody likes.
  const isPolled = !isDown && !request.query.has('until')
  const next = page.at(-1)?.seq ?? after ?? 0
  const headers = { link: links(request, isMore || isPolled ? String(next) : undefined) }
  return { status: 200, headers, body: page.map(({ event }) => event) }
}

function fittingEvents({ log, org, now }: Engine, request: ApiRequest): Placed[] {
  const { query } = request
  const until = timeOf(request, 'until') ?? now
  const since = timeOf(request, 'since') ?? until - WEEK_MS
  const filter = query.get('filter')
  const fits = filter ? compileSearch(filter, FILTER) : () => true
  const words = (query.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const isBounded = query.has('until')
  return log.recent().flatMap(({ seq, entry }) => {
    const at = Date.parse(entry.published)
    if (at < since || (isBounded && at >= until)) return []
    const event = renderLogEvent(entry, org)
    return fits(event) && hasWords(event, words) ? [{ seq, event }] : []
  })
}

function hasWords(event: Json, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const text = JSON.stringify(event).toLowerCase()
  return words.every((word) => text.includes(word))
}

function isDescending({ query }: ApiRequest): boolean {
  const order = query.get('sortOrder') ?? 'ASCENDING'
  if (order !== 'ASCENDING' && order !== 'DESCENDING') throw invalid('sortOrder', 'it is ASCENDING or DESCENDING.')
  return order === 'DESCENDING'
}

function cursorOf({ query }: ApiRequest): number | undefined {
  const after = query.get('after')
  if (after === null || after === '') return undefined
  if (!/^\d{1,15}$/.test(after)) throw invalid('after', 'it is no cursor of this list.')
  return Number(after)
}

function timeOf({ query }: ApiRequest, name: string): number | undefined {
  const given = query.get(name)
  if (given === null || given === '') return undefined
  const at = Date.parse(given)
  if (Number.isNaN(at)) throw invalid(name, 'it is no point in time of ISO 8601.')
  return at
}

function invalid(name: string, why: string): ApiError {
  return new ApiError('E0000001', name, [`${name}: ${why}`])
}
