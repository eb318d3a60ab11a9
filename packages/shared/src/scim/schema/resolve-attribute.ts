import type { AttributeDefinition, ResourceTypeDefinition, SchemaDefinition } from './attribute-definition.ts'
import { commonAttributes } from './common-attributes.ts'

/** An attribute as a client names it; names and URNs in any case. */
export interface AttributeName {
  readonly schema?: string
  readonly attribute: string
  readonly subAttribute?: string
}

/** What a path means in a resource type: the attribute, and the sub-attribute if there is one. */
export interface ResolvedAttribute {
  /** The extension in whose object the attribute lives; undefined for the core schema and the common attributes. */
  readonly extension: SchemaDefinition | undefined
  readonly attribute: AttributeDefinition
  readonly subAttribute: AttributeDefinition | undefined
  /** Found in an extension although no URN was given. */
  readonly unqualified: boolean
}

type AttributeIndex = ReadonlyMap<string, AttributeDefinition>
interface ResourceTypeIndex {
  readonly core: AttributeIndex
  readonly coreUrn: string
  readonly extensions: ReadonlyMap<string, { readonly schema: SchemaDefinition; readonly attributes: AttributeIndex }>
}

const resourceTypeIndexes = new WeakMap<ResourceTypeDefinition, ResourceTypeIndex>()
const subAttributeIndexes = new WeakMap<AttributeDefinition, AttributeIndex>()

/**
 * The definition behind a name, or undefined when no schema of the resource type has it. The core schema wins over
 * extensions when no URN is given.
 */
export function resolveAttribute(
  resourceType: ResourceTypeDefinition,
  name: AttributeName,
): ResolvedAttribute | undefined {
  const found = resolveTopLevel(resourceType, name.attribute, name.schema)
  if (found === undefined || name.subAttribute === undefined) return found
  const subAttribute = findSubAttribute(found.attribute, name.subAttribute)
  return subAttribute === undefined ? undefined : { ...found, subAttribute }
}

/** The sub-attribute of a complex attribute, by name in any case. */
export function findSubAttribute(attribute: AttributeDefinition, name: string): AttributeDefinition | undefined {
  return subAttributeIndex(attribute).get(name) ?? subAttributeIndex(attribute).get(name.toLowerCase())
}

/** A core or common attribute by its name in any case, without URN. */
export function findCoreAttribute(resourceType: ResourceTypeDefinition, name: string): AttributeDefinition | undefined {
  const { core } = indexOf(resourceType)
  return core.get(name) ?? core.get(name.toLowerCase())
}

/** The extension with this URN in any case. */
export function findExtension(resourceType: ResourceTypeDefinition, urn: string): SchemaDefinition | undefined {
  return indexOf(resourceType).extensions.get(urn.toLowerCase())?.schema
}

/** The attribute of an extension by its name in any case. */
export function findExtensionAttribute(
  resourceType: ResourceTypeDefinition,
  urn: string,
  name: string,
): AttributeDefinition | undefined {
  return indexOf(resourceType).extensions.get(urn.toLowerCase())?.attributes.get(name.toLowerCase())
}

/** The canonical spelling: `userName`, `name.givenName`, `urn:…:enterprise:2.0:User:manager.value`. */
export function printAttribute(resolved: Omit<ResolvedAttribute, 'unqualified'>): string {
  const prefix = resolved.extension === undefined ? '' : `${resolved.extension.id}:`
  const suffix = resolved.subAttribute === undefined ? '' : `.${resolved.subAttribute.name}`
  return `${prefix}${resolved.attribute.name}${suffix}`
}

function resolveTopLevel(
  resourceType: ResourceTypeDefinition,
  attributeName: string,
  urn: string | undefined,
): ResolvedAttribute | undefined {
  const index = indexOf(resourceType)
  const name = attributeName.toLowerCase()
  const lowerUrn = urn?.toLowerCase()
  if (lowerUrn === undefined || lowerUrn === index.coreUrn) {
    const attribute = index.core.get(name)
    if (attribute !== undefined) return resolved(undefined, attribute, false)
    return lowerUrn === undefined ? resolveUnqualified(index, name) : undefined
  }
  const extension = index.extensions.get(lowerUrn)
  const attribute = extension?.attributes.get(name)
  return attribute === undefined ? undefined : resolved(extension?.schema, attribute, false)
}

function resolveUnqualified(index: ResourceTypeIndex, name: string): ResolvedAttribute | undefined {
  for (const { schema, attributes } of index.extensions.values()) {
    const attribute = attributes.get(name)
    if (attribute !== undefined) return resolved(schema, attribute, true)
  }
  return undefined
}

function resolved(
  extension: SchemaDefinition | undefined,
  attribute: AttributeDefinition,
  unqualified: boolean,
): ResolvedAttribute {
  return { extension, attribute, subAttribute: undefined, unqualified }
}

function indexOf(resourceType: ResourceTypeDefinition): ResourceTypeIndex {
  const known = resourceTypeIndexes.get(resourceType)
  if (known !== undefined) return known
  const index = buildIndex(resourceType)
  resourceTypeIndexes.set(resourceType, index)
  return index
}

function buildIndex(resourceType: ResourceTypeDefinition): ResourceTypeIndex {
  const extensions = resourceType.schemaExtensions.map(
    ({ schema }) => [schema.id.toLowerCase(), { schema, attributes: byName(schema.attributes) }] as const,
  )
  return {
    core: byName([...commonAttributes, ...resourceType.schema.attributes]),
    coreUrn: resourceType.schema.id.toLowerCase(),
    extensions: new Map(extensions),
  }
}

function subAttributeIndex(attribute: AttributeDefinition): AttributeIndex {
  const known = subAttributeIndexes.get(attribute)
  if (known !== undefined) return known
  const index = byName(attribute.subAttributes ?? [])
  subAttributeIndexes.set(attribute, index)
  return index
}

/** Both spellings are keys, so that the canonical one needs no conversion. */
function byName(attributes: readonly AttributeDefinition[]): AttributeIndex {
  const index = new Map(attributes.map((attribute) => [attribute.name, attribute]))
  for (const attribute of attributes) index.set(attribute.name.toLowerCase(), attribute)
  return index
}
