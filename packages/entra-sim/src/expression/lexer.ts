import { type ExpressionError, expressionError } from './expression-error.ts'

/** One token; `value` is unescaped text for strings, the bare name for attributes, the spelling otherwise. */
export interface Token {
  readonly kind: 'string' | 'number' | 'attribute' | 'word' | 'operator' | 'punctuation' | 'end'
  readonly value: string
  readonly start: number
  readonly end: number
}

type Lexed = { readonly ok: true; readonly tokens: readonly Token[] } | { readonly ok: false; error: ExpressionError }
type Read = Token | ExpressionError

const space = /[ \t\r\n]+/y
const number = /&[Hh][0-9A-Fa-f]+|-?\d+(\.\d+)?/y
const word = /[A-Za-z_][A-Za-z0-9_.]*/y
const operator = /<>|>=|<=|=|<|>/y

/** Cuts the text into tokens, ending with one of kind `end`. */
export function tokenize(text: string): Lexed {
  const tokens: Token[] = []
  let offset = skipSpace(text, 0)
  while (offset < text.length) {
    const read = readToken(text, offset)
    if ('code' in read) return { ok: false, error: read }
    tokens.push(read)
    offset = skipSpace(text, read.end)
  }
  tokens.push({ kind: 'end', value: '', start: text.length, end: text.length })
  return { ok: true, tokens }
}

function readToken(text: string, start: number): Read {
  const first = text.charAt(start)
  if (first === '"') return readString(text, start)
  if (first === '[') return readAttribute(text, start)
  if (first === '(' || first === ')' || first === ',') {
    return { kind: 'punctuation', value: first, start, end: start + 1 }
  }
  return (
    readPattern(text, start, number, 'number') ??
    readPattern(text, start, word, 'word') ??
    readPattern(text, start, operator, 'operator') ??
    unexpected(text, start, first)
  )
}

function readPattern(text: string, start: number, pattern: RegExp, kind: Token['kind']): Token | null {
  pattern.lastIndex = start
  const value = pattern.exec(text)?.[0]
  return value === undefined ? null : { kind, value, start, end: start + value.length }
}

/** Only `\\` and `\"` are escapes; before any other character the backslash stands for itself. */
function readString(text: string, start: number): Read {
  let value = ''
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '"') return { kind: 'string', value, start, end: at + 1 }
    const next = text.charAt(at + 1)
    const isEscape = character === '\\' && (next === '\\' || next === '"')
    value += isEscape ? next : character
    if (isEscape) at += 1
  }
  const hint = 'Close it with ". Inside a text write \\" for a quotation mark and \\\\ for a backslash.'
  return expressionError(text, 'unterminatedString', start, 'This text is never closed.', hint)
}

function readAttribute(text: string, start: number): Read {
  const close = text.indexOf(']', start)
  if (close === -1) {
    const hint = 'Close the attribute name with ].'
    return expressionError(text, 'unterminatedAttribute', start, 'This attribute name is never closed.', hint)
  }
  const value = text.slice(start + 1, close)
  if (value.trim() === '') {
    const hint = 'Write the name of a source attribute, such as [userPrincipalName].'
    return expressionError(text, 'emptyAttribute', start, 'The brackets name no attribute.', hint)
  }
  return { kind: 'attribute', value, start, end: close + 1 }
}

const characterHints: ReadonlyMap<string, string> = new Map([
  ["'", 'Texts are written in double quotes: "text".'],
  ['“', 'Replace the curly quotes, which a word processor makes, by plain double quotes: "text".'],
  ['”', 'Replace the curly quotes, which a word processor makes, by plain double quotes: "text".'],
  ['&', 'There is no & for joining texts: write Append([a], [b]) or Join("", [a], [b]).'],
  ['+', 'There is no + for joining texts: write Append([a], [b]) or Join("", [a], [b]).'],
  ['%', 'Attributes are written in brackets, [name]; %name% belongs to Connect Sync.'],
  [';', 'Arguments are separated by commas.'],
  ['!', 'Not equal is written <>; to negate a Boolean write Not(…).'],
  [']', 'This bracket closes nothing; an attribute is written [name].'],
  ['|', 'There is no OR: nest an IIF in the third place, IIF(a, x, IIF(b, x, y)).'],
])

function unexpected(text: string, start: number, character: string): ExpressionError {
  const hint = characterHints.get(character) ?? null
  const message = `The character ${character} has no meaning here.`
  const code = character === "'" ? 'singleQuotes' : '&+!|'.includes(character) ? 'unsupportedOperator' : null
  return expressionError(text, code ?? 'unexpectedCharacter', start, message, hint)
}

function skipSpace(text: string, offset: number): number {
  space.lastIndex = offset
  return space.test(text) ? space.lastIndex : offset
}
