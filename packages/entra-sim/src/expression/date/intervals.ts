import { daysInMonth, fieldsOf, type Instant, instantFromFields, isInRange, ticksPer } from './instant.ts'

/** Intervals of DateAdd and DateDiff: year, month, day, week, hour, minute, second. */
export const intervals = ['yyyy', 'm', 'd', 'ww', 'h', 'n', 's'] as const

/** One of `intervals`. */
export type Interval = (typeof intervals)[number]

/** The interval of a name; null when there is none. */
export function findInterval(name: string): Interval | null {
  return intervals.find((interval) => interval === name.trim().toLowerCase()) ?? null
}

const ticksOf = { d: ticksPer.day, ww: ticksPer.day * 7n, h: ticksPer.hour, n: ticksPer.minute, s: ticksPer.second }

/** The instant so many intervals later; the last day of a shorter month takes the place of a day it lacks. */
export function addIntervals(instant: Instant, interval: Interval, count: number): Instant | null {
  if (interval === 'm' || interval === 'yyyy') return addMonths(instant, interval === 'm' ? count : count * 12)
  const later = instant + ticksOf[interval] * BigInt(count)
  return isInRange(later) ? later : null
}

function addMonths(instant: Instant, count: number): Instant | null {
  const fields = fieldsOf(instant)
  const months = fields.year * 12 + fields.month - 1 + count
  const year = Math.floor(months / 12)
  const month = (months % 12) + 1
  if (year < 1 || year > 9999) return null
  return instantFromFields({ ...fields, year, month, day: Math.min(fields.day, daysInMonth(year, month)) })
}

/**
 * Number of intervals from the first to the second instant, as VB.NET's DateDiff counts with weeks from Sunday: elapsed
 * time cut toward zero for days and less, difference of the calendar fields for months and years, calendar weeks for
 * `ww`.
 */
export function countIntervals(interval: Interval, from: Instant, to: Instant): bigint {
  const start = fieldsOf(from)
  const end = fieldsOf(to)
  if (interval === 'yyyy') return BigInt(end.year - start.year)
  if (interval === 'm') return BigInt(12 * (end.year - start.year) + end.month - start.month)
  if (interval !== 'ww') return (to - from) / ticksOf[interval]
  const sundays = to - BigInt(end.weekday) * ticksPer.day - (from - BigInt(start.weekday) * ticksPer.day)
  return sundays / ticksPer.day / 7n
}
