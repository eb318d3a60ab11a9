// Schemas that somebody brings along, as /Schemas shows them (RFC 7643 §7): extensions, or more attributes of User and Group.
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, own } from '../json.ts'
import { sameUrn } from '../urns.ts'
import {
  type AttributeDefinition,
  attribute,
  type ResourceTypeDefinition,
  type SchemaDefinition,
} from './attribute-definition.ts'
import { commonAttributes } from './common-attributes.ts'
import { isResourceType } from './declared-resource-type.ts'

/** What of a characteristic may be said (RFC 7643 §2.2, §2.3). */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  type: ['string', 'boolean', 'decimal', 'integer', 'dateTime', 'binary', 'reference', 'complex'],
  mutability: ['readOnly', 'readWrite', 'immutable', 'writeOnly'],
  returned: ['always', 'never', 'default', 'request'],
  uniqueness: ['none', 'server', 'global'],
}
const FLAGS = ['multiValued', 'required', 'caseExact']
const LISTS = ['canonicalValues', 'referenceTypes']

/**
 * Reads one schema, a list of them, or a ListResponse as GET /Schemas answers it. Characteristics that are left out have the defaults
 * of RFC 7643 §2.2. @throws Error that names the schema, the attribute and what it may be.
 */
export function readSchemas(given: unknown): readonly SchemaDefinition[] {
  const listed = isJsonObject(given) ? (own(given, 'Resources') ?? given) : (given as JsonValue)
  const all = isJsonArray(listed) ? listed : [listed]
  const schemas = all.filter((one) => !isResourceType(one)).map(readSchema)
  const ids = schemas.map(({ id }) => id.toLowerCase())
  const twice = schemas.find(({ id }, index) => ids.indexOf(id.toLowerCase()) < index)
  if (twice !== undefined) throw new Error(`The schema ${twice.id} is there twice.`)
  return schemas
}

/**
 * The resource type with the schemas that are meant for it: the core URN brings attributes, any other URN is an extension, of groups when
 * it ends with `:Group` and else of users. @throws Error for an attribute that is there already, but for `members` of groups with nothing but
 * `$ref`: its reference types say what members may be.
 */
export function withSchemas(
  resourceType: ResourceTypeDefinition,
  schemas: readonly SchemaDefinition[],
): ResourceTypeDefinition {
  return schemas.filter((schema) => typeNameOf(schema.id) === resourceType.name).reduce(withSchema, resourceType)
}

function typeNameOf(urn: string): 'User' | 'Group' {
  return /:Group$/i.test(urn) ? 'Group' : 'User'
}

function withSchema(resourceType: ResourceTypeDefinition, schema: SchemaDefinition): ResourceTypeDefinition {
  const { schemaExtensions } = resourceType
  if (sameUrn(schema.id, resourceType.schema.id)) {
    return { ...resourceType, schema: withAttributes(resourceType.schema, schema.attributes) }
  }
  const known = schemaExtensions.find((extension) => sameUrn(extension.schema.id, schema.id))
  if (known === undefined)
    return { ...resourceType, schemaExtensions: [...schemaExtensions, { schema, required: false }] }
  const extended = { ...known, schema: withAttributes(known.schema, schema.attributes) }
  return { ...resourceType, schemaExtensions: schemaExtensions.map((one) => (one === known ? extended : one)) }
}

function withAttributes(schema: SchemaDefinition, more: readonly AttributeDefinition[]): SchemaDefinition {
  const taken = new Set([...commonAttributes, ...schema.attributes].map(({ name }) => name.toLowerCase()))
  const [again, added] = [true, false].map((is) => more.filter(({ name }) => taken.has(name.toLowerCase()) === is))
  return (again ?? []).reduce(withMemberTypes, { ...schema, attributes: [...schema.attributes, ...(added ?? [])] })
}

/** What is there already is said again only to tell what members of a group may be. */
function withMemberTypes(schema: SchemaDefinition, again: AttributeDefinition): SchemaDefinition {
  const [reference, ...others] = again.subAttributes ?? []
  const { name: part, referenceTypes } = reference ?? {}
  const isOfMembers = again.name === 'members' && schema.attributes.some(({ name }) => name === 'members')
  if (!isOfMembers || part !== '$ref' || referenceTypes === undefined || others.length > 0)
    throw new Error(`${schema.id} has an attribute ${again.name} already; leave it out.`)
  const widened = (sub: AttributeDefinition) => (sub.name === '$ref' ? { ...sub, referenceTypes } : sub)
  const attributes = schema.attributes.map((one) =>
    one.name === 'members' && one.subAttributes ? { ...one, subAttributes: one.subAttributes.map(widened) } : one,
  )
  return { ...schema, attributes }
}

function readSchema(given: JsonValue, index: number): SchemaDefinition {
  if (!isJsonObject(given)) throw new Error(`Schema ${index + 1} is not an object with id and attributes.`)
  const id = own(given, 'id')
  if (typeof id !== 'string' || !/^urn:[^\s:]+:[^\s]+$/i.test(id) || !/[^:]$/.test(id)) {
    throw new Error(`Schema ${index + 1} has the id ${JSON.stringify(id ?? null)}; write a URN, such as ${EXAMPLE}.`)
  }
  const { name, description } = given
  const attributes = readAttributes(own(given, 'attributes'), id)
  return { id, name: text(name) ?? id, description: text(description) ?? '', attributes }
}

const EXAMPLE = 'urn:ietf:params:scim:schemas:extension:acme:2.0:User'

function readAttributes(given: JsonValue | undefined, where: string): readonly AttributeDefinition[] {
  if (!isJsonArray(given) || given.length === 0) throw new Error(`${where} has no attributes; list at least one.`)
  const definitions = given.map((one) => readAttribute(one, where))
  const names = definitions.map(({ name }) => name.toLowerCase())
  const twice = definitions.find(({ name }, index) => names.indexOf(name.toLowerCase()) < index)
  if (twice !== undefined) throw new Error(`${where} has the attribute ${twice.name} twice.`)
  return definitions
}

function readAttribute(given: JsonValue, where: string): AttributeDefinition {
  const name = isJsonObject(given) ? own(given, 'name') : undefined
  if (!isJsonObject(given) || typeof name !== 'string' || !/^([A-Za-z][\w$-]*|\$ref)$/.test(name)) {
    throw new Error(
      `${where} has an attribute named ${JSON.stringify(name ?? null)}; RFC 7643 §2.1 asks for a letter first.`,
    )
  }
  const path = `${where}:${name}`
  const type = choice(given, 'type', path) ?? 'string'
  const characteristics = Object.fromEntries(Object.keys(given).flatMap((key) => characteristic(given, key, path)))
  const isComplex = type === 'complex'
  if (!isComplex && own(given, 'subAttributes') !== undefined) {
    throw new Error(`${path} has subAttributes, but its type is ${type}; write "type": "complex".`)
  }
  const subAttributes = isComplex ? { subAttributes: readAttributes(own(given, 'subAttributes'), path) } : {}
  // CHOICES holds the words of the type.
  return attribute(name, type as AttributeDefinition['type'], text(given.description) ?? '', {
    ...characteristics,
    ...subAttributes,
  })
}

function characteristic(given: JsonObject, key: string, path: string): readonly (readonly [string, JsonValue])[] {
  const value = given[key] ?? null
  if (key === 'type' || value === null) return []
  if (key in CHOICES) return [[key, choice(given, key, path) ?? null]]
  if (FLAGS.includes(key)) {
    if (typeof value !== 'boolean') throw new Error(`${path}: ${key} is ${JSON.stringify(value)}; it is true or false.`)
    return [[key, value]]
  }
  if (!LISTS.includes(key)) return []
  if (!isJsonArray(value) || !value.every((one) => typeof one === 'string')) {
    throw new Error(`${path}: ${key} is not a list of texts.`)
  }
  return value.length === 0 ? [] : [[key, value]]
}

function choice(given: JsonObject, key: string, path: string): string | undefined {
  const [value, known = []] = [own(given, key), CHOICES[key]]
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string' && known.includes(value)) return value
  throw new Error(`${path}: ${key} is ${JSON.stringify(value)}; it is one of ${known.join(', ')}.`)
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
