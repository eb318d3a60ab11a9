/** Attribute characteristics as data (RFC 7643 §2.2 and §7): everything else in this folder asks them. */
export type AttributeType =
  | 'string'
  | 'boolean'
  | 'decimal'
  | 'integer'
  | 'dateTime'
  | 'binary'
  | 'reference'
  | 'complex'
export type Mutability = 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly'
export type Returned = 'always' | 'never' | 'default' | 'request'
export type Uniqueness = 'none' | 'server' | 'global'

export type AttributeDefinition = {
  readonly name: string
  readonly type: AttributeType
  readonly multiValued: boolean
  readonly description: string
  readonly required: boolean
  readonly caseExact: boolean
  readonly mutability: Mutability
  readonly returned: Returned
  readonly uniqueness: Uniqueness
  /** Present only where every other value is refused. */
  readonly canonicalValues?: readonly string[]
  readonly referenceTypes?: readonly string[]
  readonly subAttributes?: readonly AttributeDefinition[]
}

export type SchemaDefinition = {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly attributes: readonly AttributeDefinition[]
}

export type SchemaExtension = { readonly schema: SchemaDefinition; readonly required: boolean }

export type ResourceTypeDefinition = {
  readonly id: string
  readonly name: string
  /** Relative to the base URL, with a leading slash: `/Users`. */
  readonly endpoint: string
  readonly description: string
  readonly schema: SchemaDefinition
  readonly schemaExtensions: readonly SchemaExtension[]
}

type Characteristics = Partial<Omit<AttributeDefinition, 'name' | 'type' | 'description'>>

/** An attribute with the defaults of RFC 7643 §2.2; binary and reference values are case exact (§2.3.6, §2.3.7). */
export function attribute(
  name: string,
  type: AttributeType,
  description: string,
  characteristics: Characteristics = {},
): AttributeDefinition {
  return {
    name,
    type,
    multiValued: false,
    description,
    required: false,
    caseExact: type === 'binary' || type === 'reference',
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    ...characteristics,
  }
}

export function complex(
  name: string,
  description: string,
  subAttributes: readonly AttributeDefinition[],
  characteristics: Characteristics = {},
): AttributeDefinition {
  return attribute(name, 'complex', description, { ...characteristics, subAttributes })
}

export function multiValued(
  name: string,
  description: string,
  subAttributes: readonly AttributeDefinition[],
  characteristics: Characteristics = {},
): AttributeDefinition {
  return complex(name, description, subAttributes, { ...characteristics, multiValued: true })
}

/**
 * A copy of `schema` in which some top-level attributes have other characteristics, so that a profile can advertise
 * what it really does: `withCharacteristics(groupSchema, { displayName: { uniqueness: 'server' } })`.
 */
export function withCharacteristics(
  schema: SchemaDefinition,
  changes: Readonly<Record<string, Characteristics>>,
): SchemaDefinition {
  const change = (definition: AttributeDefinition): AttributeDefinition =>
    Object.hasOwn(changes, definition.name) ? { ...definition, ...changes[definition.name] } : definition
  return { ...schema, attributes: schema.attributes.map(change) }
}
