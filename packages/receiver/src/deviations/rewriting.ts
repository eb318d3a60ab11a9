// What deviations have in common: reading a request, and changing the JSON of requests and answers.
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '@scimulator/shared/scim'
import type { HandlerRequest, HandlerResponse } from '../scim/handler-port.ts'
import type { Wrap } from './deviation.ts'

/** The path without its query, and the query. */
export function splitTarget({ target }: Pick<HandlerRequest, 'target'>): { path: string; query: URLSearchParams } {
  const mark = target.indexOf('?')
  const path = mark === -1 ? target : target.slice(0, mark)
  return { path, query: new URLSearchParams(mark === -1 ? '' : target.slice(mark + 1)) }
}

export function withQuery(request: HandlerRequest, path: string, query: URLSearchParams): HandlerRequest {
  const text = query.toString()
  return { ...request, target: text === '' ? path : `${path}?${text}` }
}

/** Whether the request is for a collection such as `/Users`, or for one of its resources. */
export function isFor(request: HandlerRequest, collection: 'Users' | 'Groups'): boolean {
  return new RegExp(`/${collection}(/|$)`).test(splitTarget(request).path)
}

export function isList(request: HandlerRequest): boolean {
  return request.method === 'GET' && /\/(Users|Groups)\/?$/.test(splitTarget(request).path)
}

export function headerOf({ rawHeaders }: HandlerRequest, name: string): string | undefined {
  const at = rawHeaders.findIndex((text, index) => index % 2 === 0 && text.toLowerCase() === name)
  return at === -1 ? undefined : rawHeaders[at + 1]
}

/** The request's body; undefined when it is not a JSON object, which the handler will say. */
export function bodyOf(request: HandlerRequest): JsonObject | undefined {
  return objectIn(new TextDecoder().decode(request.body))
}

export function withBody(request: HandlerRequest, body: JsonValue): HandlerRequest {
  return { ...request, body: new TextEncoder().encode(JSON.stringify(body)) }
}

export function answerBody(response: HandlerResponse): JsonObject | undefined {
  return objectIn(response.body)
}

export function withAnswer(response: HandlerResponse, value: JsonValue): HandlerResponse {
  return withText(response, JSON.stringify(value))
}

export function withText(response: HandlerResponse, body: string): HandlerResponse {
  const length = String(new TextEncoder().encode(body).length)
  return { ...response, body, headers: { ...response.headers, 'content-length': length } }
}

export function errorAnswer(status: number, scimType: string | undefined, detail: string): HandlerResponse {
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:Error']
  const body = { schemas, status: String(status), ...(scimType === undefined ? {} : { scimType }), detail }
  return withAnswer({ status, headers: { 'content-type': 'application/scim+json' }, body: '' }, body)
}

/** Changes the body of writes before the handler sees them. */
export function rewritingBody(change: (body: JsonObject, request: HandlerRequest) => JsonObject): Wrap {
  return (next) => async (request) => {
    const body = bodyOf(request)
    return next(body ? withBody(request, change(body, request)) : request)
  }
}

/**
 * Changes each operation of a PATCH; undefined leaves the operation out. A PATCH of which nothing is left is answered 204, or as a GET
 * would be when there is nothing to change.
 */
export function rewritingOperations(
  change: (operation: JsonObject, request: HandlerRequest) => JsonObject | undefined,
): Wrap {
  return (next) => async (request) => {
    const body = request.method === 'PATCH' ? bodyOf(request) : undefined
    if (!isJsonArray(body?.Operations)) return next(request)
    const changed = body.Operations.flatMap((one) => (isJsonObject(one) ? (change(one, request) ?? []) : one))
    const isEmptied = changed.length === 0 && body.Operations.length > 0
    if (!isEmptied) return next(withBody(request, { ...body, Operations: changed }))
    const looked = await next({ ...request, method: 'GET', body: new Uint8Array() })
    return looked.status < 400 ? { status: 204, headers: {}, body: '' } : looked
  }
}

/** Changes each resource of an answer, alone or in a list. */
export function rewritingResources(change: (resource: JsonObject) => JsonObject): Wrap {
  return (next) => async (request) => {
    const response = await next(request)
    const body = answerBody(response)
    if (!body || response.status >= 400) return response
    const list = body.Resources
    if (!isJsonArray(list)) return withAnswer(response, change(body))
    const changed = list.map((resource) => (isJsonObject(resource) ? change(resource) : resource))
    return withAnswer(response, { ...body, Resources: changed })
  }
}

/** Keeps only some resources of a list, and counts accordingly. */
export function keepingResources(isKept: (resource: JsonObject, request: HandlerRequest) => boolean): Wrap {
  return (next) => async (request) => {
    const response = await next(request)
    const body = answerBody(response)
    const list = body?.Resources
    if (!isJsonArray(list) || response.status !== 200) return response
    const kept = list.filter((resource) => !isJsonObject(resource) || isKept(resource, request))
    const dropped = list.length - kept.length
    if (dropped === 0) return response
    const counted = { totalResults: less(body?.totalResults, dropped), itemsPerPage: less(body?.itemsPerPage, dropped) }
    return withAnswer(response, { ...body, ...counted, Resources: kept })
  }
}

/** What was counted wrongly before stays wrong by as much. */
function less(count: JsonValue | undefined, by: number): number {
  return Number(count) - by
}

export function without(object: JsonObject, name: string): JsonObject {
  const { [name]: _left, ...rest } = object
  return rest
}

export function opOf(operation: JsonObject): string {
  return typeof operation.op === 'string' ? operation.op.toLowerCase() : ''
}

export function pathOf(operation: JsonObject): string {
  return typeof operation.path === 'string' ? operation.path : ''
}

function objectIn(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
