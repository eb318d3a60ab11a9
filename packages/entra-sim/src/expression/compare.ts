import type { ComparisonOperator } from './tree.ts'
import { type ExpressionValue, parseNumber, parseWholeNumber, textsOf } from './value.ts'

/**
 * Compares two values: as numbers when both read as numbers, else as text by code unit, case-sensitively.
 * Null equals nothing, differs from everything that is not null, and is never greater or less. A list of several
 * values equals only a list of the same values.
 */
export function compareOperands(left: ExpressionValue, operator: ComparisonOperator, right: ExpressionValue): boolean {
  if (left === null || right === null) return operator === '<>' && left !== right
  return holds(order(joined(left), joined(right)), operator)
}

function joined(value: ExpressionValue): string {
  return typeof value === 'string' ? value : textsOf(value).join(',')
}

function order(left: string, right: string): number {
  const wholeLeft = parseWholeNumber(left)
  const wholeRight = parseWholeNumber(right)
  if (wholeLeft !== null && wholeRight !== null) return sign(wholeLeft, wholeRight)
  const numberLeft = parseNumber(left)
  const numberRight = parseNumber(right)
  if (numberLeft !== null && numberRight !== null) return sign(numberLeft, numberRight)
  return sign(left, right)
}

function sign<Ordered extends string | number | bigint>(left: Ordered, right: Ordered): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}

function holds(comparison: number, operator: ComparisonOperator): boolean {
  switch (operator) {
    case '=':
      return comparison === 0
    case '<>':
      return comparison !== 0
    case '>':
      return comparison > 0
    case '>=':
      return comparison >= 0
    case '<':
      return comparison < 0
    case '<=':
      return comparison <= 0
  }
}
