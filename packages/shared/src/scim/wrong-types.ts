// The types of an answer against the schemas, as a client sees them that decodes into typed structures: a text where the schema says an
// object, "True" where it says a boolean, a number as an id. What no schema names is nobody's business here.
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from './json.ts'
import type { AttributeDefinition, AttributeType, ResourceTypeDefinition } from './schema/attribute-definition.ts'
import { commonAttributes } from './schema/common-attributes.ts'

/** One value that is not of the type that its schema states (RFC 7643 §2.3). */
export interface WrongType {
  /** `roles[0].primary`, `urn:…:User:manager`. */
  readonly path: string
  readonly expected: 'string' | 'boolean' | 'number' | 'array' | 'object'
  readonly received: 'string' | 'boolean' | 'number' | 'array' | 'object'
}

/**
 * The values of `resource` whose JSON type is not that of their attribute, in the order of the resource. null counts as unassigned
 * (RFC 7643 §2.5). Names are compared without regard to case (§2.1).
 */
export function findWrongTypes(
  resource: JsonObject,
  { schema, schemaExtensions }: ResourceTypeDefinition,
): WrongType[] {
  const core = [...commonAttributes, ...schema.attributes]
  return Object.entries(resource).flatMap(([name, value]) => {
    const extension = schemaExtensions.find((each) => sameName(each.schema.id, name))
    if (!extension) return wrongIn(core, '', name, value)
    if (value === null) return []
    if (!isJsonObject(value)) return [{ path: name, expected: 'object', received: typeOf(value) } as const]
    return insideOf(extension.schema.attributes, `${name}:`, value)
  })
}

function insideOf(definitions: readonly AttributeDefinition[], prefix: string, value: JsonObject): WrongType[] {
  return Object.entries(value).flatMap(([name, inner]) => wrongIn(definitions, prefix, name, inner))
}

function wrongIn(
  definitions: readonly AttributeDefinition[],
  prefix: string,
  name: string,
  value: JsonValue,
): WrongType[] {
  const definition = definitions.find((each) => sameName(each.name, name))
  const path = `${prefix}${name}`
  if (!definition || value === null) return []
  if (!definition.multiValued) return wrongValue(definition, path, value)
  if (!isJsonArray(value)) return [{ path, expected: 'array', received: typeOf(value) }]
  return value.flatMap((element, index) => wrongValue(definition, `${path}[${index}]`, element))
}

function wrongValue(definition: AttributeDefinition, path: string, value: JsonValue): WrongType[] {
  if (value === null) return []
  const expected = jsonTypes[definition.type]
  if (typeOf(value) !== expected) return [{ path, expected, received: typeOf(value) }]
  return isJsonObject(value) ? insideOf(definition.subAttributes ?? [], `${path}.`, value) : []
}

/** RFC 7643 §2.3: dates, binary values and references are JSON strings. */
const jsonTypes: Readonly<Record<AttributeType, WrongType['expected']>> = {
  string: 'string',
  dateTime: 'string',
  binary: 'string',
  reference: 'string',
  boolean: 'boolean',
  decimal: 'number',
  integer: 'number',
  complex: 'object',
}

function typeOf(value: Exclude<JsonValue, null>): WrongType['received'] {
  if (isJsonArray(value)) return 'array'
  return typeof value as 'string' | 'boolean' | 'number' | 'object'
}

function sameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}
