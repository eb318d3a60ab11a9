// Which events the page Insights › Directory shows, and how many fall into each bar above them. Pure.
import { VerbError } from '@scimulator/shared/behaviour'
import { parseDuration } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { InsightsEvent } from './event.ts'
import { RETENTION_MS } from './kept-events.ts'

/** Filters of the page: service, event type, user and time (View the Directory Insights Data Activity Log). */
export const EventChoice = z.strictObject({
  service: z.string().optional().describe('Such as directory, the only one that this organisation has'),
  eventType: z.string().optional().describe('Such as user_create_provision; several with commas between them'),
  success: z.stringbool().or(z.boolean()).optional(),
  user: z.string().optional().describe('Whom it is about or who did it: username, email address or id'),
  last: z.string().optional().describe('Only of the last time, such as 24h or 7d; 90 days at most are kept'),
  start: z.iso.datetime({ offset: true }).optional().describe('Not before'),
  end: z.iso.datetime({ offset: true }).optional().describe('Before'),
})
export type EventChoice = z.infer<typeof EventChoice>

/** Milliseconds since the epoch; `end` is no longer in it. */
export interface TimeRange {
  readonly start: number
  readonly end: number
}

/**
 * The time that is asked for, within the 90 days that are kept.
 *
 * @throws VerbError when `last` is no duration
 */
export function rangeOf({ last, start, end }: EventChoice, now: number): TimeRange {
  const kept = now - RETENTION_MS
  const asked = start === undefined ? now - durationOf(last) : Date.parse(start)
  // What has happened at this very moment is in it.
  return { start: Math.max(kept, asked), end: end === undefined ? now + 1 : Date.parse(end) }
}

function durationOf(last: string | undefined): number {
  if (last === undefined) return RETENTION_MS
  const duration = parseDuration(last)
  if (duration === undefined) throw new VerbError('invalid', `last: "${last}" is no duration. Write 24h or 7d.`)
  return duration
}

/** Whether an event is among those that were chosen. */
export function chooser(choice: EventChoice, now: number): (event: InsightsEvent) => boolean {
  const { start, end } = rangeOf(choice, now)
  const types = choice.eventType?.split(',').map((type) => type.trim())
  const user = choice.user?.trim().toLowerCase()
  return (event) => {
    const at = Date.parse(event.timestamp)
    if (at < start || at >= end) return false
    if (types !== undefined && !types.includes(event.event_type)) return false
    if (choice.service !== undefined && choice.service !== 'all' && event.service !== choice.service) return false
    if (choice.success !== undefined && event.success !== choice.success) return false
    return user === undefined || user === '' || namesIn(event).includes(user)
  }
}

function namesIn({ resource, initiated_by: by }: InsightsEvent): readonly string[] {
  return [resource?.username, resource?.id, by.email, by.id].flatMap((name) => name?.toLowerCase() ?? [])
}

export interface Bar extends TimeRange {
  readonly events: number
  readonly failures: number
}

/** The range in so many parts of one length, each with how many events fall into it; the last one ends with the range. */
export function barsOf(events: readonly InsightsEvent[], { start, end }: TimeRange, number: number): readonly Bar[] {
  const length = Math.max(1, Math.ceil((end - 1 - start) / number))
  const counts = Array.from({ length: number }, () => ({ events: 0, failures: 0 }))
  for (const { timestamp, success } of events) {
    const count = counts[Math.min(number - 1, Math.floor((Date.parse(timestamp) - start) / length))]
    if (count === undefined) continue
    count.events += 1
    if (!success) count.failures += 1
  }
  const from = (index: number): number => start + index * length
  return counts.map((count, index) => ({
    start: from(index),
    end: index === number - 1 ? Math.max(end, from(number)) : from(index + 1),
    ...count,
  }))
}
