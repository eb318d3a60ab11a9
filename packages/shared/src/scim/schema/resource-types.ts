import type { JsonObject, JsonValue } from '../json.ts'
import { urns } from '../urns.ts'
import type { AttributeDefinition, ResourceTypeDefinition, SchemaDefinition } from './attribute-definition.ts'
import { enterpriseUserSchema } from './enterprise-user.ts'
import { groupSchema } from './group.ts'
import { resourceTypeSchema } from './resource-type.ts'
import { schemaSchema } from './schema.ts'
import { serviceProviderConfigSchema } from './service-provider-config.ts'
import { userSchema } from './user.ts'

/** The resource types of RFC 7643: two that clients write, three that describe the service provider. */
export const userResourceType: ResourceTypeDefinition = {
  id: 'User',
  name: 'User',
  endpoint: '/Users',
  description: 'User Account',
  schema: userSchema,
  schemaExtensions: [{ schema: enterpriseUserSchema, required: false }],
}

/** Group (RFC 7643 §4.2). */
export const groupResourceType: ResourceTypeDefinition = plain('Group', '/Groups', 'Group', groupSchema)

/** ServiceProviderConfig (RFC 7643 §5). */
export const serviceProviderConfigResourceType: ResourceTypeDefinition = plain(
  'ServiceProviderConfig',
  '/ServiceProviderConfig',
  'Service Provider Configuration',
  serviceProviderConfigSchema,
)

/** ResourceType (RFC 7643 §6). */
export const resourceTypeResourceType: ResourceTypeDefinition = plain(
  'ResourceType',
  '/ResourceTypes',
  'Resource Type',
  resourceTypeSchema,
)

/** Schema (RFC 7643 §7). */
export const schemaResourceType: ResourceTypeDefinition = plain('Schema', '/Schemas', 'Schema', schemaSchema)

/** A resource type as `/ResourceTypes` shows it (RFC 7643 §6), without `meta`, which depends on the mount point. */
export function resourceTypeToResource(resourceType: ResourceTypeDefinition): JsonObject {
  const extensions = resourceType.schemaExtensions.map(({ schema, required }) => ({ schema: schema.id, required }))
  return {
    schemas: [urns.resourceType],
    id: resourceType.id,
    name: resourceType.name,
    description: resourceType.description,
    endpoint: resourceType.endpoint,
    schema: resourceType.schema.id,
    ...(extensions.length === 0 ? {} : { schemaExtensions: extensions }),
  }
}

/** A schema as `/Schemas` shows it (RFC 7643 §7), without `meta`. */
export function schemaToResource(schema: SchemaDefinition): JsonObject {
  return {
    schemas: [urns.schema],
    id: schema.id,
    name: schema.name,
    description: schema.description,
    attributes: schema.attributes.map(attributeToJson),
  }
}

function attributeToJson(definition: AttributeDefinition): JsonValue {
  const { canonicalValues, referenceTypes, subAttributes, ...plainCharacteristics } = definition
  return {
    ...plainCharacteristics,
    ...(canonicalValues === undefined ? {} : { canonicalValues }),
    ...(referenceTypes === undefined ? {} : { referenceTypes }),
    ...(subAttributes === undefined ? {} : { subAttributes: subAttributes.map(attributeToJson) }),
  }
}

function plain(name: string, endpoint: string, description: string, schema: SchemaDefinition): ResourceTypeDefinition {
  return { id: name, name, endpoint, description, schema, schemaExtensions: [] }
}
