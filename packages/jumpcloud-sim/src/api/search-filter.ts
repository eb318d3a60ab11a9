// The `filter` of a search (JumpCloud API V1, POST /search/systemusers). Its rules come from the published description, and its forms from
// those that JumpCloud's own PowerShell modules send. What is not understood is refused: a script that deletes what it finds would else
// delete everybody.
import { VerbError } from '@scimulator/shared/behaviour'
import { isJsonObject } from '@scimulator/shared/scim'
import { compare, OPERATORS, type Operator } from './search-operators.ts'

export type Row = Readonly<Record<string, unknown>>
export type RowTest = (row: Row) => boolean

/** Deeper than any filter that somebody writes. */
const MOST_DEPTH = 8

/** `department:$eq:Sales` of the lists of V1, and `department:eq:Sales` as the description of the parameter writes it. */
const TEXT = /^([\w.]+):\$?([a-z]+):(.*)$/s
const TEXT_OPERATORS: Readonly<Record<string, Operator>> = {
  eq: '$eq',
  ne: '$ne',
  gt: '$gt',
  ge: '$gte',
  gte: '$gte',
  lt: '$lt',
  le: '$lte',
  lte: '$lte',
}

/**
 * A list of conditions, all of which must hold; or an object: its fields are conditions, `and` and `or` lists of them. A filter without
 * any condition (`{}`, `[]`, `[{}]`) asks for everybody.
 * @param fields names that a condition may begin with
 * @throws VerbError for a form, an operator or a field that is not known
 */
export function readSearchFilter(filter: unknown, fields: ReadonlySet<string>): RowTest {
  return read(filter, fields, 0)
}

function read(filter: unknown, fields: ReadonlySet<string>, depth: number): RowTest {
  if (depth > MOST_DEPTH) throw invalid(`filter is nested more than ${MOST_DEPTH} deep`)
  if (typeof filter === 'string') return readText(filter, fields)
  if (Array.isArray(filter)) return all(filter.map((one) => read(one, fields, depth + 1)))
  if (!isJsonObject(filter)) throw invalid(`filter ${shown(filter)} is neither an object nor a list of conditions`)
  return all(Object.entries(filter).map(([name, value]) => readMember(name, value, fields, depth)))
}

function readMember(name: string, value: unknown, fields: ReadonlySet<string>, depth: number): RowTest {
  if (name !== 'and' && name !== 'or') return readCondition(name, value, fields)
  if (!Array.isArray(value)) throw invalid(`filter.${name} must be a list of conditions, not ${shown(value)}`)
  const tests = value.map((one) => read(one, fields, depth + 1))
  // Of none nothing holds; an empty list is a mistake of the client, not a wish for no user.
  if (tests.length === 0) throw invalid(`filter.${name} is empty; leave it out to find everybody`)
  return name === 'and' ? all(tests) : (row) => tests.some((test) => test(row))
}

function readText(text: string, fields: ReadonlySet<string>): RowTest {
  const [, field = '', word = '', value = ''] = TEXT.exec(text) ?? []
  if (field === '') throw invalid(`filter "${text}" is not field:$operator:value`)
  if (word === 'in') return readCondition(field, { $in: value.split('|') }, fields)
  if (word === 'search') return readCondition(field, { $regex: `(?i)${escaped(value)}` }, fields)
  const operator = Object.hasOwn(TEXT_OPERATORS, word) ? TEXT_OPERATORS[word] : undefined
  if (operator) return readCondition(field, { [operator]: value }, fields)
  throw invalid(
    `filter "${text}" has the operator ${word}; known: ${[...Object.keys(TEXT_OPERATORS), 'in', 'search'].join(', ')}`,
  )
}

/** `department: 'Sales'`, or an object of operators, all of which must hold. */
function readCondition(field: string, wanted: unknown, fields: ReadonlySet<string>): RowTest {
  if (!fields.has(field.split('.', 1)[0] ?? '')) throw invalid(`filter names "${field}", which no user has`)
  if (!isJsonObject(wanted)) {
    if (Array.isArray(wanted)) throw invalid(`filter.${field} is a list; write {"$in": ${shown(wanted)}}`)
    return compare('$eq', wanted, field)
  }
  const operators = Object.entries(wanted)
  if (operators.length === 0) throw invalid(`filter.${field} is empty`)
  return all(operators.map(([operator, value]) => compare(operatorOf(operator, field), value, field)))
}

function operatorOf(word: string, field: string): Operator {
  const operator = OPERATORS.find((one) => one === word)
  if (operator) return operator
  throw invalid(`filter.${field} has the operator "${word}"; known: ${OPERATORS.join(', ')}`)
}

function all(tests: readonly RowTest[]): RowTest {
  return (row) => tests.every((test) => test(row))
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing'
}

function invalid(message: string): VerbError {
  return new VerbError('invalid', message)
}
