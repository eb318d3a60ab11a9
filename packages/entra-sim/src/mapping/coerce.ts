import { type AppRoleAssignment, type ExpressionValue, parseNumber } from '../expression/index.ts'
import type { AttributeDefinition } from '../schema/synchronization-schema.ts'

/** A value as the target attribute holds it. The engine, not the expression, makes a Boolean or a number. */
export type TargetValue =
  | string
  | number
  | boolean
  | readonly (string | number | boolean)[]
  | readonly AppRoleAssignment[]

/** A value of the target's type, or why there is none. */
export type CoercedValue = { readonly ok: true; readonly value: TargetValue } | { readonly ok: false; message: string }

type Scalar = string | number | boolean

/**
 * Brings a value that is neither null nor empty to the type of the target attribute. `True` and `False` in any case
 * become a JSON Boolean, decimal text becomes a number, a scalar for a multi-valued target becomes a list of one.
 */
export function coerceToTarget(
  value: ExpressionValue,
  definition: AttributeDefinition,
  listForSingleValue: 'error' | 'first',
): CoercedValue {
  const list = value === null ? [] : typeof value === 'string' ? [value] : value
  if (isRoleList(list) && definition.name === 'roles') return { ok: true, value: list }
  const texts = list.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))
  if (texts.length > 1 && !definition.multivalued && listForSingleValue === 'error') {
    const message = `${definition.name} takes one value, but the mapping gives ${texts.length}; use Join or Item.`
    return { ok: false, message }
  }
  const scalars: Scalar[] = []
  for (const text of texts) {
    const scalar = coerceText(text, definition)
    if (scalar === null) return { ok: false, message: `${definition.name} needs a ${definition.type}, not "${text}".` }
    scalars.push(scalar)
  }
  if (definition.multivalued) return { ok: true, value: scalars }
  return { ok: true, value: scalars[0] ?? '' }
}

function isRoleList(list: readonly string[] | readonly AppRoleAssignment[]): list is readonly AppRoleAssignment[] {
  return list.length > 0 && typeof list[0] !== 'string'
}

function coerceText(text: string, definition: AttributeDefinition): Scalar | null {
  if (definition.type === 'Boolean') {
    const lower = text.trim().toLowerCase()
    return lower === 'true' || lower === 'false' ? lower === 'true' : null
  }
  if (definition.type !== 'Integer') return text
  const number = parseNumber(text)
  return number === null || !Number.isInteger(number) ? null : number
}
