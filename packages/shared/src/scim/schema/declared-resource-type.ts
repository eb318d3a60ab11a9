// Resource types that somebody brings along beside their schemas, as /ResourceTypes shows them (RFC 7643 §6): devices, entitlements.
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, own } from '../json.ts'
import { sameUrn } from '../urns.ts'
import type { ResourceTypeDefinition, SchemaDefinition } from './attribute-definition.ts'

/** Endpoints that a service provider has of its own (RFC 7644 §3.2). */
const TAKEN: ReadonlySet<string> = new Set([
  ...['Users', 'Groups', 'Me', 'Bulk', 'Schemas', 'ResourceTypes', 'ServiceProviderConfig'].map((name) => `/${name}`),
])

/** Whether something among declared schemas is a resource type instead: it has an endpoint. */
export function isResourceType(given: JsonValue): given is JsonObject {
  return isJsonObject(given) && own(given, 'endpoint') !== undefined
}

/**
 * The resource types among what is declared, with their schemas. @throws Error that names the type and what is wrong with it.
 * @param given what `readSchemas` takes
 * @param schemas what `readSchemas` made of it
 */
export function readResourceTypes(
  given: unknown,
  schemas: readonly SchemaDefinition[],
): readonly ResourceTypeDefinition[] {
  const listed = isJsonObject(given) ? (own(given, 'Resources') ?? given) : (given as JsonValue)
  const types = (isJsonArray(listed) ? listed : [listed]).filter(isResourceType)
  const read = types.map((one) => readResourceType(one, schemas))
  const names = read.map(({ name }) => name.toLowerCase())
  const twice = read.find(({ name }, index) => names.indexOf(name.toLowerCase()) < index)
  if (twice !== undefined) throw new Error(`The resource type ${twice.name} is there twice.`)
  return read
}

function readResourceType(given: JsonObject, schemas: readonly SchemaDefinition[]): ResourceTypeDefinition {
  const name = own(given, 'name')
  if (typeof name !== 'string' || !/^[A-Z][A-Za-z]*$/.test(name))
    throw new Error(`A resource type has the name ${JSON.stringify(name ?? null)}; write a word, such as Device.`)
  const endpoint = own(given, 'endpoint')
  if (endpoint !== `/${name}s` || TAKEN.has(endpoint))
    throw new Error(`The resource type ${name} has the endpoint ${JSON.stringify(endpoint)}; it is /${name}s here.`)
  const schemaOf = (urn: JsonValue | undefined): SchemaDefinition => {
    const found = schemas.find(({ id }) => typeof urn === 'string' && sameUrn(id, urn))
    if (found) return found
    throw new Error(`The resource type ${name} names the schema ${JSON.stringify(urn ?? null)}, which is not declared.`)
  }
  const extensions = own(given, 'schemaExtensions') ?? []
  const description = own(given, 'description')
  return {
    ...{ id: name, name, endpoint, description: typeof description === 'string' ? description : name },
    schema: schemaOf(own(given, 'schema')),
    schemaExtensions: (isJsonArray(extensions) ? extensions : []).map((one) => ({
      schema: schemaOf(isJsonObject(one) ? own(one, 'schema') : undefined),
      required: isJsonObject(one) && own(one, 'required') === true,
    })),
  }
}

/** The schemas that no declared type claims: they are for users and groups. */
export function unclaimed(
  schemas: readonly SchemaDefinition[],
  types: readonly ResourceTypeDefinition[],
): readonly SchemaDefinition[] {
  const claimed = types.flatMap(({ schema, schemaExtensions }) => [
    schema,
    ...schemaExtensions.map((one) => one.schema),
  ])
  return schemas.filter((schema) => !claimed.includes(schema))
}
