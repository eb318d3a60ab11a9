import { syntaxError } from '../syntax-error.ts'

/** Scanning functions over the text of a filter or path. Offsets count UTF-16 code units. */
export function skipSpaces(text: string, offset: number): number {
  let at = offset
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1
  return at
}

/** The end of the word that begins at `offset`: at a space, bracket, parenthesis or double quote. */
export function wordEnd(text: string, offset: number): number {
  let at = offset
  while (at < text.length && !endsWord(text.charCodeAt(at))) at += 1
  return at
}

/**
 * The offset behind the string whose opening quote (either kind) is at `offset`. @throws ScimError invalidFilter when it
 * is not closed or holds a control character (RFC 8259 §7).
 */
export function stringEnd(text: string, offset: number): number {
  const quote = text.charCodeAt(offset)
  for (let at = offset + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === quote) return at + 1
    if (code === 0x5c) at += 1
    else if (code < 0x20) throw syntaxError('invalidFilter', 'Unescaped control character', text, at)
  }
  throw syntaxError('invalidFilter', 'String without closing quote', text, offset)
}

/** The value of the string between two offsets, quotes included: JSON escapes decoded, in single quotes as well. */
export function decodeString(text: string, start: number, end: number): string {
  const inner = text.slice(start + 1, end - 1)
  if (!inner.includes('\\')) return inner
  try {
    return String(JSON.parse(text[start] === '"' ? `"${inner}"` : `"${fromSingleQuotes(inner)}"`))
  } catch {
    throw syntaxError('invalidFilter', 'Invalid escape in string', text, start)
  }
}

function fromSingleQuotes(inner: string): string {
  return inner.replace(/\\'|"/g, (found) => (found === '"' ? '\\"' : "'"))
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d)
}

function endsWord(code: number): boolean {
  // ( ) [ ] "
  return isSpace(code) || code === 0x28 || code === 0x29 || code === 0x5b || code === 0x5d || code === 0x22
}
