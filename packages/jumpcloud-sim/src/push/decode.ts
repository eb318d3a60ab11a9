// JumpCloud decodes answers into typed structures: an attribute of the wrong type is a failure, an integer id above all (JumpCloud:
// Troubleshoot custom SCIM integrations). What the structures do not know is kept as it came.
import { type Exchange, jsonBody, type ScimResponse } from '@scimulator/shared/provisioning'
import {
  findWrongTypes,
  groupResourceType,
  isJsonObject,
  userResourceType,
  type WrongType,
} from '@scimulator/shared/scim'
import { z } from 'zod'
import type { Behaviour } from '../behaviour.ts'

/** An attribute whose type no schema states is expected to be a string; null is what an empty slice looks like. */
const Resource = z.looseObject({
  id: z.string(),
  userName: z.string().nullish(),
  displayName: z.string().nullish(),
  externalId: z.string().nullish(),
  title: z.string().nullish(),
  userType: z.string().nullish(),
  locale: z.string().nullish(),
  preferredLanguage: z.string().nullish(),
  active: z.boolean().nullish(),
  emails: z.array(z.unknown()).nullish(),
  members: z.array(z.unknown()).nullish(),
  phoneNumbers: z.array(z.unknown()).nullish(),
  addresses: z.array(z.unknown()).nullish(),
  schemas: z.array(z.unknown()).nullish(),
})
export type TargetResource = z.infer<typeof Resource>

const List = z.looseObject({
  totalResults: z.number(),
  itemsPerPage: z.number().nullish(),
  startIndex: z.number().nullish(),
  Resources: z.array(Resource).nullish(),
})

export type Decoded<Value> =
  | { readonly ok: true; readonly value: Value; readonly warning?: string }
  | { readonly ok: false; readonly cause: string }

/** The answer to a create: any 2xx with a string id; a status other than 201 is worth a warning, or refused when strict. */
export function decodeCreated(exchange: Exchange, behaviour: Behaviour): Decoded<TargetResource> {
  const response = successOf(exchange)
  if (!response.ok) return response
  const { status } = response.value
  if (status !== 201 && isStrict(behaviour)) return failed(`a create must answer 201, the target answered ${status}`)
  const decoded = decodeResource(response.value, behaviour)
  if (!decoded.ok || status === 201) return decoded
  return { ...decoded, warning: `The target answered a create with ${status} instead of 201` }
}

/** The answer to an update. An answer without a body is accepted with a warning, or refused when strict. */
export function decodeUpdated(exchange: Exchange, behaviour: Behaviour): Decoded<TargetResource | undefined> {
  const response = successOf(exchange)
  if (!response.ok) return response
  if (response.value.body.trim() !== '') return decodeResource(response.value, behaviour)
  if (isStrict(behaviour)) return failed(`an update must answer 200 with the resource, the target sent no body`)
  return { ok: true, value: undefined, warning: 'The target answered an update without a body' }
}

/** The answer to a lookup: 200 with a ListResponse. A 404 is no way to say that nobody was found. */
export function decodeList(exchange: Exchange, behaviour: Behaviour): Decoded<readonly TargetResource[]> {
  const page = decodeImportPage(exchange)
  if (!page.ok) return page
  const clash = page.value.map((resource) => typeClash(resource, behaviour)).find((each) => each !== undefined)
  return clash === undefined ? page : failed(clash)
}

/** A page of an import, which skips values that it cannot hold; only the top level is typed. */
export function decodeImportPage(exchange: Exchange): Decoded<readonly TargetResource[]> {
  const response = successOf(exchange)
  if (!response.ok) return response
  const list = decodeJson(List, response.value)
  return list.ok ? { ok: true, value: list.value.Resources ?? [] } : list
}

/** The answer to a GET of one resource. */
export function decodeRead(exchange: Exchange, behaviour: Behaviour): Decoded<TargetResource> {
  const response = successOf(exchange)
  return response.ok ? decodeResource(response.value, behaviour) : response
}

/** Any 2xx. */
export function successOf(exchange: Exchange): Decoded<ScimResponse> {
  const { response, failure } = exchange
  if (!response) return failed(failure ? `${failure.kind}: ${failure.message}` : 'no answer')
  if (response.status >= 200 && response.status < 300) return { ok: true, value: response }
  return failed(`the target answered ${response.status}${response.body === '' ? '' : `: ${response.body}`}`)
}

function decodeResource(response: ScimResponse, behaviour: Behaviour): Decoded<TargetResource> {
  const decoded = decodeJson(Resource, response)
  const clash = decoded.ok ? typeClash(decoded.value, behaviour) : undefined
  return clash === undefined ? decoded : failed(clash)
}

/** The first value anywhere in a resource that is not of the type that RFC 7643 gives it. */
function typeClash(resource: TargetResource, behaviour: Behaviour): string | undefined {
  if (behaviour.typedAttributes === 'mapped' || !isJsonObject(resource)) return undefined
  const [first] = [userResourceType, groupResourceType].flatMap((type) => findWrongTypes(resource, type))
  return first && clashText(first)
}

function clashText({ path, expected, received }: WrongType): string {
  return `the target's answer cannot be decoded: "${path}": expected ${expected}, received ${received}`
}

function decodeJson<Shape extends z.ZodType>(shape: Shape, response: ScimResponse): Decoded<z.infer<Shape>> {
  const body = jsonBody(response)
  if (body.kind === 'empty') return failed(`the target answered ${response.status} without a body`)
  if (body.kind === 'unreadable') return failed(`the target's answer is not JSON: ${body.reason}`)
  const parsed = shape.safeParse(body.value)
  if (parsed.success) return { ok: true, value: parsed.data }
  const [issue] = parsed.error.issues
  const where = issue?.path.join('.') ?? ''
  return failed(`the target's answer cannot be decoded: ${where === '' ? '' : `"${where}": `}${issue?.message ?? ''}`)
}

function isStrict(behaviour: Behaviour): boolean {
  return behaviour.strictResponses === 'strict'
}

function failed(cause: string): { ok: false; cause: string } {
  return { ok: false, cause }
}
