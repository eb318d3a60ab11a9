// The names by which the body of a request calls a person or a group: userName, displayName, externalId, addresses, and how a member is
// shown. Pure.
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, parsedJson } from '@scimulator/shared/scim'

const NAMES = new Set(['username', 'displayname', 'externalid', 'display', 'name', 'email'])

export function namesIn(body: string | undefined): ReadonlySet<string> {
  const value = parsedJson(body)
  if (!isJsonObject(value)) return new Set()
  return new Set([...ownNames(value), ...operationsIn(value).flatMap(operationNames)])
}

function ownNames(value: JsonObject): readonly string[] {
  return Object.entries(value).flatMap(([name, one]) => named(name.toLowerCase(), one))
}

function named(name: string, value: JsonValue | undefined): readonly string[] {
  if (NAMES.has(name)) return texts(value)
  if (name === 'emails') return objects(value).flatMap((one) => texts(one.value))
  return name === 'members' ? objects(value).flatMap((one) => texts(one.display)) : []
}

function operationsIn({ Operations: operations }: JsonObject): readonly JsonObject[] {
  return objects(operations)
}

/** `emails[type eq "work"].value` is an address too. */
function operationNames({ path, value }: JsonObject): readonly string[] {
  if (typeof path !== 'string') return isJsonObject(value) ? ownNames(value) : []
  const [attribute = ''] = path.toLowerCase().split(/[[.]/)
  return [...named(attribute, value), ...(attribute === 'emails' ? texts(value) : [])]
}

function objects(value: JsonValue | undefined): readonly JsonObject[] {
  return isJsonArray(value) ? value.filter(isJsonObject) : []
}

function texts(value: JsonValue | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : []
}
