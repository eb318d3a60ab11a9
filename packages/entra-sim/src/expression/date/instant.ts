/**
 * Points in time as .NET's DateTime has them: ticks of 100 ns, here counted from 1970-01-01T00:00:00Z, always UTC,
 * years 1 to 9999.
 */
export type Instant = bigint

/** Calendar fields of an instant, UTC. `month` and `day` count from 1; `fraction` is in ticks; Sunday is 0. */
export interface DateFields {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly fraction: number
  readonly weekday: number
}

/** Ticks of one millisecond, second, minute, hour and day. */
export const ticksPer = {
  millisecond: 10_000n,
  second: 10_000_000n,
  minute: 600_000_000n,
  hour: 36_000_000_000n,
  day: 864_000_000_000n,
} as const

/** Earliest instant, 0001-01-01T00:00:00Z. */
const earliest: Instant = BigInt(Date.parse('0001-01-01T00:00:00Z')) * ticksPer.millisecond

/** Latest instant, one tick before the year 10000. */
const latest: Instant = BigInt(Date.parse('9999-12-31T23:59:59.999Z') + 1) * ticksPer.millisecond - 1n

/** FILETIME counts the same ticks from 1601-01-01T00:00:00Z. */
export const fileTimeEpoch: Instant = BigInt(Date.parse('1601-01-01T00:00:00Z')) * ticksPer.millisecond

/** Instant of milliseconds since 1970. */
export function instantFromMilliseconds(milliseconds: number): Instant {
  return BigInt(Math.trunc(milliseconds)) * ticksPer.millisecond
}

/** Whether an instant lies in the years 1 to 9999. */
export function isInRange(instant: Instant): boolean {
  return instant >= earliest && instant <= latest
}

/** Instant of calendar fields in UTC; null when there is no such day or time. */
export function instantFromFields(fields: Omit<DateFields, 'weekday'>): Instant | null {
  const { year, month, day, hour, minute, second, fraction } = fields
  const isTime = hour <= 23 && minute <= 59 && second <= 59
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) || !isTime) {
    return null
  }
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second, 0)
  return instantFromMilliseconds(date.getTime()) + BigInt(fraction)
}

/** Calendar fields of an instant in UTC. */
export function fieldsOf(instant: Instant): DateFields {
  const seconds = floorDivide(instant, ticksPer.second)
  const date = new Date(Number(seconds) * 1000)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    fraction: Number(instant - seconds * ticksPer.second),
    weekday: date.getUTCDay(),
  }
}

/** Number of days in a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  if (month === 2) return isLeap ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  return dividend % divisor < 0n ? quotient - 1n : quotient
}
