import type { ParseStyles } from './parse-format.ts'

/** .NET DateTimeStyles by name. */
const styleNumbers: ReadonlyMap<string, number> = new Map([
  ['none', 0],
  ['allowleadingwhite', 1],
  ['allowtrailingwhite', 2],
  ['allowinnerwhite', 4],
  ['allowwhitespaces', 7],
  ['nocurrentdatedefault', 8],
  ['adjusttouniversal', 16],
  ['assumelocal', 32],
  ['assumeuniversal', 64],
  ['roundtripkind', 128],
])

/** RoundtripKind with leading and trailing white space, which is what the service uses when nothing is given. */
const serviceDefault = 128 + 1 + 2

/**
 * Reads DateTimeStyles: names, comma-separated, or their number; null stands for the default. AssumeLocal and
 * AssumeUniversal agree, because the service runs in UTC. The result is null when a name is unknown.
 */
export function parseDateTimeStyles(text: string | null): ParseStyles | null {
  const number = text === null || text.trim() === '' ? serviceDefault : styleNumber(text)
  if (number === null) return null
  return {
    leadingWhite: (number & 1) !== 0,
    trailingWhite: (number & 2) !== 0,
    currentDateDefault: (number & 8) === 0,
  }
}

function styleNumber(text: string): number | null {
  if (/^\s*\d{1,3}\s*$/.test(text)) return Number(text)
  const numbers = text.split(',').map((name) =>
    styleNumbers.get(
      name
        .trim()
        .toLowerCase()
        .replace(/^datetimestyles\./, ''),
    ),
  )
  return numbers.reduce<number | null>((sum, one) => (sum === null || one === undefined ? null : sum | one), 0)
}
