// What no event may carry: passwords, and what a schema says is never returned (RFC 7643 §2.2). Keys and paths may be spelt in any way that
// a body may have: with URN, dotted, in any case.
import {
  type AttributeDefinition,
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  own,
  parsePath,
  type ResourceTypeDefinition,
  resolveAttribute,
  sameUrn,
} from '@scimulator/shared/scim'

/** The resource without its secrets. */
export function withoutSecrets(resource: JsonObject, type: ResourceTypeDefinition): JsonObject {
  return clean(resource, '', type)
}

/** A PATCH request without the operations, and the parts of values, that are secret; undefined when nothing is left of it. */
export function patchWithoutSecrets(request: JsonObject, type: ResourceTypeDefinition): JsonObject | undefined {
  const name = Object.keys(request).find((key) => key.toLowerCase() === 'operations')
  const sent = name === undefined ? undefined : own(request, name)
  if (name === undefined || !isJsonArray(sent)) return undefined
  const left = sent.filter(isJsonObject).flatMap((operation) => operationWithoutSecrets(operation, type))
  return left.length === 0 ? undefined : { ...request, [name]: left }
}

function operationWithoutSecrets(operation: JsonObject, type: ResourceTypeDefinition): readonly JsonObject[] {
  const path = own(operation, 'path')
  const prefix = typeof path === 'string' ? path : ''
  if (prefix !== '' && isSecret(prefix, type)) return []
  const entries = Object.entries(operation).map(([key, value]) => [
    key,
    key === 'value' ? walk(value, prefix, type) : value,
  ])
  const left: JsonObject = Object.fromEntries(entries)
  return isEmptied(own(operation, 'value'), own(left, 'value')) ? [] : [left]
}

function isEmptied(before: JsonValue | undefined, after: JsonValue | undefined): boolean {
  const size = (value: JsonValue | undefined) => (isJsonObject(value) ? Object.keys(value).length : 0)
  return size(before) > 0 && size(after) === 0
}

function walk(value: JsonValue, prefix: string, type: ResourceTypeDefinition): JsonValue {
  if (isJsonArray(value)) return value.map((one) => walk(one, prefix, type))
  return isJsonObject(value) ? clean(value, prefix, type) : value
}

function clean(object: JsonObject, prefix: string, type: ResourceTypeDefinition): JsonObject {
  const kept = Object.entries(object).flatMap(([key, value]) => {
    const path = joined(prefix, key, type)
    if (isSecret(path, type)) return []
    const left = walk(value, path, type)
    return isEmptied(value, left) ? [] : [[key, left] as const]
  })
  return Object.fromEntries(kept)
}

/** The path of a key within what `prefix` names: a schema, an attribute, or the resource itself. */
function joined(prefix: string, key: string, type: ResourceTypeDefinition): string {
  if (prefix === '' || key.toLowerCase().startsWith('urn:')) return key
  const schemas = [type.schema, ...type.schemaExtensions.map(({ schema }) => schema)]
  const isSchema = schemas.some(({ id }) => sameUrn(id, prefix))
  return `${prefix.replace(/\[.*\]/, '')}${isSchema ? ':' : '.'}${key}`
}

function isSecret(path: string, type: ResourceTypeDefinition): boolean {
  if (/(^|[:.])password$/i.test(path.trim())) return true
  const found = resolved(path, type)
  return (
    found !== undefined && [found.attribute, found.subAttribute].some((one) => one !== undefined && isWithheld(one))
  )
}

function isWithheld({ returned, mutability }: AttributeDefinition): boolean {
  return returned === 'never' || mutability === 'writeOnly'
}

function resolved(path: string, type: ResourceTypeDefinition) {
  try {
    const parsed = parsePath(path, type)
    return parsed.kind === 'attribute' ? resolveAttribute(type, parsed.path) : undefined
  } catch {
    return undefined
  }
}
