import type { Exchange, ScimRequest } from '@scimulator/shared/provisioning'
import { asText, isJsonArray, isJsonObject, type JsonObject, type JsonValue, parsedJson } from '@scimulator/shared/scim'
import { readAddress } from './read-address.ts'
import { bodyObject, idOf } from './read-answer.ts'
import type { ResourceKind } from './resource-kind.ts'

/** A resource that a request is about to make. */
export interface Announced {
  readonly kind: ResourceKind
  /** userName or displayName as sent; another matching value where there is none. */
  readonly name: string
  readonly sent: JsonValue | undefined
  readonly bulkId?: string
}

/** What a POST, or the POSTs of a bulk request, will make. */
export function announcedIn(request: ScimRequest, base: string): Announced[] {
  if (request.method !== 'POST') return []
  const address = readAddress(request.url, base)
  const body = parsedJson(request.body)
  if (address.kind === 'collection') return [{ kind: address.endpoint, name: nameIn(body), sent: body }]
  if (address.kind !== 'bulk' || !isJsonObject(body) || !isJsonArray(body.Operations)) return []
  return body.Operations.flatMap((operation) => announcedBy(operation))
}

function announcedBy(operation: JsonValue): Announced[] {
  if (!isJsonObject(operation) || operation.method !== 'POST' || typeof operation.path !== 'string') return []
  const address = readAddress(`bulk:${operation.path}`, 'bulk:')
  if (address.kind !== 'collection') return []
  const { data, bulkId } = operation
  const announced = { kind: address.endpoint, name: nameIn(data), sent: data }
  return [typeof bulkId === 'string' ? { ...announced, bulkId } : announced]
}

/** What came of each: the resource with its id, `refused` when there is none, `unclear` when it may be there. */
export type PostOutcome =
  | {
      readonly id: string
      readonly resource: JsonObject
      /** Of the operation within a bulk request, whose own answer is 200 whatever became of it. */
      readonly status?: number
    }
  | 'refused'
  | 'unclear'

export function answersOf(announced: readonly Announced[], exchange: Exchange): PostOutcome[] {
  const { response, failure } = exchange
  if (failure?.kind === 'blocked') return announced.map(() => 'refused')
  if (!response || response.status >= 500) return announced.map(() => 'unclear')
  if (response.status >= 300) return announced.map(() => 'refused')
  const body = bodyObject(response)
  const operations = body?.Operations
  if (isJsonArray(operations)) return announced.map((one) => bulkAnswer(one, operations))
  const id = body && idOf(body)
  return announced.map(() => (body && id !== undefined ? { id, resource: body } : 'unclear'))
}

/** RFC 7644 §3.7: the answer has the location of each resource; the resource itself is often left out. */
function bulkAnswer({ bulkId }: Announced, operations: readonly JsonValue[]): PostOutcome {
  const answer = operations.find((one) => isJsonObject(one) && one.method === 'POST' && one.bulkId === bulkId)
  if (!isJsonObject(answer)) return 'unclear'
  const status = Number(isJsonObject(answer.status) ? answer.status.code : answer.status)
  if (status >= 300 && status < 500) return 'refused'
  const resource = isJsonObject(answer.response) ? answer.response : {}
  const location = typeof answer.location === 'string' ? /\/([^/?#]+)$/.exec(answer.location)?.[1] : undefined
  const id = idOf(resource) ?? location
  return id === undefined ? 'unclear' : { id, resource, status }
}

function nameIn(value: JsonValue | undefined): string {
  if (!isJsonObject(value)) return ''
  const name = Object.entries(value).find(
    ([key]) => /^(username|displayname)$/i.test(key) && key.toLowerCase() === 'username',
  )
  const display = Object.entries(value).find(([key]) => key.toLowerCase() === 'displayname')
  const external = Object.entries(value).find(([key]) => key.toLowerCase() === 'externalid')
  return asText(name?.[1] ?? display?.[1] ?? external?.[1] ?? '')
}
