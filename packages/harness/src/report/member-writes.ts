// What a write of a group does to its members, and whom a difference in members is about. Pure.
import type { RecordedExchange } from '@scimulator/shared/http'
import { asText, isJsonArray, isJsonObject, type JsonObject, type JsonValue, parsedJson } from '@scimulator/shared/scim'
import type { DifferenceResult } from './result.ts'

export interface MemberWrite {
  /** Ids of members that it puts in. */
  readonly adds: readonly string[]
  /** Ids of members that it takes out by name. */
  readonly takes: readonly string[]
  /** Whether who is not named in it goes: a PUT, a replace, a remove without a value. */
  readonly mayTakeAll: boolean
}

export interface MemberWrites extends MemberWrite {
  readonly exchange: RecordedExchange
}

const NOTHING: MemberWrite = { adds: [], takes: [], mayTakeAll: false }

/** @returns what the body says, whatever was answered (RFC 7644 §3.5) */
export function memberWrite({
  request,
}: {
  readonly request: { readonly method: string; readonly body?: string | undefined }
}): MemberWrite {
  const body = parsedJson(request.body)
  if (!isJsonObject(body)) return NOTHING
  if (request.method !== 'PATCH') {
    return { adds: idsIn(body.members), takes: [], mayTakeAll: request.method === 'PUT' }
  }
  const { Operations: operations } = body
  const parts = (isJsonArray(operations) ? operations.filter(isJsonObject) : []).map(operationWrite)
  return {
    adds: parts.flatMap(({ adds }) => adds),
    takes: parts.flatMap(({ takes }) => takes),
    mayTakeAll: parts.some(({ mayTakeAll }) => mayTakeAll),
  }
}

function operationWrite({ op, path, value }: JsonObject): MemberWrite {
  const verb = asText(op).toLowerCase()
  const isWithoutPath = typeof path !== 'string'
  const members = isWithoutPath && isJsonObject(value) ? value.members : value
  const place = isWithoutPath ? (isJsonObject(value) && 'members' in value ? 'members' : '') : path
  if (!/^members\b/i.test(place)) return NOTHING
  const [, one] = /value\s+eq\s+"([^"]+)"/i.exec(place) ?? []
  const named = one === undefined ? idsIn(members) : [one]
  if (verb === 'add') return { adds: named, takes: [], mayTakeAll: false }
  if (verb === 'remove') return { adds: [], takes: named, mayTakeAll: named.length === 0 }
  return { adds: named, takes: [], mayTakeAll: true }
}

function idsIn(value: JsonValue | undefined): readonly string[] {
  const listed = isJsonArray(value) ? value : value === undefined ? [] : [value]
  return listed.flatMap((one) => (isJsonObject(one) && one.value !== undefined ? [asText(one.value)] : []))
}

/** Who is missing, and who is too many, where members are the only thing that differs; undefined where they are not, or are not listed. */
export function whoDiffers(
  differences: readonly DifferenceResult[],
): { readonly missing: readonly string[]; readonly extra: readonly string[] } | undefined {
  const [only, ...others] = differences
  if (only?.attribute !== 'members' || others.length > 0) return undefined
  const [expected, actual] = [textsIn(only.expected), textsIn(only.actual)]
  if (!expected || !actual) return undefined
  return {
    missing: expected.filter((one) => !actual.includes(one)),
    extra: actual.filter((one) => !expected.includes(one)),
  }
}

function textsIn(text: string): readonly string[] | undefined {
  const value = parsedJson(text)
  return isJsonArray(value) ? value.filter((one) => typeof one === 'string') : undefined
}
