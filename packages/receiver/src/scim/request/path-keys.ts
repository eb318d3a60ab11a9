// Keys of a POST or PUT that are written as paths: `name.givenName`, `emails[type eq "work"].value`, `urn:…:User:department`. What they
// name is a part of the resource, so they are read as a PATCH without a path reads them (RFC 7644 §3.5.2.1).
import {
  applyPatch,
  findExtension,
  isJsonArray,
  isJsonObject,
  type JsonDraft,
  type JsonObject,
  type JsonValue,
  type ResourceTypeDefinition,
  ScimError,
  type Strictness,
  sameUrn,
} from '@scimulator/shared/scim'

/** The body with its path-like keys put where they belong. @throws ScimError 400 for one that is there twice, or that is refused */
export function withoutPathKeys(
  body: JsonObject,
  resourceType: ResourceTypeDefinition,
  strictness?: Strictness,
): JsonObject {
  const keys = Object.keys(body).filter((key) => isPath(key, resourceType))
  if (keys.length === 0) return body
  const draft: JsonDraft = { ...body }
  for (const key of keys) delete draft[key]
  const named = Object.fromEntries(keys.map((key) => [key, body[key] ?? null]))
  for (const [name, value] of Object.entries(resourceOf(named, resourceType, strictness))) merge(draft, name, value)
  return draft
}

function isPath(key: string, { schema, ...resourceType }: ResourceTypeDefinition): boolean {
  if (!/^urn:/i.test(key)) return /[.[]/.test(key)
  return !sameUrn(key, schema.id) && findExtension({ schema, ...resourceType }, key) === undefined
}

function resourceOf(value: JsonObject, resourceType: ResourceTypeDefinition, strictness?: Strictness): JsonObject {
  const options = strictness === undefined ? { resourceType } : { resourceType, strictness }
  try {
    const { schemas: _schemas, ...named } = applyPatch({}, [{ op: 'add', value }], options).resource
    return named
  } catch (error) {
    if (!(error instanceof ScimError)) throw error
    throw new ScimError(error.code, (error.detail ?? '').replace(/^Operations\[0\]: /, ''))
  }
}

function merge(draft: JsonDraft, name: string, value: JsonValue): void {
  const written = Object.keys(draft).find((key) => key.toLowerCase() === name.toLowerCase())
  const before = written === undefined ? undefined : draft[written]
  if (written === undefined || before === undefined) draft[name] = value
  else if (isJsonArray(before) && isJsonArray(value)) draft[written] = [...before, ...value]
  else if (isJsonObject(before) && isJsonObject(value)) draft[written] = mergedObject(before, value, name)
  else throw new ScimError('invalidSyntax', `${name} is given twice.`)
}

function mergedObject(before: JsonObject, value: JsonObject, name: string): JsonObject {
  const taken = new Set(Object.keys(before).map((key) => key.toLowerCase()))
  const twice = Object.keys(value).find((key) => taken.has(key.toLowerCase()))
  if (twice !== undefined) throw new ScimError('invalidSyntax', `${name}.${twice} is given twice.`)
  return { ...before, ...value }
}
