// What stands in `filter` and `search` (O904, O941): SCIM's language, of which each list takes a part.
import { type CompareFilter, type Filter, parseFilter, ScimError } from '@scimulator/shared/scim'
import { ApiError } from './api-error.ts'
import type { Json } from './operation.ts'

type Operator = CompareFilter['operator'] | 'pr'

/** What a list lets its filter say. */
export interface SearchRules {
  /** The operators that a property takes; undefined for one that cannot be named. */
  operatorsOf(path: string): readonly Operator[] | undefined
  readonly isCaseSensitive: boolean
  readonly hasNot: boolean
}

type Test = (row: Json) => boolean

/** @throws ApiError E0000031 for what this list cannot be asked */
export function compileSearch(text: string, rules: SearchRules): Test {
  try {
    return compile(parseFilter(text), rules)
  } catch (error) {
    if (error instanceof ScimError) throw refused(error.message)
    throw error
  }
}

function refused(why: string): ApiError {
  return new ApiError('E0000031', '', [why])
}

function compile(filter: Filter, rules: SearchRules): Test {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return joined(
        filter.kind,
        filter.operands.map((operand) => compile(operand, rules)),
      )
    case 'not': {
      if (!rules.hasNot) throw refused('not is not an operator here.')
      const operand = compile(filter.operand, rules)
      return (row) => !operand(row)
    }
    case 'present': {
      const path = named(filter.path, 'pr', rules)
      return (row) => valuesAt(row, path).length > 0
    }
    case 'compare':
      return comparison(filter, rules)
    case 'valuePath':
      throw refused('Brackets cannot stand here.')
  }
}

function joined(kind: 'and' | 'or', tests: readonly Test[]): Test {
  return kind === 'and' ? (row) => tests.every((test) => test(row)) : (row) => tests.some((test) => test(row))
}

function named({ attribute, subAttribute }: CompareFilter['path'], operator: Operator, rules: SearchRules): string {
  const path = subAttribute === undefined ? attribute : `${attribute}.${subAttribute}`
  const operators = rules.operatorsOf(path)
  if (operators === undefined) throw refused(`${path} cannot be asked for here.`)
  if (!operators.includes(operator)) throw refused(`${path} does not take ${operator}.`)
  return path
}

function comparison({ path: written, operator, literal }: CompareFilter, rules: SearchRules): Test {
  const path = named(written, operator, rules)
  const fold = (text: string): string => (rules.isCaseSensitive ? text : text.toLowerCase())
  const wanted = typeof literal.value === 'string' ? fold(literal.value) : literal.raw
  const test = (value: string): boolean => holds(fold(value), operator, wanted)
  if (operator === 'ne') return (row) => !valuesAt(row, path).some((value) => fold(value) === wanted)
  return (row) => valuesAt(row, path).some(test)
}

function holds(value: string, operator: Operator, wanted: string): boolean {
  switch (operator) {
    case 'sw':
      return value.startsWith(wanted)
    case 'ew':
      return value.endsWith(wanted)
    case 'co':
      return value.includes(wanted)
    default:
      return ordered(order(value, wanted), operator)
  }
}

function ordered(order: number, operator: Operator): boolean {
  if (operator === 'eq') return order === 0
  if (operator === 'gt') return order > 0
  if (operator === 'ge') return order >= 0
  return operator === 'lt' ? order < 0 : order <= 0
}

const DATE = /^\d{4}-\d\d-\d\d(?:t|$)/i

/** Points in time are compared as such, however they are written. */
function order(one: string, other: string): number {
  const times = [one, other].map((text) => (DATE.test(text) ? Date.parse(text.toUpperCase()) : Number.NaN))
  const [left = Number.NaN, right = Number.NaN] = times
  if (!Number.isNaN(left) && !Number.isNaN(right)) return left - right
  return one < other ? -1 : one > other ? 1 : 0
}

/** What a row has at a path, as texts; of a list each element. */
function valuesAt(row: unknown, path: string): readonly string[] {
  const [name = '', ...rest] = path.split('.')
  if (Array.isArray(row)) return row.flatMap((element) => valuesAt(element, path))
  if (typeof row !== 'object' || row === null || !Object.hasOwn(row, name)) return []
  const value: unknown = Reflect.get(row, name)
  if (rest.length > 0) return valuesAt(value, rest.join('.'))
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.filter((one) => one !== null && one !== undefined && typeof one !== 'object').map(String)
}
