// The part of OData's $filter that Graph's clients use: comparisons, and, or, not, in, brackets, startswith, endswith, contains, any.
import { badRequest } from '../graph-error.ts'
import { type Token, tokens } from './tokens.ts'

export type ODataLiteral = string | number | boolean | null

export type ODataFilter =
  | { readonly kind: 'and' | 'or'; readonly left: ODataFilter; readonly right: ODataFilter }
  | { readonly kind: 'not'; readonly inner: ODataFilter }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly path: string; readonly value: ODataLiteral }
  | { readonly kind: 'in'; readonly path: string; readonly values: readonly ODataLiteral[] }
  | { readonly kind: 'call'; readonly name: TextFunction; readonly path: string; readonly value: string }
  | { readonly kind: 'any'; readonly path: string; readonly variable: string; readonly inner: ODataFilter | undefined }

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'
export type TextFunction = 'startswith' | 'endswith' | 'contains'

const COMPARISONS: ReadonlySet<string> = new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le'])
const TEXT_FUNCTIONS: ReadonlySet<string> = new Set(['startswith', 'endswith', 'contains'])
const BARE = /^(?:\d|[0-9a-f]{8}-[0-9a-f]{4}-)/i
const MAX_DEPTH = 32
/** Of terms that are joined by `and` and `or`: what follows them goes one level deeper with each. */
const MAX_TERMS = 1_000

/** @throws GraphError 400 with the position when the text is no filter. */
export function parseODataFilter(text: string): ODataFilter {
  const reader = new Reader(tokens(text), text)
  const filter = readOr(reader, 0)
  reader.expectEnd()
  return filter
}

class Reader {
  readonly #tokens: readonly Token[]
  readonly #text: string
  #at = 0
  #terms = 0

  constructor(list: readonly Token[], text: string) {
    this.#tokens = list
    this.#text = text
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead]
  }

  take(): Token {
    const token = this.peek()
    if (!token) throw this.error('The filter ends too early')
    this.#at += 1
    return token
  }

  takeIf(kind: Token['kind'], text?: string): boolean {
    const token = this.peek()
    if (token?.kind !== kind || (text !== undefined && token.text.toLowerCase() !== text)) return false
    this.#at += 1
    return true
  }

  expect(kind: Token['kind']): Token {
    const token = this.peek()
    if (token?.kind !== kind) throw this.error(`Expected ${kind}${token ? `, found '${token.text}'` : ''}`)
    return this.take()
  }

  expectEnd(): void {
    const token = this.peek()
    if (token) throw this.error(`Syntax error: unexpected '${token.text}'`)
  }

  /** Takes the word that joins two terms. @throws GraphError 400 for more terms than a filter may have */
  takeJoint(word: 'and' | 'or'): boolean {
    if (!this.takeIf('word', word)) return false
    this.#terms += 1
    if (this.#terms >= MAX_TERMS) throw badRequest(`The filter has more than ${MAX_TERMS} terms.`)
    return true
  }

  error(message: string): Error {
    const position = this.peek()?.position ?? this.#text.length
    return badRequest(`${message} at position ${position} in '${this.#text}'.`)
  }
}

function readOr(reader: Reader, depth: number): ODataFilter {
  let left = readAnd(reader, depth)
  while (reader.takeJoint('or')) left = { kind: 'or', left, right: readAnd(reader, depth) }
  return left
}

function readAnd(reader: Reader, depth: number): ODataFilter {
  let left = readUnary(reader, depth)
  while (reader.takeJoint('and')) left = { kind: 'and', left, right: readUnary(reader, depth) }
  return left
}

function readUnary(reader: Reader, depth: number): ODataFilter {
  if (depth > MAX_DEPTH) throw reader.error(`The filter is nested deeper than ${MAX_DEPTH}`)
  if (reader.takeIf('word', 'not')) return { kind: 'not', inner: readUnary(reader, depth + 1) }
  if (!reader.takeIf('open')) return readTest(reader, depth)
  const inner = readOr(reader, depth + 1)
  reader.expect('close')
  return inner
}

function readTest(reader: Reader, depth: number): ODataFilter {
  const path = reader.expect('word').text
  if (reader.peek()?.kind === 'open') return readCall(reader, path, depth)
  const operator = reader.expect('word').text.toLowerCase()
  if (operator === 'in') return { kind: 'in', path, values: readList(reader) }
  if (!isComparison(operator)) throw reader.error(`Unknown operator '${operator}'`)
  return { kind: 'compare', operator, path, value: readLiteral(reader) }
}

function readCall(reader: Reader, name: string, depth: number): ODataFilter {
  if (name.endsWith('/any')) return readAny(reader, name.slice(0, -'/any'.length), depth)
  const lower = name.toLowerCase()
  if (!isTextFunction(lower)) throw reader.error(`The function '${name}' is not supported in $filter`)
  reader.expect('open')
  const path = reader.expect('word').text
  reader.expect('comma')
  const value = readLiteral(reader)
  reader.expect('close')
  if (typeof value !== 'string') throw reader.error(`${lower} takes a text in single quotes`)
  return { kind: 'call', name: lower, path, value }
}

function readAny(reader: Reader, path: string, depth: number): ODataFilter {
  reader.expect('open')
  if (reader.takeIf('close')) return { kind: 'any', path, variable: '', inner: undefined }
  const variable = reader.expect('word').text
  reader.expect('colon')
  const inner = readOr(reader, depth + 1)
  reader.expect('close')
  return { kind: 'any', path, variable, inner }
}

function readList(reader: Reader): readonly ODataLiteral[] {
  reader.expect('open')
  const values = [readLiteral(reader)]
  while (reader.takeIf('comma')) values.push(readLiteral(reader))
  reader.expect('close')
  return values
}

function readLiteral(reader: Reader): ODataLiteral {
  const token = reader.take()
  if (token.kind === 'text') return token.text
  if (token.kind === 'number') return Number(token.text)
  const known: Readonly<Record<string, ODataLiteral>> = { true: true, false: false, null: null }
  const word = token.text.toLowerCase()
  if (token.kind === 'word' && Object.hasOwn(known, word)) return known[word] ?? null
  // Dates and GUIDs stand bare in OData 4; a bare word is the name of a property, and would find users who have it as a text.
  if (token.kind === 'word' && BARE.test(token.text)) return token.text
  if (token.kind === 'word') throw badRequest(`Invalid filter clause: Could not find a property named '${token.text}'.`)
  throw reader.error(`Expected a value, found '${token.text}'`)
}

function isComparison(word: string): word is Comparison {
  return COMPARISONS.has(word)
}

function isTextFunction(word: string): word is TextFunction {
  return TEXT_FUNCTIONS.has(word)
}
