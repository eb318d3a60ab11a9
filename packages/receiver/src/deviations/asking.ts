// Requests of a deviation's own, in the client's name: a look at what is stored, or a second write.
import { isJsonArray, isJsonObject, type JsonObject, urns } from '@scimulator/shared/scim'
import type { Handler, HandlerRequest, HandlerResponse } from '../scim/handler-port.ts'
import { answerBody, splitTarget } from './rewriting.ts'

/** What belongs to the client's own request and to no other. */
const OWN_HEADERS = new Set(['content-type', 'content-length', 'if-match', 'if-none-match'])

export interface Asked {
  readonly method: string
  /** Path and query. */
  readonly target: string
  readonly body?: JsonObject
}

/** Another request to the handler, with the client's credentials. */
export function ask(next: Handler, request: HandlerRequest, { method, target, body }: Asked): Promise<HandlerResponse> {
  const kept = request.rawHeaders.filter(
    (_text, index, all) => !OWN_HEADERS.has((all[index - (index % 2)] ?? '').toLowerCase()),
  )
  const rawHeaders = body ? [...kept, 'Content-Type', 'application/scim+json'] : kept
  const bytes = body ? new TextEncoder().encode(JSON.stringify(body)) : new Uint8Array()
  return next({ ...request, method, target, rawHeaders, body: bytes })
}

/** The resource that a request is for, as it is stored now; undefined when there is none. */
export async function storedResource(next: Handler, request: HandlerRequest): Promise<JsonObject | undefined> {
  const response = await ask(next, request, { method: 'GET', target: splitTarget(request).path })
  return response.status === 200 ? answerBody(response) : undefined
}

/** The resources of a collection that a filter finds, the first page of them. */
export async function foundResources(
  next: Handler,
  request: HandlerRequest,
  collection: 'Users' | 'Groups',
  filter: string,
): Promise<readonly JsonObject[]> {
  const target = `${collectionTarget(request, collection)}?filter=${encodeURIComponent(filter)}`
  const list = answerBody(await ask(next, request, { method: 'GET', target }))?.Resources
  return isJsonArray(list) ? list.filter((one) => isJsonObject(one)) : []
}

/** The path of a collection beside the one that a request is for. */
export function collectionTarget(request: HandlerRequest, collection: 'Users' | 'Groups'): string {
  return splitTarget(request).path.replace(/\/(Users|Groups)(\/.*)?$/, `/${collection}`)
}

/** The id in the path `/Users/1` or `/Groups/1`; undefined for a collection. */
export function idOf(request: HandlerRequest): string | undefined {
  return /\/(?:Users|Groups)\/([^/]+)\/?$/.exec(splitTarget(request).path)?.[1]
}

export function patchBody(...operations: readonly JsonObject[]): JsonObject {
  return { schemas: [urns.patchOp], Operations: operations }
}
