// Rules of dynamic groups, the simple ones: comparisons of a user's attributes with a constant, joined by -and and -or (-and binds
// tighter), as in `user.department -eq "Sales" -and user.accountEnabled -eq true`. Texts compare without regard to case.
import type { EntraUser } from './entra-user.ts'
import { findUserAttribute } from './user-attributes.ts'

interface Comparison {
  readonly attribute: string
  readonly operator: Operator
  readonly operand: string | null
}

const OPERATORS = ['-eq', '-ne', '-startsWith', '-notStartsWith', '-contains', '-notContains', '-match', '-in'] as const
type Operator = Exclude<(typeof OPERATORS)[number], '-match' | '-in'>

/** Alternatives of conjunctions. */
export type MembershipRule = readonly (readonly Comparison[])[]

const COMPARISON = /^user\.([\w.]+)\s+(-\w+)\s+("(?:[^"`]|`.)*"|'[^']*'|true|false|null)$/i

/** Parses a rule, or says in `problem` what it cannot be. */
export function parseMembershipRule(text: string): MembershipRule | { readonly problem: string } {
  const alternatives: Comparison[][] = []
  for (const alternative of splitOutsideQuotes(text, '-or')) {
    const conjunction: Comparison[] = []
    for (const part of splitOutsideQuotes(alternative, '-and')) {
      const comparison = parseComparison(part)
      if ('problem' in comparison) return comparison
      conjunction.push(comparison)
    }
    alternatives.push(conjunction)
  }
  return alternatives
}

export function fulfills(user: EntraUser, rule: MembershipRule): boolean {
  return user.deletedAt === undefined && rule.some((conjunction) => conjunction.every((one) => holds(user, one)))
}

function parseComparison(text: string): Comparison | { readonly problem: string } {
  const match = COMPARISON.exec(
    text
      .trim()
      .replace(/^\((.*)\)$/s, '$1')
      .trim(),
  )
  const [, attribute = '', word = '', literal = ''] = match ?? []
  if (!match) return { problem: `"${text.trim()}" is no comparison such as user.department -eq "Sales"` }
  const known = attribute === 'userType' ? { name: 'userType' } : findUserAttribute(attribute)
  if (!known) return { problem: `a user has no attribute "${attribute}"` }
  const operator = OPERATORS.find((one) => one.toLowerCase() === word.toLowerCase())
  if (!operator || operator === '-match' || operator === '-in') {
    return {
      problem: `the operator ${word} is not supported; use -eq, -ne, -startsWith, -notStartsWith, -contains or -notContains`,
    }
  }
  return { attribute: known.name, operator, operand: readLiteral(literal) }
}

function readLiteral(literal: string): string | null {
  if (/^["']/.test(literal)) return literal.slice(1, -1).replace(/`(.)/g, '$1').toLowerCase()
  return literal.toLowerCase() === 'null' ? null : literal.toLowerCase()
}

function holds(user: EntraUser, { attribute, operator, operand }: Comparison): boolean {
  const value = textOf(user, attribute)
  if (operand === null) return (operator === '-eq') === (value === null)
  switch (operator) {
    case '-eq':
      return value === operand
    case '-ne':
      return value !== operand
    case '-startsWith':
      return value?.startsWith(operand) ?? false
    case '-notStartsWith':
      return !(value?.startsWith(operand) ?? false)
    case '-contains':
      return value?.includes(operand) ?? false
    case '-notContains':
      return !(value?.includes(operand) ?? false)
  }
}

function textOf(user: EntraUser, attribute: string): string | null {
  if (attribute === 'userType') return user.userType.toLowerCase()
  const value = Object.hasOwn(user.attributes, attribute) ? user.attributes[attribute] : undefined
  return value === undefined ? null : String(value).toLowerCase()
}

function splitOutsideQuotes(text: string, word: string): string[] {
  const parts: string[] = []
  let quote = ''
  let from = 0
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index)
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (isWordAt(text, index, word)) {
      parts.push(text.slice(from, index))
      from = index + word.length
    }
  }
  return [...parts, text.slice(from)]
}

function isWordAt(text: string, index: number, word: string): boolean {
  const isHere = text.slice(index, index + word.length).toLowerCase() === word
  return isHere && /\s/.test(text.charAt(index - 1)) && /\s/.test(text.charAt(index + word.length))
}
