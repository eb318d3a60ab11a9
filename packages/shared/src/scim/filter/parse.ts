import { ScimError } from '../scim-error.ts'
import { syntaxError } from '../syntax-error.ts'
import { lenient, type Strictness, type ToleranceName } from '../tolerances.ts'
import type { AttributePath, CompareFilter, CompareOperator, Filter, Literal, PresentFilter } from './ast.ts'
import { decodeString, skipSpaces, stringEnd, wordEnd } from './lexer.ts'

/** How long and how deep a filter may be. */
export interface FilterLimits {
  /** UTF-16 code units. Default 16,384. */
  readonly maxLength: number
  /** Nesting of brackets, parentheses and `not`. Default 64. */
  readonly maxDepth: number
  /** Tolerances that are refused. Default none. */
  readonly strictness: Strictness
}

const defaultLimits: FilterLimits = { maxLength: 16_384, maxDepth: 64, strictness: lenient }

/**
 * Parses a filter (RFC 7644 §3.4.2.2). @throws ScimError 400 invalidFilter whose detail names the position and shows it
 * with a caret.
 */
export function parseFilter(text: string, limits: Partial<FilterLimits> = {}): Filter {
  const all = { ...defaultLimits, ...limits }
  if (text.length > all.maxLength) {
    throw new ScimError('invalidFilter', `The filter is longer than ${all.maxLength} characters.`)
  }
  const parser = new FilterParser(text, all)
  const filter = parser.expression()
  parser.expectEnd()
  return filter
}

/** Parses the filter between two brackets of a PATCH path, beginning behind the `[`; returns the offset of the `]`. */
export function parseBracketFilter(
  text: string,
  offset: number,
  strictness: Strictness,
): { readonly filter: Filter; readonly end: number } {
  const parser = new FilterParser(text, { ...defaultLimits, strictness }, offset)
  const filter = parser.bracketContent()
  return { filter, end: parser.at }
}

const compareOperators: ReadonlySet<string> = new Set(['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'])
const namePattern = /^[A-Za-z$][\w$-]*$/
const numberPattern = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/**
 * Splits `urn:…:User:name.givenName` into its parts; the last colon ends the URN, whose version holds a dot.
 * Undefined when it is not an attribute path.
 */
export function splitAttributePath(word: string, start: number): AttributePath | undefined {
  const colon = word.lastIndexOf(':')
  const dot = word.indexOf('.', colon + 1)
  const attribute = word.slice(colon + 1, dot < 0 ? undefined : dot)
  const subAttribute = dot < 0 ? undefined : word.slice(dot + 1)
  if (colon === 0 || !namePattern.test(attribute)) return undefined
  if (subAttribute !== undefined && !namePattern.test(subAttribute)) return undefined
  const end = start + word.length
  if (colon < 0) return subAttribute === undefined ? { attribute, start, end } : { attribute, subAttribute, start, end }
  const schema = word.slice(0, colon)
  return subAttribute === undefined
    ? { schema, attribute, start, end }
    : { schema, attribute, subAttribute, start, end }
}

/** Precedence climbing over the text: `or` binds weakest, then `and`, then `not` (RFC 7644 §3.4.2.2). */
class FilterParser {
  at: number
  readonly #text: string
  readonly #limits: FilterLimits
  #depth = 0
  #inBrackets = false

  constructor(text: string, limits: FilterLimits, offset = 0) {
    this.#text = text
    this.#limits = limits
    this.at = offset
  }

  expression(): Filter {
    return this.#chain('or')
  }

  expectEnd(): void {
    this.at = skipSpaces(this.#text, this.at)
    if (this.at < this.#text.length) this.#fail('Expected "and", "or" or the end of the filter', this.at)
  }

  bracketContent(): Filter {
    this.#enter()
    this.#inBrackets = true
    const filter = this.expression()
    this.at = skipSpaces(this.#text, this.at)
    if (this.#text[this.at] !== ']') this.#fail('Expected "and", "or" or "]"', this.at)
    this.#inBrackets = false
    this.#depth -= 1
    return filter
  }

  #chain(kind: 'or' | 'and'): Filter {
    const first = kind === 'or' ? this.#chain('and') : this.#unary()
    if (!this.#take(kind)) return first
    const operands = [first]
    do operands.push(kind === 'or' ? this.#chain('and') : this.#unary())
    while (this.#take(kind))
    return { kind, operands, start: first.start, end: this.at }
  }

  #unary(): Filter {
    this.at = skipSpaces(this.#text, this.at)
    const start = this.at
    if (this.#text[start] === '(') return this.#group()
    const end = wordEnd(this.#text, start)
    if (end === start) this.#fail('Expected an attribute', start)
    const word = this.#text.slice(start, end)
    this.at = end
    if (word.length === 3 && word.toLowerCase() === 'not') return this.#negation(start)
    const path = splitAttributePath(word, start) ?? this.#fail('Expected an attribute', start)
    return this.#text[end] === '[' ? this.#valuePath(path) : this.#test(path)
  }

  #group(): Filter {
    this.#enter()
    this.at += 1
    const inner = this.expression()
    this.at = skipSpaces(this.#text, this.at)
    if (this.#text[this.at] !== ')') this.#fail('Expected "and", "or" or ")"', this.at)
    this.at += 1
    this.#depth -= 1
    return inner
  }

  #negation(start: number): Filter {
    this.at = skipSpaces(this.#text, this.at)
    if (this.#text[this.at] !== '(') this.#tolerate('notWithoutParentheses', 'Expected "(" after "not"', this.at)
    this.#enter()
    const operand = this.#unary()
    this.#depth -= 1
    return { kind: 'not', operand, start, end: this.at }
  }

  /** `emails[…]` or `emails[…].value eq "x"`; a value path within another is not in the grammar. */
  #valuePath(path: AttributePath): Filter {
    if (this.#inBrackets) this.#fail('A value path within a value path', path.start)
    if (path.subAttribute !== undefined) this.#fail('Brackets after a sub-attribute', this.at)
    this.at += 1
    const filter = this.bracketContent()
    this.at += 1
    if (this.#text[this.at] !== '.') return { kind: 'valuePath', path, filter, start: path.start, end: this.at }
    const test = this.#test(this.#subAttributePath())
    return { kind: 'valuePath', path, filter, test, start: path.start, end: this.at }
  }

  #subAttributePath(): AttributePath {
    const start = this.at + 1
    this.at = wordEnd(this.#text, start)
    const word = this.#text.slice(start, this.at)
    if (!namePattern.test(word)) this.#fail('Expected a sub-attribute', start)
    return { attribute: word, start, end: this.at }
  }

  #test(path: AttributePath): CompareFilter | PresentFilter {
    const start = skipSpaces(this.#text, this.at)
    this.at = wordEnd(this.#text, start)
    const operator = this.#text.slice(start, this.at).toLowerCase()
    if (operator === 'pr') return { kind: 'present', path, start: path.start, end: this.at }
    if (!compareOperators.has(operator)) this.#fail('Expected an operator such as "eq" or "pr"', start)
    const literal = this.#literal()
    const checked = operator as CompareOperator // a member of the set above
    return { kind: 'compare', path, operator: checked, literal, start: path.start, end: literal.end }
  }

  #literal(): Literal {
    const start = skipSpaces(this.#text, this.at)
    const quote = this.#text[start]
    if (quote === "'") this.#tolerate('singleQuotedFilterLiteral', 'Expected a value in double quotes', start)
    const isString = quote === '"' || quote === "'"
    const end = isString ? stringEnd(this.#text, start) : wordEnd(this.#text, start)
    if (end === start) this.#fail('Expected a value', start)
    this.at = end
    const raw = this.#text.slice(start, end)
    return { value: isString ? decodeString(this.#text, start, end) : this.#bareLiteral(raw, start), raw, start, end }
  }

  #bareLiteral(raw: string, start: number): string | number | boolean | null {
    if (numberPattern.test(raw) && Number.isFinite(Number(raw))) return Number(raw)
    const lower = raw.toLowerCase()
    if (lower !== 'true' && lower !== 'false' && lower !== 'null') {
      this.#tolerate('unquotedFilterLiteral', 'Expected a value in double quotes', start)
      return raw
    }
    if (lower !== raw) this.#tolerate('filterLiteralCase', `Expected ${lower}`, start)
    return lower === 'null' ? null : lower === 'true'
  }

  /** Takes the keyword, in any case, when it comes next. */
  #take(keyword: 'and' | 'or'): boolean {
    const start = skipSpaces(this.#text, this.at)
    const end = start + keyword.length
    if (wordEnd(this.#text, start) !== end || this.#text.slice(start, end).toLowerCase() !== keyword) return false
    this.at = end
    return true
  }

  #enter(): void {
    this.#depth += 1
    if (this.#depth > this.#limits.maxDepth) this.#fail(`Nested deeper than ${this.#limits.maxDepth} levels`, this.at)
  }

  #tolerate(tolerance: ToleranceName, message: string, offset: number): void {
    if (this.#limits.strictness.has(tolerance)) this.#fail(message, offset)
  }

  #fail(message: string, offset: number): never {
    throw syntaxError('invalidFilter', message, this.#text, offset)
  }
}
