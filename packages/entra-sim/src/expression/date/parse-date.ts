import { type Instant, instantFromFields, isInRange, ticksPer } from './instant.ts'

const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,7})\d*)?)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/i
const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AP]M))?)?$/i
const longestDate = 64

/**
 * Reads a date: ISO 8601 with or without time and zone, a date with an offset right behind it, or the transit form
 * `M/d/yyyy h:mm:ss tt`. Without a zone it is UTC. Null when the text is none of these or no such day exists.
 */
export function parseDate(text: string): Instant | null {
  const trimmed = text.trim()
  if (trimmed.length > longestDate) return null
  return parseIso(trimmed) ?? parseAmerican(trimmed)
}

function parseIso(text: string): Instant | null {
  const match = iso.exec(text)
  if (match === null) return null
  const [, year, month, day, hour, minute, second, fraction = '', zone = 'Z'] = match
  const instant = instantFromFields({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    fraction: Number(fraction.padEnd(7, '0')),
  })
  const offset = parseOffset(zone)
  return instant === null || offset === null ? null : inRange(instant - offset)
}

function inRange(instant: Instant): Instant | null {
  return isInRange(instant) ? instant : null
}

/** Ticks of `Z`, `+hh:mm` or `+hhmm`; null beyond 14 hours. */
export function parseOffset(zone: string): bigint | null {
  if (zone.toUpperCase() === 'Z') return 0n
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  if (minutes > 14 * 60 || Number(zone.slice(-2)) > 59) return null
  return BigInt(zone.startsWith('-') ? -minutes : minutes) * ticksPer.minute
}

function parseAmerican(text: string): Instant | null {
  const match = american.exec(text)
  if (match === null) return null
  const [, month, day, year, hour = '0', minute = '0', second = '0', half] = match
  const clockHour = half === undefined ? Number(hour) : hourOfHalf(Number(hour), half)
  if (clockHour === null) return null
  return instantFromFields({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: clockHour,
    minute: Number(minute),
    second: Number(second),
    fraction: 0,
  })
}

/** Hour of a day from the hour on a twelve-hour clock; null when the clock has no such hour. */
export function hourOfHalf(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half.toUpperCase().startsWith('P') ? 12 : 0)
}
