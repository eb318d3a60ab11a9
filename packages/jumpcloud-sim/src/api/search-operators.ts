import { VerbError } from '@scimulator/shared/behaviour'
import { compileRegex, findMatches } from '@scimulator/shared/regex'
import { valuesAt } from '../directory/values-at.ts'

export const OPERATORS = ['$eq', '$ne', '$in', '$nin', '$gt', '$gte', '$lt', '$lte', '$regex', '$exists'] as const
export type Operator = (typeof OPERATORS)[number]

/** Steps that a pattern may take on one value. */
const MOST_STEPS = 100_000

type Row = Readonly<Record<string, unknown>>

/**
 * A condition as MongoDB has it: of a list one value that fits is enough, and `$ne` and `$nin` hold where none does. Text is compared with
 * its case; instants are texts of ISO 8601, which sort as they follow one another.
 * @throws VerbError for a value that the operator cannot have
 */
export function compare(operator: Operator, wanted: unknown, field: string): (row: Row) => boolean {
  if (operator === '$ne') return not(compare('$eq', wanted, field))
  if (operator === '$nin') return not(compare('$in', wanted, field))
  if (operator === '$exists') return (row) => isThere(row, field) === (wanted !== false)
  const fits = testOf(operator, wanted, field)
  if (operator === '$eq' && wanted === null) return (row) => !isThere(row, field)
  return (row) => valuesAt(row, field).some(fits)
}

function testOf(operator: Operator, wanted: unknown, field: string): (value: unknown) => boolean {
  if (operator === '$in') return oneOf(wanted, field)
  if (operator === '$regex') return matching(wanted, field)
  if (typeof wanted === 'object' && wanted !== null) throw refused(field, operator, wanted)
  if (operator === '$eq') return (value) => isSame(value, wanted)
  const order = ORDERS[operator as keyof typeof ORDERS]
  return (value) => isComparable(value, wanted) && order(value as string, wanted as string)
}

const ORDERS = {
  $gt: (a: string | number, b: string | number) => a > b,
  $gte: (a: string | number, b: string | number) => a >= b,
  $lt: (a: string | number, b: string | number) => a < b,
  $lte: (a: string | number, b: string | number) => a <= b,
}

function oneOf(wanted: unknown, field: string): (value: unknown) => boolean {
  if (!Array.isArray(wanted)) throw refused(field, '$in', wanted)
  return (value) => wanted.some((one) => isSame(value, one))
}

function matching(wanted: unknown, field: string): (value: unknown) => boolean {
  if (typeof wanted !== 'string') throw refused(field, '$regex', wanted)
  const compiled = compileRegex(wanted)
  if (!compiled.ok) throw new VerbError('invalid', `filter.${field}: ${compiled.message}`)
  return (value) => {
    if (typeof value !== 'string') return false
    const found = findMatches(compiled.regex, value, MOST_STEPS, 'first')
    if (!found.ok) throw new VerbError('invalid', `filter.${field}: ${found.message}`)
    return found.matches.length > 0
  }
}

/** A number may be written as text: scripts read it from a command line. */
function isSame(value: unknown, wanted: unknown): boolean {
  return value === wanted || (isPlain(value) && isPlain(wanted) && String(value) === String(wanted))
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function isComparable(value: unknown, wanted: unknown): boolean {
  return typeof value === typeof wanted && (typeof value === 'string' || typeof value === 'number')
}

function isThere(row: Row, field: string): boolean {
  return valuesAt(row, field).some((value) => value !== null)
}

function not(test: (row: Row) => boolean): (row: Row) => boolean {
  return (row) => !test(row)
}

function refused(field: string, operator: Operator, wanted: unknown): VerbError {
  const how = operator === '$in' ? 'a list' : operator === '$regex' ? 'a pattern' : 'a text, a number, true or false'
  return new VerbError(
    'invalid',
    `filter.${field}: ${operator} needs ${how}, not ${JSON.stringify(wanted) ?? 'nothing'}`,
  )
}
