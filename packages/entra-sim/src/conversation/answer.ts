// What an exchange means: a resource, a list, nothing there, or a failure with the code that the provisioning log gives it
// (Microsoft: Analyze the provisioning logs; Application provisioning in quarantine status).

import {
  type Exchange,
  jsonBody,
  retryAfterMs,
  type ScimRequest,
  type ScimResponse,
} from '@scimulator/shared/provisioning'
import { asNumber } from '@scimulator/shared/scim'
import type { EntraSwitches } from '../behaviour.ts'
import type { TargetResource } from '../mapping/index.ts'
import type { ObjectError } from './outcome.ts'
import { whatCannotBeRead } from './what-cannot-be-read.ts'

/** What the request was for; some statuses mean different things. */
export type Purpose = 'probe' | 'match' | 'read' | 'create' | 'update' | 'delete'

export type Answer =
  | { readonly kind: 'resources'; readonly resources: readonly TargetResource[] }
  | { readonly kind: 'resource'; readonly resource: TargetResource & { readonly id: string } }
  | { readonly kind: 'done' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly error: ObjectError }

/** What the log calls a 409 (Microsoft Q&A 5828857, 1185756; a record of 2026-03). */
export const CONFLICT = 'SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering'

const INCOMPATIBLE = 'SystemForCrossDomainIdentityManagementServiceIncompatible'

/** Codes by status, apart from those that depend on the purpose. */
const CODES: Readonly<Record<number, string>> = {
  400: INCOMPATIBLE,
  401: 'Unauthorized',
  403: 'InsufficientRights',
  404: INCOMPATIBLE,
  405: 'MethodNotAllowed',
  409: CONFLICT,
  422: 'UnprocessableEntity',
  429: 'TooManyRequests',
  501: 'NotImplemented',
}

export function readAnswer(exchange: Exchange, purpose: Purpose, switches: Pick<EntraSwitches, 'answerTypes'>): Answer {
  const { response, failure } = exchange
  if (!response) return failed(transportCode(failure?.kind), failure?.message ?? 'No answer', purpose === 'probe')
  if (response.status < 200 || response.status > 299) return refusal(response, purpose, exchange)
  switch (purpose) {
    case 'probe':
    case 'match':
      return readList(exchange.request, response, purpose, switches)
    case 'read':
    case 'create':
      return readResource(exchange.request, response, switches)
    default:
      return { kind: 'done' }
  }
}

function transportCode(kind: string | undefined): string {
  return kind === 'timeout' ? 'Timeout' : 'WebExceptionProtocolError'
}

function refusal(response: ScimResponse, purpose: Purpose, { request, startedAt, durationMs }: Exchange): Answer {
  const { status } = response
  const isQuery = purpose === 'probe' || purpose === 'match'
  if (status === 404 && purpose === 'delete') return { kind: 'gone' }
  if (status === 404 && (purpose === 'read' || purpose === 'update')) return { kind: 'gone' }
  const code = CODES[status] ?? (status >= 500 ? 'InternalServerError' : INCOMPATIBLE)
  // A write may be forbidden for one object alone; a query that is forbidden means that nothing is allowed.
  const isJobLevel = status === 401 || (isQuery && (status === 403 || status === 404))
  const waitMs = retryAfterMs(response, startedAt + durationMs)
  const reason = status === 404 && isQuery ? tenantUrlText(response, request) : webExceptionText(response)
  return { kind: 'failed', error: { code, reason, isJobLevel, ...(waitMs !== undefined && { retryAfterMs: waitMs }) } }
}

function readList(
  request: ScimRequest,
  response: ScimResponse,
  purpose: Purpose,
  switches: Pick<EntraSwitches, 'answerTypes'>,
): Answer {
  const body = jsonBody(response)
  const list = body.kind === 'json' && isRecord(body.value) ? body.value : undefined
  const resources = list?.Resources ?? (list && asNumber(list.totalResults) === 0 ? [] : undefined)
  if (!Array.isArray(resources) || !resources.every(isRecord) || !resources.every((one) => isId(one.id))) {
    return unreadable(response, 'A query must be answered with a ListResponse whose resources have an id.', purpose)
  }
  for (const resource of resources) {
    const why = whatCannotBeRead(resource, typeOf(request), switches)
    if (why !== undefined) return unreadable(response, why, purpose)
  }
  return { kind: 'resources', resources }
}

function readResource(
  request: ScimRequest,
  response: ScimResponse,
  switches: Pick<EntraSwitches, 'answerTypes'>,
): Answer {
  const body = jsonBody(response)
  if (body.kind !== 'json' || !isRecord(body.value)) return unreadable(response, 'The answer is not a JSON object.')
  const { id } = body.value
  if (!isId(id)) return unreadable(response, 'The resource has no id that is a text.')
  const why = whatCannotBeRead(body.value, typeOf(request), switches)
  return why === undefined ? { kind: 'resource', resource: { ...body.value, id } } : unreadable(response, why)
}

function typeOf({ url }: ScimRequest): 'User' | 'Group' {
  return /\/Groups(?=[/?]|$)/.test(url) ? 'Group' : 'User'
}

/** The service says what it received, not what is wrong with it; we add that. */
function unreadable(response: ScimResponse, why: string, purpose?: Purpose): Answer {
  return failed(INCOMPATIBLE, `${UNREADABLE} ${embedded(response)} (${why})`, purpose === 'probe')
}

const UNREADABLE =
  'We are not able to deserialize the resource received from your SCIM endpoint because your SCIM endpoint is not fully compatible with the Azure Active Directory SCIM client. Here is the resource we received from your SCIM endpoint:'

function failed(code: string, reason: string, isJobLevel: boolean): Answer {
  return { kind: 'failed', error: { code, reason, isJobLevel } }
}

/** How many characters of an answer a log entry embeds; a page of HTML for each of many people would fill the memory. */
const EMBEDDED = 4_000

/** The log embeds the answer, as in sentry self-hosted#3573. */
function webExceptionText(response: ScimResponse): string {
  const name = STATUS_NAMES[response.status] ?? String(response.status)
  return `StatusCode: ${name} Message: Processing of the HTTP request resulted in an exception. Please see the HTTP response returned by the 'Response' property of this exception for details. Web Response: ${embedded(response)}`
}

function embedded({ body }: ScimResponse): string {
  if (body.length <= EMBEDDED) return body
  return `${body.slice(0, EMBEDDED)}… (${body.length - EMBEDDED} more characters)`
}

/** As in snipe-it#11913, with the request that was answered so. */
function tenantUrlText(response: ScimResponse, { method, url }: ScimRequest): string {
  const path = /\/(Users|Groups)(?=\?|$)/.exec(url)?.[0] ?? url
  return `${method} ${path} was answered with HTTP/404 Not Found rather than the expected HTTP/200 OK. Ensure that the tenant URL is correct and that the endpoint conforms to RFC 7644 §3.4.2: a query that finds nothing is answered with an empty list. ${webExceptionText(response)}`
}

const STATUS_NAMES: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  409: 'Conflict',
  412: 'PreconditionFailed',
  422: 'UnprocessableEntity',
  429: 'TooManyRequests',
  500: 'InternalServerError',
  501: 'NotImplemented',
  502: 'BadGateway',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
