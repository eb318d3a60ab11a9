import { VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { InsightsEvent } from './event.ts'
import { readSearchTerm } from './search-term.ts'

/** Source: Directory Insights API, EventServiceTimeQuery and EventQuery. */
const ServiceTime = z.object({
  service: z.array(z.string()).min(1),
  start_time: z.iso.datetime({ offset: true }),
  end_time: z.iso.datetime({ offset: true }).optional(),
  q: z.string().optional(),
  exact_match: z.string().optional(),
  /** Read by its own rule, whose messages say where. */
  search_term: z.unknown().optional(),
})
type ServiceTime = z.infer<typeof ServiceTime>

export const EventQuery = ServiceTime.extend({
  limit: z.unknown().optional(),
  skip: z.int().min(0).optional(),
  sort: z.string().optional(),
  fields: z.array(z.string()).optional(),
  search_after: z.array(z.union([z.string(), z.number()])).optional(),
})
export type EventQuery = z.infer<typeof EventQuery>

export const DistinctQuery = ServiceTime.extend({ field: z.string().min(1) })
export const IntervalQuery = ServiceTime.extend({
  interval_unit: z.enum(['s', 'm', 'h', 'd', 'w']),
  interval_value: z.string().regex(/^\d+$/).default('1'),
})

type Row = Readonly<Record<string, unknown>>

const DEFAULT_LIMIT = 1_000
const MAX_LIMIT = 10_000
const KNOWN_FIELDS = new Set([
  'id',
  'event_type',
  'timestamp',
  'organization',
  'service',
  'resource',
  'application',
  'idm_client_id',
  'initiated_by',
  'association',
  'changes',
  'success',
  'error_message',
  'message_chain',
  'correlation',
  'client_ip',
  'geoip',
  'useragent',
  'auth_method',
  '@version',
])
const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const

export interface EventPage {
  readonly events: readonly Row[]
  readonly limit: number
  readonly sort: 'ASC' | 'DESC'
  /** What the next query gives as search_after; empty when nothing was found. */
  readonly searchAfter: readonly string[]
}

/** Events that fit, oldest first unless DESC. A limit that makes no sense is the default one; fields that do not exist are refused. */
export function queryEvents(events: readonly InsightsEvent[], query: EventQuery): EventPage {
  const sort = query.sort?.toUpperCase() === 'DESC' ? 'DESC' : 'ASC'
  const limit = limitOf(query.limit)
  const fields = checkedFields(query.fields)
  const fitting = fittingEvents(events, query)
  const ordered = sort === 'DESC' ? [...fitting].reverse() : fitting
  const after = String(query.search_after?.[1] ?? '')
  const start = after === '' ? 0 : ordered.findIndex(({ id }) => id === after) + 1
  const page = ordered.slice(start + (query.skip ?? 0)).slice(0, limit)
  const last = page.at(-1)
  return {
    events: page.map((event) => only(event, fields)),
    limit,
    sort,
    searchAfter: last ? [String(Date.parse(last.timestamp)), last.id] : [],
  }
}

export function countEvents(events: readonly InsightsEvent[], query: ServiceTime): number {
  return fittingEvents(events, query).length
}

/** How often each value of a field occurs, the most frequent first. */
export function distinctValues(events: readonly InsightsEvent[], query: z.infer<typeof DistinctQuery>): Row {
  const counts = new Map<string, number>()
  for (const event of fittingEvents(events, query)) {
    const value = valueAt(event, query.field)
    if (value !== undefined) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1)
  }
  const buckets = [...counts].map(([key, doc_count]) => ({ key, doc_count }))
  buckets.sort((a, b) => b.doc_count - a.doc_count || (a.key < b.key ? -1 : 1))
  return { buckets, doc_count_error_upper_bound: 0, sum_other_doc_count: 0 }
}

/** How many events fall into each interval; intervals start at multiples of their length since 1970. */
export function eventIntervals(events: readonly InsightsEvent[], query: z.infer<typeof IntervalQuery>): Row {
  const length = UNIT_MS[query.interval_unit] * Math.max(1, Number(query.interval_value))
  const counts = new Map<number, number>()
  for (const { timestamp } of fittingEvents(events, query)) {
    const key = Math.floor(Date.parse(timestamp) / length) * length
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const buckets = [...counts].sort(([a], [b]) => a - b)
  return {
    buckets: buckets.map(([key, doc_count]) => ({ key, key_as_string: new Date(key).toISOString(), doc_count })),
  }
}

function fittingEvents(events: readonly InsightsEvent[], query: ServiceTime): InsightsEvent[] {
  const start = Date.parse(query.start_time)
  const end = query.end_time === undefined ? Number.POSITIVE_INFINITY : Date.parse(query.end_time)
  if (!query.service.includes('all') && !query.service.includes('directory')) return []
  const termFits = query.search_term === undefined ? () => true : readSearchTerm(query.search_term)
  return events.filter((event) => {
    const at = Date.parse(event.timestamp)
    return at >= start && at <= end && mentions(event, query) && termFits(event)
  })
}

function mentions(event: InsightsEvent, { q, exact_match: exact }: ServiceTime): boolean {
  const text = JSON.stringify(event).toLowerCase()
  return [q, exact].every((term) => term === undefined || text.includes(term.toLowerCase()))
}

function valueAt(event: InsightsEvent, path: string): unknown {
  let value: unknown = event
  for (const name of path.split('.')) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined
  }
  return value
}

function limitOf(limit: unknown): number {
  return typeof limit === 'number' && Number.isInteger(limit) && limit > 0 && limit <= MAX_LIMIT ? limit : DEFAULT_LIMIT
}

function checkedFields(fields: readonly string[] | undefined): readonly string[] | undefined {
  if (fields === undefined) return undefined
  const unknown = fields.filter((field) => !KNOWN_FIELDS.has(field.split('.', 1)[0] ?? ''))
  if (fields.length > 0 && unknown.length === 0) return fields
  const which = fields.length === 0 ? 'is empty' : `names ${unknown.join(', ')}`
  throw new VerbError('invalid', `fields ${which}. Known: ${[...KNOWN_FIELDS].join(', ')}.`)
}

function only(event: InsightsEvent, fields: readonly string[] | undefined): Row {
  if (fields === undefined) return { ...event }
  const wanted = new Set(fields.map((field) => field.split('.', 1)[0]))
  return Object.fromEntries(Object.entries(event).filter(([name]) => wanted.has(name)))
}
