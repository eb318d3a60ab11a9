// What findings ask of a difference.
import { asText, isJsonArray, isJsonObject, type JsonObject, type JsonValue, parsedJson } from '@scimulator/shared/scim'
import type { Difference } from './evidence.ts'

/** Method of the write that the difference is about; empty where there is none. */
export function methodOf({ exchange }: Difference): string {
  return exchange?.request.method ?? ''
}

export function statusOf({ exchange }: Difference): number {
  return exchange?.response?.status ?? 0
}

/** URL and body of the write. */
export function textOf({ exchange }: Difference): string {
  return exchange ? `${exchange.request.url} ${exchange.request.body ?? ''}` : ''
}

/** The write had several operations, so that a refusal of one of them failed them all. */
export function inSamePatch(difference: Difference): boolean {
  const operations = operationsOf(difference)
  return operations.length > 1 || operations.some(({ path }) => path === undefined)
}

/** A request failed, or what it must have made is not there. */
export function isRefusal({ attribute, expected }: Difference): boolean {
  return attribute === 'answer' || (attribute === 'exists' && expected === true)
}

/** What must be gone is there. */
export function isStillThere({ attribute, expected }: Difference): boolean {
  return attribute === 'exists' && expected === false
}

/** The value of an attribute of a person, and not whether they are there, active, or taken at all. */
export function isValue({ kind, attribute }: Difference): boolean {
  return kind === 'user' && !['answer', 'exists', 'active', 'accounts'].includes(attribute)
}

/** Somebody who must be in the group is not. */
export function lacksMembers({ attribute, expected, actual }: Difference): boolean {
  return attribute === 'members' && isJsonArray(expected) && isJsonArray(actual) && !isWithin(expected, actual)
}

/** Somebody who must not be in the group is. */
export function hasStrangers({ attribute, expected, actual }: Difference): boolean {
  return attribute === 'members' && isJsonArray(expected) && isJsonArray(actual) && !isWithin(actual, expected)
}

/** The write adds, or takes away. */
export function doesOp(difference: Difference, op: 'add' | 'remove'): boolean {
  return new RegExp(`"op":"${op}"`, 'i').test(textOf(difference))
}

/** The write is about a group, and puts members into it. */
export function addsMembers(difference: Difference): boolean {
  const { exchange } = difference
  if (!/\/Groups(\/|\?|$)/.test(exchange?.request.url ?? '')) return false
  if (methodOf(difference) === 'PATCH') return operationsOf(difference).some((one) => opOf(one) === 'add')
  return /^(POST|PUT)$/.test(methodOf(difference)) && /"members":\[\{/.test(exchange?.request.body ?? '')
}

/** How many members the PATCH takes out of a group: each value, and each operation with one in its path. */
export function removedAtOnce(difference: Difference): number {
  return operationsOf(difference)
    .filter((one) => opOf(one) === 'remove')
    .map(({ path, value }) => (/^members$/i.test(asText(path)) && isJsonArray(value) ? value.length : isOne(path)))
    .reduce((sum, count) => sum + count, 0)
}

function isOne(path: JsonValue | undefined): number {
  return /^members\[/i.test(asText(path)) ? 1 : 0
}

function opOf({ op }: JsonObject): string {
  return asText(op).toLowerCase()
}

/** The operations of the PATCH that a difference shows after; empty for any other request (RFC 7644 §3.5.2). */
export function operationsOf({ exchange }: Difference): readonly JsonObject[] {
  const body = exchange?.request.method === 'PATCH' ? parsedJson(exchange.request.body ?? '') : undefined
  const operations = isJsonObject(body) ? body.Operations : undefined
  return isJsonArray(operations) ? operations.filter((one) => isJsonObject(one)) : []
}

function isWithin(some: readonly unknown[], all: readonly unknown[]): boolean {
  return some.every((one) => all.includes(one))
}

/** A value of a query; as it stands where it is encoded wrongly. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
