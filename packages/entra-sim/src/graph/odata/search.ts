// `$search` on directory objects (Graph: Use the $search query parameter): clauses of a property and a text, joined by AND and OR.
// Display names and descriptions are cut into words and found by the beginnings of these; any other property by its own beginning.
import { badRequest } from '../graph-error.ts'
import { valueAt } from './evaluate-filter.ts'

export type ODataSearch =
  | { readonly kind: 'and' | 'or'; readonly left: ODataSearch; readonly right: ODataSearch }
  | { readonly kind: 'clause'; readonly property: string; readonly text: string }

const MAX_DEPTH = 32
const MAX_TERMS = 1_000

const TOKENS = /\s*(?:"((?:[^"\\]|\\.)*)"|(\(|\)|AND\b|OR\b))/y

/** @throws GraphError 400 for what does not follow the documented syntax. */
export function parseODataSearch(text: string): ODataSearch {
  const reader = new Reader(text)
  const search = alternatives(reader, 0)
  if (!reader.isAtEnd()) throw invalid(text)
  return search
}

class Reader {
  readonly #text: string
  #position = 0
  #terms = 0

  constructor(text: string) {
    this.#text = text
  }

  isAtEnd(): boolean {
    return this.#text.slice(this.#position).trim() === ''
  }

  /** The word that comes next, taken when it is the wanted one. */
  takeWord(word: string): boolean {
    const match = this.#match()
    if (match?.[2] !== word) return false
    this.#position += match[0].length
    return true
  }

  takeClause(): ODataSearch {
    const match = this.#match()
    if (match?.[1] === undefined) throw invalid(this.#text)
    this.#terms += 1
    if (this.#terms > MAX_TERMS) throw badRequest(`$search has more than ${MAX_TERMS} clauses.`)
    this.#position += match[0].length
    const [, property, text] = /^(\w+):(.+)$/s.exec(match[1].replace(/\\(.)/g, '$1')) ?? []
    if (property === undefined || text === undefined) throw invalid(this.#text)
    return { kind: 'clause', property, text }
  }

  #match(): RegExpExecArray | null {
    TOKENS.lastIndex = this.#position
    return TOKENS.exec(this.#text)
  }
}

function alternatives(reader: Reader, depth: number): ODataSearch {
  let left = conjunction(reader, depth)
  while (reader.takeWord('OR')) left = { kind: 'or', left, right: conjunction(reader, depth) }
  return left
}

function conjunction(reader: Reader, depth: number): ODataSearch {
  let left = operand(reader, depth)
  while (reader.takeWord('AND')) left = { kind: 'and', left, right: operand(reader, depth) }
  return left
}

function operand(reader: Reader, depth: number): ODataSearch {
  if (!reader.takeWord('(')) return reader.takeClause()
  if (depth >= MAX_DEPTH) throw badRequest(`$search is nested deeper than ${MAX_DEPTH}.`)
  const inner = alternatives(reader, depth + 1)
  if (!reader.takeWord(')')) throw badRequest('A bracket in $search is not closed.')
  return inner
}

function invalid(text: string): Error {
  return badRequest(
    `Syntax error in $search '${text}'. Write "property:text" with the double quotes, and AND or OR between such clauses.`,
  )
}

/** The properties that are asked for. */
export function searchedProperties(search: ODataSearch): readonly string[] {
  if (search.kind === 'clause') return [search.property]
  return [...searchedProperties(search.left), ...searchedProperties(search.right)]
}

export function passesSearch(search: ODataSearch, resource: unknown): boolean {
  switch (search.kind) {
    case 'and':
      return passesSearch(search.left, resource) && passesSearch(search.right, resource)
    case 'or':
      return passesSearch(search.left, resource) || passesSearch(search.right, resource)
    case 'clause':
      return passesClause(search.property, search.text, valueAt(resource, search.property))
  }
}

const IN_WORDS: ReadonlySet<string> = new Set(['displayname', 'description'])

function passesClause(property: string, text: string, value: unknown): boolean {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  const isFound = IN_WORDS.has(property.toLowerCase()) ? hasWords : beginsWith
  return values.some((one) => typeof one === 'string' && isFound(one, text))
}

function beginsWith(value: string, text: string): boolean {
  return value.toLowerCase().startsWith(text.toLowerCase())
}

function hasWords(value: string, text: string): boolean {
  const there = wordsOf(value)
  return wordsOf(text).every((word) => there.some((one) => one.startsWith(word)))
}

/** `HelloWorld-7` has hello, world and 7, and helloworld7 too: what only symbols part is also one word. */
function wordsOf(text: string): readonly string[] {
  const parts = text.match(/\p{Lu}+(?!\p{Ll})|\p{L}\p{Ll}*|\p{N}+/gu) ?? []
  const joined = text.split(/\s+/).map((part) => part.replace(/[^\p{L}\p{N}]/gu, ''))
  return [...new Set([...parts, ...joined.filter((part) => part !== '')].map((part) => part.toLowerCase()))]
}
