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
/** Whether a client may write an attribute (RFC 7643 §2.2). */
export type Mutability = 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly'
/** When an attribute is in an answer (RFC 7643 §2.2). */
export type Returned = 'always' | 'never' | 'default' | 'request'
/** Within what a value may be there once (RFC 7643 §2.2). */
export type Uniqueness = 'none' | 'server' | 'global'

/** An attribute with its characteristics (RFC 7643 §7). */
export type AttributeDefinition = Readonly<{
  name: string
  type: AttributeType
  multiValued: boolean
  description: string
  required: boolean
  caseExact: boolean
  mutability: Mutability
  returned: Returned
  uniqueness: Uniqueness
  /** Present only where every other value is refused. */
  canonicalValues?: readonly string[]
  referenceTypes?: readonly string[]
  subAttributes?: readonly AttributeDefinition[]
}>

/** A schema: its URN and attributes (RFC 7643 §7). */
export interface SchemaDefinition {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly attributes: readonly AttributeDefinition[]
}

/** An extension of a resource type, and whether resources must have it (RFC 7643 §6). */
export interface SchemaExtension {
  readonly schema: SchemaDefinition
  readonly required: boolean
}

/** A resource type: where it is, its schema and extensions (RFC 7643 §6). */
export interface ResourceTypeDefinition {
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

/** A complex attribute of these sub-attributes. */
export function complex(
  name: string,
  description: string,
  subAttributes: readonly AttributeDefinition[],
  characteristics: Characteristics = {},
): AttributeDefinition {
  return attribute(name, 'complex', description, { ...characteristics, subAttributes })
}

/** A multi-valued complex attribute of these sub-attributes. */
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
