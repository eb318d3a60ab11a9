import { isJsonArray, isJsonObject, type JsonValue } from '@scimulator/shared/scim'
import { isContact, isMatching, isReference, splitName } from './foreign-values.ts'

export interface ValueMap {
  name(text: string): string
  phone(text: string): string
}

/**
 * A resource or PatchOp with every value that endpoints match accounts by put through `map`: userName, externalId, employeeNumber, email
 * addresses wherever they stand, phone numbers and displayName. Everything else, and the order of names, stays.
 */
export function mapResource(value: JsonValue, map: ValueMap): JsonValue {
  if (isJsonArray(value)) return value.map((item) => mapResource(item, map))
  if (!isJsonObject(value)) return typeof value === 'string' && isAddress(value) ? map.name(value) : value
  const path = Object.entries(value).find(([name]) => name.toLowerCase() === 'path')?.[1]
  return fromEntries(
    Object.entries(value).map(([name, item]) => {
      const lower = name.toLowerCase()
      if (lower === 'path' && typeof item === 'string') return [name, mapPath(item, map)]
      if (lower === 'value' && typeof path === 'string') return [name, mapUnder(path, item, map)]
      return [mapPath(name, map), mapUnder(name, item, map)]
    }),
  )
}

function mapUnder(name: string, value: JsonValue, map: ValueMap): JsonValue {
  const { attribute, leaf } = splitName(name)
  if (isReference(attribute)) return value
  if (!isMatching(attribute)) return mapResource(value, map)
  const change = attribute.startsWith('phone') ? map.phone : map.name
  if (!isContact(attribute)) return mapTexts(value, change)
  return leaf === 'value' || leaf === attribute ? mapContacts(value, change, map) : value
}

function mapContacts(value: JsonValue, change: (text: string) => string, map: ValueMap): JsonValue {
  if (isJsonArray(value)) return value.map((item) => mapContacts(item, change, map))
  if (!isJsonObject(value)) return mapTexts(value, change)
  return fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      name.toLowerCase() === 'value' ? mapTexts(item, change) : mapResource(item, map),
    ]),
  )
}

function mapTexts(value: JsonValue, change: (text: string) => string): JsonValue {
  if (isJsonArray(value)) return value.map((item) => mapTexts(item, change))
  if (isJsonObject(value))
    return fromEntries(Object.entries(value).map(([name, item]) => [name, mapTexts(item, change)]))
  // A number becomes a text, because the mark makes it one; RFC 7643 has strings for all of these attributes.
  if (typeof value === 'number') return change(String(value))
  return typeof value === 'string' ? change(value) : value
}

/** The literals in the brackets of a path: `emails[value eq "ana@contoso.example"]`. */
function mapPath(path: string, map: ValueMap): string {
  const { attribute } = splitName(path)
  if (!path.includes('[') || !isMatching(attribute)) return path
  const change = attribute.startsWith('phone') ? map.phone : map.name
  return path.replace(/(\bvalue\s+(?:eq|ne|co|sw|ew)\s+")((?:[^"\\]|\\.)*)"/gi, (_, head: string, literal: string) => {
    const text: unknown = JSON.parse(`"${literal}"`)
    return `${head}${JSON.stringify(change(String(text))).slice(1)}`
  })
}

function isAddress(text: string): boolean {
  return /^[^\s@"<>]+@[^\s@"<>]+\.[^\s@"<>.]{2,}$/.test(text)
}

/** Own properties only, whatever their names. */
function fromEntries(entries: readonly (readonly [string, JsonValue])[]): JsonValue {
  return Object.fromEntries(entries)
}
