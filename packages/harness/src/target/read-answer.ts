import { type Exchange, jsonBody, type ScimResponse } from '@scimulator/shared/provisioning'
import {
  asText,
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parseInstant,
} from '@scimulator/shared/scim'
import type { BodyReader } from './body-reader.ts'
import { RESOURCE_KINDS, type ResourceKind } from './resource-kind.ts'

/** The body of an answer with a status below 300, if it is a JSON object. */
export function answeredObject({ response }: Exchange, read: BodyReader = jsonBody): JsonObject | undefined {
  return response && response.status < 300 ? bodyObject(response, read) : undefined
}

export function bodyObject(response: ScimResponse, read: BodyReader = jsonBody): JsonObject | undefined {
  const body = read(response)
  return body.kind === 'json' && isJsonObject(body.value) ? body.value : undefined
}

/** The id as text: some endpoints answer with numbers. */
export function idOf(resource: JsonObject): string | undefined {
  const { id } = resource
  return typeof id === 'string' && id !== '' ? id : typeof id === 'number' ? asText(id) : undefined
}

/** The instant of `meta.created`, in milliseconds since the epoch, if the resource shows one that can be read. */
export function createdAt(resource: JsonObject): number | undefined {
  const { meta } = resource
  const created = isJsonObject(meta) ? meta.created : undefined
  return typeof created === 'string' ? parseInstant(created.trim().replace(' ', 'T')) : undefined
}

export interface SeenResource {
  readonly kind: ResourceKind
  readonly id: string
  readonly resource: JsonObject
}

/** The resources in an answer, single or listed; `asked` is the endpoint of the request, where the resource does not say its own. */
export function resourcesIn(body: JsonValue | undefined, asked: ResourceKind | undefined): SeenResource[] {
  if (!isJsonObject(body)) return []
  const listed = Object.entries(body).find(([name]) => name.toLowerCase() === 'resources')?.[1]
  const list = isJsonArray(listed) ? listed : [body]
  return list.flatMap((one) => {
    const id = isJsonObject(one) ? idOf(one) : undefined
    return isJsonObject(one) && id !== undefined ? [{ kind: asked ?? kindOf(one), id, resource: one }] : []
  })
}

/** By its location, its type or its schemas; a user when nothing says otherwise. */
export function kindOf({ meta, schemas }: JsonObject): ResourceKind {
  const said = JSON.stringify([isJsonObject(meta) ? [meta.location, meta.resourceType] : [], schemas ?? []])
  return RESOURCE_KINDS.find((kind) => said.includes(kind.slice(0, -1))) ?? 'Users'
}
