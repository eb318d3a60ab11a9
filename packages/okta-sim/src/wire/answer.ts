// What an answer says, or how its failure reads to an administrator (O127, O136, O608).
import { type Exchange, jsonBody, type ScimResponse } from '@scimulator/shared/provisioning'
import { ownWords } from '../values/own-words.ts'

export type JsonObject = Readonly<Record<string, unknown>>

export type Answer =
  | { readonly kind: 'resource'; readonly resource: JsonObject }
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly status?: number; readonly text: string }

/** Reason phrases, because the wire may have none. */
const REASONS: Readonly<Record<number, string>> = {
  ...{ 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed' },
  ...{ 409: 'Conflict', 412: 'Precondition Failed', 413: 'Payload Too Large', 429: 'Too Many Requests' },
  ...{ 500: 'Internal Server Error', 501: 'Not Implemented', 502: 'Bad Gateway', 503: 'Service Unavailable' },
  504: 'Gateway Timeout',
}

export function answerOf({ request, response, failure }: Exchange): Answer {
  if (response === undefined) {
    if (failure?.kind === 'timeout') return { kind: 'refused', text: 'Read timed out' }
    return { kind: 'refused', text: `Connect to ${hostOf(request.url)} failed: ${failure?.message ?? 'no answer'}` }
  }
  if (response.status >= 300) return { kind: 'refused', status: response.status, text: remoteError(response) }
  const body = jsonBody(response)
  if (body.kind === 'empty') return { kind: 'empty' }
  if (body.kind === 'unreadable') return { kind: 'refused', text: `Invalid JSON: ${body.reason}` }
  return isObject(body.value)
    ? { kind: 'resource', resource: body.value }
    : { kind: 'refused', text: ownWords('The answer is not a JSON object.') }
}

function remoteError(response: ScimResponse): string {
  const reason = REASONS[response.status] ?? `HTTP ${response.status}`
  const said = detailOf(response)
  return said === '' ? `${reason}.` : `${reason}. Errors reported by remote server: ${said}`
}

function detailOf(response: ScimResponse): string {
  const body = jsonBody(response)
  if (body.kind === 'empty') return ''
  if (body.kind === 'unreadable') return `Invalid JSON: ${body.reason}`
  const detail = isObject(body.value) ? memberOf(body.value, 'detail') : undefined
  return typeof detail === 'string' ? detail : ''
}

/** A member, whatever the case of its name (O132). */
function memberOf(resource: JsonObject, name: string): unknown {
  if (Object.hasOwn(resource, name)) return resource[name]
  const key = Object.keys(resource).find((one) => one.toLowerCase() === name.toLowerCase())
  return key === undefined ? undefined : resource[key]
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export interface Page {
  readonly resources: readonly JsonObject[]
  readonly totalResults: number
  readonly itemsPerPage?: number
}

/** A list answer; undefined where it is none, as with numbers that come as text (O133). */
export function pageOf(resource: JsonObject): Page | undefined {
  const totalResults = memberOf(resource, 'totalResults')
  const start = memberOf(resource, 'startIndex')
  const perPage = memberOf(resource, 'itemsPerPage')
  const resources = memberOf(resource, 'Resources') ?? []
  if (typeof totalResults !== 'number' || typeof (start ?? 1) !== 'number' || typeof (perPage ?? 0) !== 'number')
    return undefined
  if (!Array.isArray(resources)) return undefined
  const size = typeof perPage === 'number' ? { itemsPerPage: perPage } : {}
  return { totalResults, ...size, resources: resources.filter(isObject) }
}

function hostOf(url: string): string {
  const { hostname, port, protocol } = new URL(url)
  return `${hostname}:${port === '' ? (protocol === 'http:' ? 80 : 443) : port}`
}
