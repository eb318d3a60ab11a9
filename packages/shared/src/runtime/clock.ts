/** The time that a program sees: milliseconds since 1970-01-01T00:00:00Z. Rules take `now` as an argument; only edges hold a clock. */
export interface Clock {
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/** The last instant that a clock is moved to: ISO 8601 has four digits for a year, and what is planned behind it can still be written. */
const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

/** @returns why a clock is not moved there, or undefined where it is. @param to milliseconds since the epoch */
export function beyondTime(to: number): string | undefined {
  return to <= LAST_INSTANT ? undefined : `No clock goes beyond ${isoTime(LAST_INSTANT)}.`
}

/** The first and the last instant that a date can hold (ECMA-262 21.4.1.1). */
const MOST = 8.64e15

/**
 * `2026-11-23T00:00:00Z` for an instant, without fractions when there are none: the form Microsoft Graph and RFC 7643 `meta` use. What is
 * planned behind all dates, by an interval of any length, is written as the last of them: it never comes.
 */
export function isoTime(instant: number): string {
  return new Date(Math.min(MOST, Math.max(-MOST, instant))).toISOString().replace('.000Z', 'Z')
}
