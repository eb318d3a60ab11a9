import { parseInstant } from '../date-time.ts'
import type { AttributeDefinition } from '../schema/attribute-definition.ts'
import { ScimError } from '../scim-error.ts'
import type { Strictness } from '../tolerances.ts'
import type { Literal } from './ast.ts'

/**
 * The literal of a comparison in the type of the attribute; dateTime becomes its instant. @throws ScimError 400
 * invalidFilter when it does not fit.
 */
export function literalFor(
  definition: AttributeDefinition,
  literal: Literal,
  strictness: Strictness,
): string | number | boolean {
  switch (definition.type) {
    case 'boolean':
      return booleanOf(definition, literal, strictness)
    case 'integer':
    case 'decimal':
      return numberOf(definition, literal)
    case 'dateTime':
      return parseInstant(textOf(literal)) ?? misfit(definition, literal, 'a date such as 2026-11-23T00:00:00Z')
    default:
      return textOf(literal)
  }
}

/** A literal as text: `employeeNumber eq 0042` and `userName eq true` compare with what was written. */
export function textOf(literal: Literal): string {
  return typeof literal.value === 'string' ? literal.value : literal.raw
}

function booleanOf(definition: AttributeDefinition, literal: Literal, strictness: Strictness): boolean {
  if (typeof literal.value === 'boolean') return literal.value
  const text = textOf(literal).toLowerCase()
  const isTolerated = !strictness.has('stringBooleanInFilter')
  if (isTolerated && (text === 'true' || text === 'false')) return text === 'true'
  return misfit(definition, literal, 'true or false')
}

function numberOf(definition: AttributeDefinition, literal: Literal): number {
  const value = Number(textOf(literal))
  return Number.isNaN(value) ? misfit(definition, literal, 'a number') : value
}

function misfit(definition: AttributeDefinition, literal: Literal, expected: string): never {
  const given = literal.raw.length > 40 ? `${literal.raw.slice(0, 40)}…` : literal.raw
  throw new ScimError(
    'invalidFilter',
    `${definition.name} is compared with ${given} at character ${literal.start + 1}; expected ${expected}.`,
  )
}
