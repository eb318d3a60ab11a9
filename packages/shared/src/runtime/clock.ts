/** The time that a program sees: milliseconds since 1970-01-01T00:00:00Z. Rules take `now` as an argument; only edges hold a clock. */
export interface Clock {
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/** `2026-11-23T00:00:00Z` for an instant, without fractions when there are none: the form Microsoft Graph and RFC 7643 `meta` use. */
export function isoTime(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}
