/** JSON as it comes off the wire. Read-only: nothing in this folder changes a value that it was given. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject
/** An object of JSON. */
export interface JsonObject {
  readonly [name: string]: JsonValue
}

/** A SCIM resource: attributes in canonical spelling, extensions as objects under their URN. */
export type ScimResource = JsonObject

/** A JSON object while it is being built. Names put into it come from schemas, never from a client. */
export interface JsonDraft {
  [name: string]: JsonValue
}

/** Whether it is an object, and neither null nor a list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether it is a list. */
export function isJsonArray(value: unknown): value is readonly JsonValue[] {
  return Array.isArray(value)
}

/** What a text says, taken as it is; undefined where it is not JSON. `parseStrictJson` is for bodies that somebody else writes to us. */
export function parsedJson(text: string | undefined): JsonValue | undefined {
  try {
    // JSON.parse yields nothing else.
    return JSON.parse(text ?? '') as JsonValue
  } catch {
    return undefined
  }
}

/** The own property `name` of `object`; inherited ones (`constructor`, `__proto__`) do not exist for SCIM. */
export function own(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined
}

/** `null`, an absent attribute and an empty array are one state: unassigned (RFC 7643 §2.5). */
export function isUnassigned(value: JsonValue | undefined): value is null | undefined | readonly [] {
  return value === undefined || value === null || (isJsonArray(value) && value.length === 0)
}

/**
 * Its text, as `String` makes it, of whatever somebody else has written: `String` throws for an object of JSON that has a member `toString`,
 * because that is no function.
 */
export function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => (one === undefined || one === null ? '' : asText(one))).join(',')
  return typeof value === 'object' && value !== null ? '[object Object]' : String(value)
}

/** Its number, as `Number` makes it, of the same. */
export function asNumber(value: unknown): number {
  return Number(typeof value === 'object' && value !== null ? asText(value) : value)
}

/** Equality of JSON values; the order of names in an object does not count, the order of an array does. */
export function equalJson(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (left === right) return true
  if (isJsonArray(left)) return isJsonArray(right) && equalArrays(left, right)
  if (isJsonObject(left)) return isJsonObject(right) && equalObjects(left, right)
  return false
}

function equalArrays(left: readonly JsonValue[], right: readonly JsonValue[]): boolean {
  return left.length === right.length && left.every((item, index) => equalJson(item, right[index]))
}

function equalObjects(left: JsonObject, right: JsonObject): boolean {
  const names = Object.keys(left)
  if (names.length !== Object.keys(right).length) return false
  return names.every((name) => Object.hasOwn(right, name) && equalJson(left[name], right[name]))
}
