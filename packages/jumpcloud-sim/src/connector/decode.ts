// JumpCloud decodes answers into typed structures: an attribute of the wrong type is a failure, an integer id above all (JumpCloud:
// Troubleshoot custom SCIM integrations). What the structures do not know is kept as it came.
import { type Exchange, jsonBody, type ScimResponse } from '@scimulator/shared/provisioning'
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
  const decoded = decodeResource(response.value)
  if (!decoded.ok || status === 201) return decoded
  return { ...decoded, warning: `The target answered a create with ${status} instead of 201` }
}

/** The answer to an update. An answer without a body is accepted with a warning, or refused when strict. */
export function decodeUpdated(exchange: Exchange, behaviour: Behaviour): Decoded<TargetResource | undefined> {
  const response = successOf(exchange)
  if (!response.ok) return response
  if (response.value.body.trim() !== '') return decodeResource(response.value)
  if (isStrict(behaviour)) return failed(`an update must answer 200 with the resource, the target sent no body`)
  return { ok: true, value: undefined, warning: 'The target answered an update without a body' }
}

/** The answer to a lookup: 200 with a ListResponse. A 404 is no way to say that nobody was found. */
export function decodeList(exchange: Exchange): Decoded<readonly TargetResource[]> {
  const response = successOf(exchange)
  if (!response.ok) return response
  const list = decodeJson(List, response.value)
  return list.ok ? { ok: true, value: list.value.Resources ?? [] } : list
}

/** Any 2xx. */
export function successOf(exchange: Exchange): Decoded<ScimResponse> {
  const { response, failure } = exchange
  if (!response) return failed(failure ? `${failure.kind}: ${failure.message}` : 'no answer')
  if (response.status >= 200 && response.status < 300) return { ok: true, value: response }
  return failed(`the target answered ${response.status}${response.body === '' ? '' : `: ${response.body}`}`)
}

function decodeResource(response: ScimResponse): Decoded<TargetResource> {
  return decodeJson(Resource, response)
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
