// From when to when a log is shown. Pure.

const DAY_MS = 86_400_000
/** "Last seven days" unless something else is asked for (LK3). */
const PRESET_DAYS = 7

export interface Period {
  readonly start: string
  /** Undefined: until now, and on. */
  readonly end: string | undefined
}

/**
 * What the address says, else the last seven days. Begins at midnight, so that it is the same question all day long.
 *
 * @param state `start` and `end` as a field for date and time has them, in UTC: `2026-01-05T09:40`
 */
export function periodOf(
  { start, end }: { readonly start?: string | undefined; readonly end?: string | undefined },
  now: string | number | undefined,
): Period {
  const today = new Date(now ?? 0).setUTCHours(0, 0, 0, 0)
  const preset = now === undefined ? 0 : today - PRESET_DAYS * DAY_MS
  return { start: start ? instantOf(start) : new Date(preset).toISOString(), end: end ? instantOf(end) : undefined }
}

/**
 * What the address says, and else all there is.
 *
 * @param state as for `periodOf`
 */
export function askedPeriod({
  start,
  end,
}: {
  readonly start?: string | undefined
  readonly end?: string | undefined
}) {
  return { start: start ? instantOf(start) : undefined, end: end ? instantOf(end) : undefined }
}

/** For a field for date and time. */
export function atMinute(instant: string | undefined): string {
  return instant === undefined ? '' : instant.slice(0, 16)
}

function instantOf(minute: string): string {
  return `${minute.slice(0, 16)}:00.000Z`
}
