/**
 * .NET custom date formats cut into tokens. A run of one of the letters below is a token; everything else is literal.
 * One-letter standard formats stand for a custom one, as in the invariant culture.
 */

/** A run such as `yyyy`, or literal text. */
export type FormatToken =
  | { readonly kind: 'run'; readonly letter: string; readonly length: number }
  | { readonly kind: 'literal'; readonly text: string }

const letters = 'dfFghHKmMstyz'

const standard: ReadonlyMap<string, string> = new Map([
  ['d', 'MM/dd/yyyy'],
  ['D', 'dddd, dd MMMM yyyy'],
  ['f', 'dddd, dd MMMM yyyy HH:mm'],
  ['F', 'dddd, dd MMMM yyyy HH:mm:ss'],
  ['g', 'MM/dd/yyyy HH:mm'],
  ['G', 'MM/dd/yyyy HH:mm:ss'],
  ['m', 'MMMM dd'],
  ['M', 'MMMM dd'],
  ['o', "yyyy-MM-dd'T'HH:mm:ss.fffffffK"],
  ['O', "yyyy-MM-dd'T'HH:mm:ss.fffffffK"],
  ['r', "ddd, dd MMM yyyy HH:mm:ss 'GMT'"],
  ['R', "ddd, dd MMM yyyy HH:mm:ss 'GMT'"],
  ['s', "yyyy-MM-dd'T'HH:mm:ss"],
  ['t', 'HH:mm'],
  ['T', 'HH:mm:ss'],
  ['u', "yyyy-MM-dd HH:mm:ss'Z'"],
  ['U', 'dddd, dd MMMM yyyy HH:mm:ss'],
  ['y', 'yyyy MMMM'],
  ['Y', 'yyyy MMMM'],
])

/** Names of the invariant culture. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** Names of the invariant culture, Sunday first. */
export const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** Cuts a format into tokens; null when it is empty, an unknown one-letter format, or a quotation is not closed. */
export function tokenizeFormat(format: string): readonly FormatToken[] | null {
  if (format.length === 1) {
    const custom = standard.get(format)
    return custom === undefined ? null : tokenizeCustom(custom)
  }
  return format === '' ? null : tokenizeCustom(format)
}

function tokenizeCustom(format: string): readonly FormatToken[] | null {
  const tokens: FormatToken[] = []
  let at = 0
  while (at < format.length) {
    const read = readToken(format, at)
    if (read === null) return null
    tokens.push(read.token)
    at = read.end
  }
  return tokens
}

function readToken(format: string, at: number): { token: FormatToken; end: number } | null {
  const character = format.charAt(at)
  if (letters.includes(character)) {
    let end = at
    while (format.charAt(end) === character) end += 1
    return { token: { kind: 'run', letter: character, length: end - at }, end }
  }
  if (character === "'" || character === '"') return readQuotation(format, at, character)
  if (character === '\\') return literal(format.charAt(at + 1), at + 2)
  // % only marks that the next letter is a custom format of its own.
  if (character === '%') return at + 1 < format.length ? readToken(format, at + 1) : null
  return literal(character, at + 1)
}

function readQuotation(format: string, at: number, quote: string): ReturnType<typeof readToken> {
  const close = format.indexOf(quote, at + 1)
  return close === -1 ? null : literal(format.slice(at + 1, close), close + 1)
}

function literal(text: string, end: number): { token: FormatToken; end: number } {
  return { token: { kind: 'literal', text }, end }
}
