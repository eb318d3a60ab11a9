// An expression of a profile mapping as a tree: operators, choices, calls and references (O808, O818).
import { FUNCTIONS } from './functions/all-functions.ts'
import { type Token, tokensOf } from './lexer.ts'
import type { Operator, Tree } from './tree.ts'
import { SyntaxFault } from './value.ts'

/** Longer ones, and deeper ones, are refused. */
export const LONGEST = 2_000
export const DEEPEST = 40

/** @throws SyntaxFault with the place of what is wrong */
export function parseExpression(written: string): Tree {
  if (written.length > LONGEST) throw new SyntaxFault(`An expression has at most ${LONGEST} characters`, LONGEST)
  const parser = new Parser(tokensOf(written))
  return parser.whole()
}

const COMPARISONS: Readonly<Record<string, Operator>> = {
  ...{ '==': '==', '!=': '!=', '<': '<', '>': '>', '<=': '<=', '>=': '>=' },
}
const AND: Readonly<Record<string, Operator>> = { AND: 'AND', and: 'AND', '&&': 'AND' }
const OR: Readonly<Record<string, Operator>> = { OR: 'OR', or: 'OR', '||': 'OR' }
const PLUS: Readonly<Record<string, Operator>> = { '+': '+' }
const CONSTANTS = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
])
/** Whose attributes can be named: the person's, under its older name too. */
const PERSON = /^(?:user|source)\.(\w+)$/

class Parser {
  readonly #tokens: readonly Token[]
  #next = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  whole(): Tree {
    const tree = this.#expression()
    if (this.#token.kind !== 'end') throw this.#fault(`${JSON.stringify(this.#token.text)} is too much`)
    return tree
  }

  get #token(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', text: '', at: 0 }
  }

  #fault(message: string): SyntaxFault {
    return new SyntaxFault(message, this.#token.at)
  }

  #takes(...signs: readonly string[]): boolean {
    const { kind, text } = this.#token
    if (kind !== 'sign' || !signs.includes(text)) return false
    this.#next += 1
    return true
  }

  #wants(sign: string): void {
    if (!this.#takes(sign)) throw this.#fault(`"${sign}" is missing`)
  }

  #expression(): Tree {
    this.#depth += 1
    if (this.#depth > DEEPEST) throw this.#fault(`An expression is at most ${DEEPEST} deep`)
    const tree = this.#choice()
    this.#depth -= 1
    return tree
  }

  #choice(): Tree {
    const at = this.#next
    const left = this.#joined(OR, () => this.#joined(AND, () => this.#comparison()))
    if (this.#takes('?:')) return { kind: 'elvis', left, right: this.#expression() }
    if (!this.#takes('?')) return left
    const unfit = this.#tokens.slice(at, this.#next).find(({ text }) => /^(Convert|Arrays|Time)\./.test(text))
    if (unfit) throw new SyntaxFault(`${unfit.text} cannot stand in a condition`, unfit.at)
    const then = this.#expression()
    this.#wants(':')
    return { kind: 'choice', if: left, then, else: this.#expression() }
  }

  /** As long as one of the operators follows; the left is taken first. */
  #joined(operators: Readonly<Record<string, Operator>>, part: () => Tree): Tree {
    let left = part()
    for (let length = 1; ; length += 1) {
      const { kind, text } = this.#token
      const operator = kind === 'text' || !Object.hasOwn(operators, text) ? undefined : operators[text]
      if (operator === undefined) return left
      if (length > DEEPEST * 2) throw this.#fault('Too many parts are joined')
      this.#next += 1
      left = { kind: 'operator', operator, left, right: part() }
    }
  }

  #comparison(): Tree {
    const left = this.#joined(PLUS, () => this.#unary())
    const { kind, text } = this.#token
    if (kind === 'name' && text === 'matches') throw this.#fault('"matches" is not simulated')
    const operator = kind === 'sign' && Object.hasOwn(COMPARISONS, text) ? COMPARISONS[text] : undefined
    if (operator === undefined) return left
    this.#next += 1
    return { kind: 'operator', operator, left, right: this.#joined(PLUS, () => this.#unary()) }
  }

  #unary(): Tree {
    if (!this.#takes('!')) return this.#primary()
    this.#depth += 1
    if (this.#depth > DEEPEST) throw this.#fault(`An expression is at most ${DEEPEST} deep`)
    const of = this.#unary()
    this.#depth -= 1
    return { kind: 'not', of }
  }

  #primary(): Tree {
    if (this.#takes('(')) {
      const inner = this.#expression()
      this.#wants(')')
      return inner
    }
    if (this.#takes('{')) return { kind: 'list', items: this.#until('}') }
    const isNegative = this.#takes('-')
    const { kind, text, at } = this.#token
    if (kind !== 'number' && isNegative) throw this.#fault('A number is missing')
    if (kind === 'end' || kind === 'sign') throw this.#fault('A value is missing')
    this.#next += 1
    if (kind === 'number') return { kind: 'literal', value: Number(text) * (isNegative ? -1 : 1) }
    return kind === 'text' ? { kind: 'literal', value: text } : this.#named(text, at)
  }

  #named(name: string, at: number): Tree {
    if (this.#takes('(')) return this.#call(name, at)
    const constant = CONSTANTS.get(name)
    if (constant !== undefined) return { kind: 'literal', value: constant }
    const [, attribute] = PERSON.exec(name) ?? []
    if (attribute === undefined) throw new SyntaxFault(`${name} is nothing that can be named; user.${name} may be`, at)
    return { kind: 'attribute', name: attribute }
  }

  #call(name: string, at: number): Tree {
    const known = FUNCTIONS.get(name)
    if (known === undefined) throw new SyntaxFault(`There is no function ${name}`, at)
    const args = this.#until(')')
    const { least, most } = known
    if (args.length < least || args.length > most) {
      const wanted =
        least === most ? `${least}` : most === Number.POSITIVE_INFINITY ? `${least} or more` : `${least} to ${most}`
      throw new SyntaxFault(`${name} takes ${wanted}, not ${args.length}`, at)
    }
    return { kind: 'call', name, args }
  }

  #until(end: ')' | '}'): readonly Tree[] {
    const items: Tree[] = []
    if (this.#takes(end)) return items
    do items.push(this.#expression())
    while (this.#takes(','))
    this.#wants(end)
    return items
  }
}
