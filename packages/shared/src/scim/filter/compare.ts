import { parseInstant } from '../date-time.ts'
import type { JsonValue } from '../json.ts'
import type { AttributeDefinition } from '../schema/attribute-definition.ts'
import { ScimError } from '../scim-error.ts'
import type { Strictness } from '../tolerances.ts'
import type { CompareFilter, CompareOperator } from './ast.ts'
import { literalFor, textOf } from './literal.ts'

export type ValueTest = (value: JsonValue) => boolean

/**
 * The test of one value of the attribute. Strings fold case unless the attribute is caseExact, dateTime compares
 * instants. @throws ScimError 400 invalidFilter where operator and type do not go together: RFC 7644 §3.4.2.2, table 3.
 */
export function compileComparison(
  definition: AttributeDefinition,
  comparison: CompareFilter,
  strictness: Strictness,
): ValueTest {
  const { operator, literal } = comparison
  if (literal.value === null) return misuse(definition, comparison)
  const isText = operator === 'co' || operator === 'sw' || operator === 'ew'
  switch (definition.type) {
    case 'boolean':
      if (operator !== 'eq' && operator !== 'ne') return misuse(definition, comparison)
      return compareExactly(operator, literalFor(definition, literal, strictness))
    case 'integer':
    case 'decimal':
      if (isText) return misuse(definition, comparison)
      return compareNumbers(operator, Number(literalFor(definition, literal, strictness)))
    case 'dateTime':
      if (isText) return compareText(operator, textOf(literal), false)
      return compareInstants(operator, Number(literalFor(definition, literal, strictness)))
    case 'binary':
      if (!isText && operator !== 'eq' && operator !== 'ne') return misuse(definition, comparison)
      return compareText(operator, textOf(literal), true)
    case 'complex':
      return misuse(definition, comparison)
    default:
      return compareText(operator, textOf(literal), definition.caseExact)
  }
}

function compareExactly(operator: 'eq' | 'ne', expected: JsonValue): ValueTest {
  return operator === 'eq' ? (value) => value === expected : (value) => value !== expected
}

function compareNumbers(operator: CompareOperator, expected: number): ValueTest {
  return (value) => typeof value === 'number' && holds(operator, value, expected)
}

function compareInstants(operator: CompareOperator, expected: number): ValueTest {
  return (value) => {
    const instant = typeof value === 'string' ? parseInstant(value) : undefined
    return instant !== undefined && holds(operator, instant, expected)
  }
}

function compareText(operator: CompareOperator, expected: string, caseExact: boolean): ValueTest {
  if (caseExact) return (value) => typeof value === 'string' && holds(operator, value, expected)
  const folded = expected.toLowerCase()
  if (operator === 'eq') {
    return (value) => typeof value === 'string' && (value === expected || value.toLowerCase() === folded)
  }
  return (value) => typeof value === 'string' && holds(operator, value.toLowerCase(), folded)
}

/** Strings are ordered by code unit, never by the collation of a locale. */
function holds<Value extends string | number>(operator: CompareOperator, value: Value, expected: Value): boolean {
  switch (operator) {
    case 'eq':
      return value === expected
    case 'ne':
      return value !== expected
    case 'gt':
      return value > expected
    case 'ge':
      return value >= expected
    case 'lt':
      return value < expected
    case 'le':
      return value <= expected
    case 'co':
      return String(value).includes(String(expected))
    case 'sw':
      return String(value).startsWith(String(expected))
    case 'ew':
      return String(value).endsWith(String(expected))
  }
}

function misuse(definition: AttributeDefinition, { operator, literal, start }: CompareFilter): never {
  const what = literal.value === null ? 'null' : `an attribute of type ${definition.type}`
  throw new ScimError(
    'invalidFilter',
    `"${operator}" does not go with ${what}: ${definition.name} at character ${start + 1}.`,
  )
}
