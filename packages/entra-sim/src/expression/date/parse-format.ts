import { dayNames, type FormatToken, monthNames } from './date-format.ts'
import { fieldsOf, type Instant, instantFromFields, instantFromMilliseconds, isInRange } from './instant.ts'
import { hourOfHalf, parseOffset } from './parse-date.ts'

/** A parsed date, and whether the text named a zone. */
export interface ParsedDate {
  readonly instant: Instant
  readonly hasZone: boolean
}

/** Which white space around the format is let through, and what stands in for a missing date. */
export interface ParseStyles {
  readonly leadingWhite: boolean
  readonly trailingWhite: boolean
  readonly currentDateDefault: boolean
}

/** What a text alone does not say. */
export interface ParseSurroundings {
  /** Milliseconds since 1970-01-01T00:00:00Z, for the date that a text leaves out. */
  readonly now: number
  /** Latest year that two digits mean. */
  readonly latestShortYear: number
}

interface Fields {
  year?: number
  /** A year of one or two digits, whose century is not settled yet. */
  shortYear?: number
  month?: number
  day?: number
  weekday?: number
  hour?: number
  hourOfHalf?: number
  minute?: number
  second?: number
  fraction?: number
  half?: string
  offset?: bigint
}

/**
 * .NET's `DateTime.ParseExact` in the invariant culture, on a host that runs in UTC: a text with an offset is brought to
 * UTC. Null when the text does not have exactly the format, or names no real day.
 */
export function parseFormat(
  text: string,
  tokens: readonly FormatToken[],
  styles: ParseStyles,
  { now, latestShortYear }: ParseSurroundings,
): ParsedDate | null {
  const started = styles.leadingWhite ? text.trimStart() : text
  const source = styles.trailingWhite ? started.trimEnd() : started
  const fields: Fields = {}
  let at = 0
  for (const token of tokens) {
    const end =
      token.kind === 'literal' ? readLiteral(source, at, token.text, fields) : readRun(source, at, token, fields)
    if (end === null) return null
    at = end
  }
  if (at !== source.length) return null
  const years = fields.shortYear === undefined ? {} : { year: fullYear(fields.shortYear, latestShortYear) }
  return conclude({ ...fields, ...years }, styles, now)
}

function readLiteral(source: string, at: number, literal: string, fields: Fields): number | null {
  if (!source.startsWith(literal, at)) return null
  if (literal === 'Z') fields.offset = 0n
  return at + literal.length
}

function readRun(source: string, at: number, token: FormatToken & { kind: 'run' }, fields: Fields): number | null {
  const { letter, length } = token
  if (letter === 'M' && length >= 3)
    return readName(source, at, monthNames, length, (index) => (fields.month = index + 1))
  if (letter === 'd' && length >= 3) return readName(source, at, dayNames, length, (index) => (fields.weekday = index))
  if (letter === 'f' || letter === 'F') return readFraction(source, at, letter, length, fields)
  if (letter === 't') return readHalf(source, at, length, fields)
  if (letter === 'z' || letter === 'K') return readZone(source, at, letter, length, fields)
  if (letter === 'g') return source.startsWith('A.D.', at) ? at + 4 : null
  return readNumber(source, at, letter, length, fields)
}

function readNumber(source: string, at: number, letter: string, length: number, fields: Fields): number | null {
  const isYear = letter === 'y'
  const [least, most] = isYear && length > 2 ? [length, length] : [Math.min(length, 2), 2]
  const digits = /^\d+/.exec(source.slice(at, at + most))?.[0] ?? ''
  if (digits.length < least) return null
  const number = Number(digits)
  if (isYear) fields[length > 2 ? 'year' : 'shortYear'] = number
  else if (letter === 'M') fields.month = number
  else if (letter === 'd') fields.day = number
  else if (letter === 'H') fields.hour = number
  else if (letter === 'h') fields.hourOfHalf = number
  else if (letter === 'm') fields.minute = number
  else fields.second = number
  return at + digits.length
}

function fullYear(twoDigits: number, latestShortYear: number): number {
  const year = latestShortYear - (latestShortYear % 100) + twoDigits
  return year > latestShortYear ? year - 100 : year
}

function readName(
  source: string,
  at: number,
  names: readonly string[],
  length: number,
  keep: (index: number) => void,
): number | null {
  const forms = names.map((name) => (length === 3 ? name.slice(0, 3) : name))
  const index = forms.findIndex((form) => source.slice(at, at + form.length).toLowerCase() === form.toLowerCase())
  const form = forms[index]
  if (form === undefined) return null
  keep(index)
  return at + form.length
}

/** `f` wants exactly as many digits, `F` takes up to as many. */
function readFraction(source: string, at: number, letter: string, length: number, fields: Fields): number | null {
  const digits = /^\d*/.exec(source.slice(at, at + length))?.[0] ?? ''
  if (letter === 'f' && digits.length !== length) return null
  fields.fraction = Number(digits.slice(0, 7).padEnd(7, '0'))
  return at + digits.length
}

function readHalf(source: string, at: number, length: number, fields: Fields): number | null {
  const half = source.slice(at, at + Math.min(length, 2))
  if (!(length === 1 ? /^[AP]$/i : /^[AP]M$/i).test(half)) return null
  fields.half = half
  return at + half.length
}

function readZone(source: string, at: number, letter: string, length: number, fields: Fields): number | null {
  const rest = source.slice(at, at + 6)
  if (letter === 'K' && rest === '') return at
  const pattern = letter === 'K' ? /^(Z|[+-]\d{2}:\d{2})/ : length >= 3 ? /^[+-]\d{2}:\d{2}/ : /^[+-]\d{1,2}/
  const zone = pattern.exec(rest)?.[0]
  if (zone === undefined) return letter === 'K' ? at : null
  const full = /^[+-]\d{1,2}$/.test(zone) ? `${zone.charAt(0)}${zone.slice(1).padStart(2, '0')}:00` : zone
  const offset = parseOffset(full)
  if (offset === null) return null
  fields.offset = offset
  return at + zone.length
}

function conclude(fields: Fields, styles: ParseStyles, now: number): ParsedDate | null {
  const hour = hourOf(fields)
  const today = fieldsOf(instantFromMilliseconds(styles.currentDateDefault ? now : Date.UTC(2001, 0, 1)))
  const hasNoDate = fields.year === undefined && fields.month === undefined && fields.day === undefined
  const fallback = hasNoDate && styles.currentDateDefault ? today : { month: 1, day: 1 }
  if (hour === null) return null
  const instant = instantFromFields({
    year: fields.year ?? (styles.currentDateDefault ? today.year : 1),
    month: fields.month ?? fallback.month,
    day: fields.day ?? fallback.day,
    hour,
    minute: fields.minute ?? 0,
    second: fields.second ?? 0,
    fraction: fields.fraction ?? 0,
  })
  if (instant === null || !agrees(instant, fields)) return null
  const utc = instant - (fields.offset ?? 0n)
  return isInRange(utc) ? { instant: utc, hasZone: fields.offset !== undefined } : null
}

/** An hour on the twelve-hour clock without AM or PM is before noon. */
function hourOf(fields: Fields): number | null {
  if (fields.hour !== undefined) return fields.hour
  return fields.hourOfHalf === undefined ? 0 : hourOfHalf(fields.hourOfHalf, fields.half ?? 'AM')
}

function agrees(instant: Instant, fields: Fields): boolean {
  return fields.weekday === undefined || fieldsOf(instant).weekday === fields.weekday
}
