import { badRequest } from '../graph-error.ts'

export interface Token {
  readonly kind: 'word' | 'text' | 'number' | 'open' | 'close' | 'comma' | 'colon'
  /** A text without its quotes, doubled quotes undone. */
  readonly text: string
  readonly position: number
}

const PATTERNS: readonly (readonly [Token['kind'] | 'space', RegExp])[] = [
  ['space', /\s+/y],
  ['text', /'((?:[^']|'')*)'/y],
  ['open', /\(/y],
  ['close', /\)/y],
  ['comma', /,/y],
  // A date or a GUID begins with digits and is a word all the same.
  ['word', /\d{4}-\d\d-\d\d(?:T[0-9:.]+(?:Z|[+-]\d\d:\d\d)?)?|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/iy],
  ['number', /-?\d+(?:\.\d+)?(?![\w-])/y],
  ['word', /[A-Za-z_@$][\w./@-]*/y],
  ['colon', /:/y],
]

/** @throws GraphError 400 at the first character that begins no token. */
export function tokens(text: string): readonly Token[] {
  const found: Token[] = []
  let position = 0
  while (position < text.length) {
    const token = tokenAt(text, position)
    if (!token)
      throw badRequest(`Syntax error: character '${text[position]}' is not valid at position ${position} in '${text}'.`)
    if (token.kind !== 'space') found.push({ kind: token.kind, text: token.text, position })
    position += token.length
  }
  return found
}

function tokenAt(
  text: string,
  position: number,
): { kind: Token['kind'] | 'space'; text: string; length: number } | undefined {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = position
    const match = pattern.exec(text)
    if (!match) continue
    const content = kind === 'text' ? (match[1] ?? '').replaceAll("''", "'") : match[0]
    return { kind, text: content, length: match[0].length }
  }
  return undefined
}
