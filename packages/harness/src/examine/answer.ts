// What an exchange says, read without trust: an endpoint under test may answer anything.
import { type Exchange, headerValue, jsonBody } from '@scimulator/shared/provisioning'
import {
  asText,
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  sameUrn,
  urns,
} from '@scimulator/shared/scim'

export interface Answer {
  readonly exchange: Exchange
  /** 0 where there was no answer. */
  readonly status: number
  readonly ok: boolean
  /** The body where it is a JSON object. */
  readonly body: JsonObject | undefined
}

export function answerOf(exchange: Exchange): Answer {
  const status = exchange.response?.status ?? 0
  const body = exchange.response && jsonBody(exchange.response)
  const value = body?.kind === 'json' ? (body.value as JsonValue) : undefined
  return { exchange, status, ok: status >= 200 && status < 300, body: isJsonObject(value) ? value : undefined }
}

/** Milliseconds that Retry-After asks for, at most; undefined where the answer is no 429 or 503 with it. */
export function isRateLimit({ status }: Answer): boolean {
  return status === 429
}

/** Whether a write was refused because it says of no version: 428 (RFC 6585 §3), or a refusal that names If-Match. */
export function wantsIfMatch({ status, exchange: { request, response } }: Answer): boolean {
  if (request.method === 'GET' || headerValue(request.headers, 'if-match') !== undefined) return false
  return status === 428 || (status >= 400 && status < 500 && /if-match/i.test(response?.body ?? ''))
}

export function header({ exchange }: Answer, name: string): string | undefined {
  return exchange.response && headerValue(exchange.response.headers, name)
}

/** The id as it would stand in a URL, a number's too, so that one wrong type does not hide everything else. */
export function idIn(resource: JsonValue | undefined): string | undefined {
  const id = isJsonObject(resource) ? resource.id : undefined
  if (typeof id === 'number') return asText(id)
  return typeof id === 'string' && id !== '' ? id : undefined
}

export interface ReadList {
  readonly resources: readonly JsonObject[]
  readonly total: JsonValue | undefined
  readonly ids: readonly string[]
}

/** The resources of a list answer; undefined where it is none. A bare array counts as a list here, so that it is told once. */
export function listIn(answer: Answer): ReadList | undefined {
  const { response } = answer.exchange
  if (!answer.ok || !response) return undefined
  const parsed = jsonBody(response)
  const value = parsed.kind === 'json' ? (parsed.value as JsonValue) : undefined
  const found = isJsonArray(value) ? value : isJsonObject(value) ? (memberOf(value, 'Resources') ?? []) : undefined
  if (found === undefined || !isJsonArray(found)) return undefined
  if (isJsonObject(value) && !memberOf(value, 'Resources') && !('totalResults' in value)) return undefined
  const resources = found.filter(isJsonObject)
  const total = isJsonObject(value) ? value.totalResults : undefined
  return { resources, total, ids: resources.flatMap((one) => idIn(one) ?? []) }
}

/** Names are compared without regard to case (RFC 7643 §2.1); that a list spells its own otherwise is told once. */
function memberOf(value: JsonObject, name: string): JsonValue | undefined {
  const key = Object.keys(value).find((one) => one.toLowerCase() === name.toLowerCase())
  return key === undefined ? undefined : value[key]
}

/** `name.givenName`, `emails[work]`, `urn:…:User:department`: the value there, undefined where there is none. */
export function valueAt(resource: JsonObject | undefined, path: string): JsonValue | undefined {
  if (!resource) return undefined
  const extension = /^(urn:.*):([^:]+)$/.exec(path)
  if (extension) return inExtension(resource, extension[1] ?? '', extension[2] ?? '')
  const typed = /^(\w+)\[(\w+)\](?:\.(\w+))?$/.exec(path)
  if (typed) return ofType(resource[typed[1] ?? ''], typed[2] ?? '', typed[3] ?? 'value')
  const [first = '', second] = path.split('.')
  const value = resource[first]
  return second === undefined ? value : isJsonObject(value) ? value[second] : undefined
}

function inExtension(resource: JsonObject, urn: string, name: string): JsonValue | undefined {
  const key = Object.keys(resource).find((one) => sameUrn(one, urn))
  const extension = key === undefined ? undefined : resource[key]
  return isJsonObject(extension) ? extension[name] : undefined
}

function ofType(list: JsonValue | undefined, type: string, part: string): JsonValue | undefined {
  if (!isJsonArray(list)) return undefined
  return list.filter(isJsonObject).find((one) => asText(one.type ?? '').toLowerCase() === type)?.[part]
}

/** Values of a person's roles. */
export function rolesIn(person: JsonObject | undefined): readonly string[] {
  const { roles } = person ?? {}
  if (!isJsonArray(roles)) return []
  return roles.flatMap((one) => {
    const value = isJsonObject(one) ? one.value : one
    return typeof value === 'string' ? [value] : []
  })
}

/** Ids of a group's members; undefined where the resource shows no members at all. */
export function membersIn(group: JsonObject | undefined): readonly string[] | undefined {
  const { members } = group ?? {}
  if (!isJsonArray(members)) return undefined
  return members.flatMap((one) => {
    const value = isJsonObject(one) ? one.value : one
    return typeof value === 'string' || typeof value === 'number' ? [asText(value)] : []
  })
}

export const ENTERPRISE = urns.enterpriseUser
export const DEPARTMENT = `${ENTERPRISE}:department`
export const MANAGER = `${ENTERPRISE}:manager`
