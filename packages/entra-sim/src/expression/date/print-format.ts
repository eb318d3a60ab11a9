import { dayNames, type FormatToken, monthNames } from './date-format.ts'
import { type DateFields, fieldsOf, type Instant } from './instant.ts'

/** A date as .NET's `ToString(format)` writes it in the invariant culture on a host that runs in UTC. */
export function printFormat(instant: Instant, tokens: readonly FormatToken[], hasZone: boolean): string {
  const fields = fieldsOf(instant)
  const text = tokens.map((token) => (token.kind === 'literal' ? token.text : printRun(token, fields, hasZone)))
  return text.join('')
}

function printRun(token: FormatToken & { kind: 'run' }, fields: DateFields, hasZone: boolean): string {
  const { letter, length } = token
  switch (letter) {
    case 'y':
      return length <= 2 ? padded(fields.year % 100, length) : padded(fields.year, length)
    case 'M':
      return named(monthNames, fields.month - 1, length) ?? padded(fields.month, length)
    case 'd':
      return named(dayNames, fields.weekday, length) ?? padded(fields.day, length)
    case 'g':
      return 'A.D.'
    case 'f':
      return fraction(fields, length)
    case 'F':
      return fraction(fields, length).replace(/0+$/, '')
    case 'z':
      return length >= 3 ? '+00:00' : `+${padded(0, length)}`
    case 'K':
      return hasZone ? 'Z' : ''
    default:
      return printClock(letter, length, fields)
  }
}

function printClock(letter: string, length: number, fields: DateFields): string {
  switch (letter) {
    case 'h':
      return padded(fields.hour % 12 === 0 ? 12 : fields.hour % 12, Math.min(length, 2))
    case 'H':
      return padded(fields.hour, Math.min(length, 2))
    case 'm':
      return padded(fields.minute, Math.min(length, 2))
    case 's':
      return padded(fields.second, Math.min(length, 2))
    default:
      return (fields.hour < 12 ? 'AM' : 'PM').slice(0, Math.min(length, 2))
  }
}

/** Abbreviated for three letters, full from four on; null for numbers. */
function named(names: readonly string[], index: number, length: number): string | null {
  if (length < 3) return null
  const name = names[index] ?? ''
  return length === 3 ? name.slice(0, 3) : name
}

function fraction(fields: DateFields, length: number): string {
  return String(fields.fraction).padStart(7, '0').slice(0, Math.min(length, 7))
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, '0')
}
