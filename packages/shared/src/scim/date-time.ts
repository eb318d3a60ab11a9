const dateTimePattern = /^(-?\d{4,6}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})?)?$/i

/**
 * The instant of an xsd:dateTime (RFC 7643 §2.3.5) in milliseconds, or undefined when it is none. Without an offset it
 * is UTC, never the zone of the machine; a date alone is its midnight.
 */
export function parseInstant(text: string): number | undefined {
  const [, date, time = '00:00', zone = 'Z'] = dateTimePattern.exec(text) ?? []
  if (date === undefined) return undefined
  const instant = Date.parse(`${date}T${time}${zone}`.toUpperCase())
  return Number.isNaN(instant) ? undefined : instant
}
