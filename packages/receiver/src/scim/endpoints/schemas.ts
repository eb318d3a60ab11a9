import { type JsonObject, type SchemaDefinition, schemaToResource } from '@scimulator/shared/scim'
import type { Profile } from '../../profile/profile.ts'
import type { Answer } from '../answer/answer.ts'
import type { Call } from '../request/call.ts'
import { discoveryItem, discoveryList } from './discovery.ts'

/** GET /Schemas (RFC 7644 §4). */
export function listSchemas(call: Call): Answer {
  return discoveryList(call, schemasOf(call))
}

/** GET /Schemas/{urn} */
export function getSchema(call: Call, id: string): Answer {
  return discoveryItem('schema', schemasOf(call), id)
}

function schemasOf({ profile, baseUrl }: Call): readonly JsonObject[] {
  return advertisedSchemas(profile).map((schema) => ({
    ...schemaToResource(schema),
    meta: { resourceType: 'Schema', location: `${baseUrl}/Schemas/${schema.id}` },
  }))
}

function advertisedSchemas({ resourceTypes, advertised = (schema) => schema }: Profile): readonly SchemaDefinition[] {
  const all = Object.values(resourceTypes).flatMap(({ schema, schemaExtensions }) => [
    schema,
    ...schemaExtensions.map((extension) => extension.schema),
  ])
  return [...new Map(all.map((schema) => [schema.id, advertised(withoutPassword(schema))])).values()]
}

/** A password is accepted and kept nowhere, so it is not offered; Microsoft's validator refuses endpoints that offer it. */
function withoutPassword(schema: SchemaDefinition): SchemaDefinition {
  return { ...schema, attributes: schema.attributes.filter(({ name }) => name !== 'password') }
}
