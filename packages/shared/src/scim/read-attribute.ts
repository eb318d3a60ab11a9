import { parseInstant } from './date-time.ts'
import { isJsonArray, isJsonObject, isUnassigned, type JsonDraft, type JsonObject, type JsonValue } from './json.ts'
import type { AttributeDefinition } from './schema/attribute-definition.ts'
import { findSubAttribute } from './schema/resolve-attribute.ts'
import { quoteForDetail, ScimError } from './scim-error.ts'
import type { Strictness, ToleranceName } from './tolerances.ts'

/**
 * Reads a value that a client sent for one attribute: checks it against the definition, coerces what is tolerated,
 * spells sub-attributes canonically. `undefined` means unassigned: null, [], a complex value with nothing in it.
 */
export interface ReadContext {
  readonly strictness: Strictness
  readonly path: string
}

/** The most elements that one multi-valued attribute inside a resource holds: each is compared with every other. */
export const maxElements = 250

/** @throws ScimError 400 invalidValue naming the attribute. */
export function readAttribute(
  definition: AttributeDefinition,
  value: JsonValue,
  context: ReadContext,
): JsonValue | undefined {
  if (isUnassigned(value)) return undefined
  if (definition.multiValued) {
    const elements = readElements(definition, value, context)
    return elements.length === 0 ? undefined : elements
  }
  return readSingle(definition, unwrap(definition, value, context), context)
}

/**
 * The elements of a multi-valued attribute, given as an array, or tolerated without it. Empty ones are dropped, null is refused.
 */
export function readElements(
  definition: AttributeDefinition,
  value: JsonValue,
  context: ReadContext,
): readonly JsonValue[] {
  if (isUnassigned(value)) return []
  if (!isJsonArray(value)) tolerate('singleElement', context, 'is multi-valued and needs an array')
  const given = isJsonArray(value) ? value : [value]
  const elements: JsonValue[] = []
  for (const item of given) {
    // An attribute may be null (RFC 7643 §2.5); a value among others is none.
    if (item === null) refuse(context, 'holds null among its values')
    const element = isUnassigned(item) ? undefined : readSingle(definition, item, context)
    if (element !== undefined) elements.push(element)
  }
  // An array that has grown keeps room for 17; what is stored for each person has none.
  return elements.slice()
}

/** One value of the attribute, whether or not it is multi-valued. */
function readSingle(definition: AttributeDefinition, value: JsonValue, context: ReadContext): JsonValue | undefined {
  switch (definition.type) {
    case 'boolean':
      return readBoolean(value, context)
    case 'integer':
    case 'decimal':
      return readNumber(definition, value, context)
    case 'complex':
      return readComplex(definition, value, context)
    default:
      return readString(definition, value, context)
  }
}

/**
 * The sub-attributes that a complex value names, unassigned ones as `undefined`. Read-only ones are left out: RFC 7643
 * §2.2 has the service provider decide them.
 */
export function readSubAttributes(
  definition: AttributeDefinition,
  value: JsonObject,
  context: ReadContext,
): ReadonlyMap<string, JsonValue | undefined> {
  const found = new Map<string, JsonValue | undefined>()
  const seen = new Set<string>()
  for (const [name, item] of Object.entries(value)) {
    const subAttribute = findSubAttribute(definition, name)
    if (subAttribute === undefined) {
      tolerate('unknownAttributes', context, `has no sub-attribute ${quoteForDetail(name)}`)
      continue
    }
    if (seen.has(subAttribute.name)) refuse(context, `names ${subAttribute.name} twice`)
    seen.add(subAttribute.name)
    if (subAttribute.mutability === 'readOnly') continue
    if (item === null && subAttribute.name === '$ref') tolerate('nullRef', context, 'has a $ref without a value')
    const path = `${context.path}.${subAttribute.name}`
    found.set(subAttribute.name, readAttribute(subAttribute, item, { ...context, path }))
  }
  return found
}

/** A complex value whose identity is another resource: it is replaced whole, and "" as its `value` unassigns it. */
export function isReference(definition: AttributeDefinition): boolean {
  return findSubAttribute(definition, '$ref') !== undefined && findSubAttribute(definition, 'value') !== undefined
}

/** Entra sends `"value": [{…}]` for a singular complex attribute as well. */
export function unwrap({ type }: AttributeDefinition, value: JsonValue, context: ReadContext): JsonValue {
  if (!isJsonArray(value)) return value
  const [only] = value
  if (value.length !== 1 || only === undefined || type !== 'complex') return refuse(context, 'is not multi-valued')
  tolerate('wrappedComplex', context, 'is not multi-valued')
  return only
}

function readComplex(definition: AttributeDefinition, value: JsonValue, context: ReadContext): JsonValue | undefined {
  if (!isJsonObject(value)) return readBareValue(definition, value, context)
  const draft: JsonDraft = {}
  let isEmpty = true
  for (const [name, item] of readSubAttributes(definition, value, context)) {
    if (item === undefined) continue
    draft[name] = item
    isEmpty = false
  }
  if (isEmpty || (draft.value === '' && isReference(definition))) return undefined
  return draft
}

/** `"manager": "42"` and `"emails": ["a@b.c"]`: the default sub-attribute `value` alone (RFC 7643 §2.4). */
function readBareValue(definition: AttributeDefinition, value: JsonValue, context: ReadContext): JsonValue | undefined {
  const valueAttribute = findSubAttribute(definition, 'value')
  if (valueAttribute === undefined || isJsonArray(value)) return refuse(context, 'is complex and needs an object')
  const tolerance = definition.multiValued ? 'bareStringElement' : 'bareStringManager'
  tolerate(tolerance, context, 'is complex and needs an object')
  if (value === '') return undefined
  const item = readAttribute(valueAttribute, value, context)
  return item === undefined ? undefined : { value: item }
}

function readBoolean(value: JsonValue, context: ReadContext): boolean {
  if (typeof value === 'boolean') return value
  const text = typeof value === 'string' ? value.toLowerCase() : ''
  if (text !== 'true' && text !== 'false') return refuse(context, 'needs true or false')
  tolerate('stringBooleans', context, 'needs true or false, not a string')
  return text === 'true'
}

function readNumber(definition: AttributeDefinition, value: JsonValue, context: ReadContext): number {
  if (typeof value === 'string') tolerate('stringNumbers', context, 'needs a number, not a string')
  const isNumeric = typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value))
  const number = isNumeric ? Number(value) : refuse(context, 'needs a number')
  if (definition.type === 'integer' && !Number.isInteger(number)) return refuse(context, 'needs an integer')
  return number
}

function readString(definition: AttributeDefinition, value: JsonValue, context: ReadContext): string {
  if (isJsonArray(value) || isJsonObject(value) || typeof value === 'boolean') return refuse(context, 'needs a string')
  if (typeof value !== 'string') tolerate('numberStrings', context, 'needs a string')
  const text = String(value)
  if (definition.type === 'dateTime' && parseInstant(text) === undefined) return refuse(context, 'needs a dateTime')
  if (definition.type === 'binary' && !/^[\w+/=\s-]*$/.test(text)) return refuse(context, 'needs base64')
  return canonical(definition, text, context)
}

function canonical(definition: AttributeDefinition, text: string, context: ReadContext): string {
  if (definition.canonicalValues === undefined) return text
  const folded = text.toLowerCase()
  const found = definition.canonicalValues.find((value) => value.toLowerCase() === folded)
  return found ?? refuse(context, `needs one of ${definition.canonicalValues.join(', ')}`)
}

function tolerate(tolerance: ToleranceName, context: ReadContext, reason: string): void {
  if (context.strictness.has(tolerance)) refuse(context, reason)
}

function refuse(context: ReadContext, reason: string): never {
  throw new ScimError('invalidValue', `${context.path} ${reason}.`)
}
