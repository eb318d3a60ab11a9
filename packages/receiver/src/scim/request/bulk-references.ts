// `bulkId:x` in a path or a value stands for the id that the operation with that bulkId is going to get (RFC 7644 §3.7.2).
import { isJsonArray, isJsonObject, type JsonValue } from '@scimulator/shared/scim'
import type { BulkOperation } from './bulk-request.ts'

const PREFIX = 'bulkId:'
const IN_PATH = /bulkId:([^/?]+)/

/** The bulkIds that an operation refers to. */
export function referencesOf({ path, data }: BulkOperation): ReadonlySet<string> {
  const found = new Set<string>()
  const inPath = IN_PATH.exec(path)?.[1]
  if (inPath !== undefined) found.add(inPath)
  collect(data, found)
  return found
}

export function resolvePath(path: string, idOf: (bulkId: string) => string | undefined): string {
  return path.replace(IN_PATH, (whole, bulkId: string) => idOf(bulkId) ?? whole)
}

/** The value with ids in the place of references. What holds an unresolved one (an element, an attribute) is left out. */
export function resolveValue(value: JsonValue, idOf: (bulkId: string) => string | undefined): JsonValue | undefined {
  const bulkId = referenceIn(value)
  if (bulkId !== undefined) return idOf(bulkId)
  if (isJsonArray(value)) return value.flatMap((item) => resolveValue(item, idOf) ?? [])
  if (!isJsonObject(value)) return value
  const entries = Object.entries(value).map(([name, part]) => [name, resolveValue(part, idOf)] as const)
  // An element whose `value` is not known yet says nothing at all.
  if (entries.some(([name, part]) => part === undefined && name === 'value')) return undefined
  return Object.fromEntries(entries.filter((entry): entry is [string, JsonValue] => entry[1] !== undefined))
}

function collect(value: JsonValue | undefined, found: Set<string>): void {
  const bulkId = referenceIn(value)
  if (bulkId !== undefined) found.add(bulkId)
  else if (isJsonArray(value)) for (const item of value) collect(item, found)
  else if (isJsonObject(value)) for (const part of Object.values(value)) collect(part, found)
}

function referenceIn(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value.startsWith(PREFIX) ? value.slice(PREFIX.length) : undefined
}
