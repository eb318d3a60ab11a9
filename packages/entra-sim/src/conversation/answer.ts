// What an exchange means: a resource, a list, nothing there, or a failure with the code that the provisioning log gives it
// (Microsoft: Analyze the provisioning logs; Application provisioning in quarantine status).
import { type Exchange, headerValue, jsonBody, type ScimResponse } from '@scimulator/shared/provisioning'
import type { TargetResource } from '../mapping/index.ts'
import type { ObjectError } from './outcome.ts'

/** What the request was for; some statuses mean different things. */
export type Purpose = 'probe' | 'match' | 'read' | 'create' | 'update' | 'delete'

export type Answer =
  | { readonly kind: 'resources'; readonly resources: readonly TargetResource[] }
  | { readonly kind: 'resource'; readonly resource: TargetResource & { readonly id: string } }
  | { readonly kind: 'done' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly error: ObjectError }

const INCOMPATIBLE = 'SystemForCrossDomainIdentityManagementServiceIncompatible'

/** Codes by status, apart from those that depend on the purpose. */
const CODES: Readonly<Record<number, string>> = {
  400: INCOMPATIBLE,
  401: 'Unauthorized',
  403: 'InsufficientRights',
  404: INCOMPATIBLE,
  405: 'MethodNotAllowed',
  409: 'Conflict',
  422: 'UnprocessableEntity',
  429: 'TooManyRequests',
  501: 'NotImplemented',
}

export function readAnswer(exchange: Exchange, purpose: Purpose): Answer {
  const { response, failure } = exchange
  if (!response) return failed(transportCode(failure?.kind), failure?.message ?? 'No answer', purpose === 'probe')
  if (response.status < 200 || response.status > 299) return refusal(response, purpose, exchange)
  switch (purpose) {
    case 'probe':
    case 'match':
      return readList(response, purpose)
    case 'read':
    case 'create':
      return readResource(response)
    default:
      return { kind: 'done' }
  }
}

function transportCode(kind: string | undefined): string {
  return kind === 'timeout' ? 'Timeout' : 'WebExceptionProtocolError'
}

function refusal(response: ScimResponse, purpose: Purpose, { startedAt, durationMs }: Exchange): Answer {
  const { status } = response
  const isQuery = purpose === 'probe' || purpose === 'match'
  if (status === 404 && purpose === 'delete') return { kind: 'gone' }
  if (status === 404 && (purpose === 'read' || purpose === 'update')) return { kind: 'gone' }
  const code = CODES[status] ?? (status >= 500 ? 'InternalServerError' : INCOMPATIBLE)
  // A write may be forbidden for one object alone; a query that is forbidden means that nothing is allowed.
  const isJobLevel = status === 401 || (isQuery && (status === 403 || status === 404))
  const retryAfterMs = readRetryAfter(response, startedAt + durationMs)
  const reason = status === 404 && isQuery ? tenantUrlText(response) : webExceptionText(response)
  return { kind: 'failed', error: { code, reason, isJobLevel, ...(retryAfterMs !== undefined && { retryAfterMs }) } }
}

function readList(response: ScimResponse, purpose: Purpose): Answer {
  const body = jsonBody(response)
  const list = body.kind === 'json' && isRecord(body.value) ? body.value : undefined
  const resources = list?.Resources ?? (list && Number(list.totalResults) === 0 ? [] : undefined)
  if (!Array.isArray(resources) || !resources.every(isRecord) || !resources.every((one) => isId(one.id))) {
    const reason = `The answer to a query must be a ListResponse whose resources have an id. ${webExceptionText(response)}`
    return failed(INCOMPATIBLE, reason, purpose === 'probe')
  }
  return { kind: 'resources', resources }
}

function readResource(response: ScimResponse): Answer {
  const body = jsonBody(response)
  if (body.kind !== 'json' || !isRecord(body.value)) {
    return failed(INCOMPATIBLE, `The answer is no JSON object. ${webExceptionText(response)}`, false)
  }
  const { id } = body.value
  if (!isId(id)) return failed(INCOMPATIBLE, `The resource has no id. ${webExceptionText(response)}`, false)
  return { kind: 'resource', resource: { ...body.value, id } }
}

function failed(code: string, reason: string, isJobLevel: boolean): Answer {
  return { kind: 'failed', error: { code, reason, isJobLevel } }
}

/** How many characters of an answer a log entry embeds; a page of HTML for each of many people would fill the memory. */
const EMBEDDED = 4_000

/** The log embeds the answer, as in sentry self-hosted#3573. */
function webExceptionText({ status, body: whole }: ScimResponse): string {
  const name = STATUS_NAMES[status] ?? String(status)
  const body =
    whole.length <= EMBEDDED ? whole : `${whole.slice(0, EMBEDDED)}… (${whole.length - EMBEDDED} more characters)`
  return `StatusCode: ${name} Message: Processing of the HTTP request resulted in an exception. Please see the HTTP response returned by the 'Response' property of this exception for details. Web Response: ${body}`
}

function tenantUrlText(response: ScimResponse): string {
  return `The endpoint did not answer as a SCIM service provider does. Is the tenant URL correct? ${webExceptionText(response)}`
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

/** Seconds or a date (RFC 9110 §10.2.3). A date counts from the answer's own, so that it does not matter whose clock is right. */
function readRetryAfter({ headers }: ScimResponse, answeredAt: number): number | undefined {
  const text = headerValue(headers, 'retry-after')
  if (text === undefined) return undefined
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  const at = readHttpDate(text)
  const from = readHttpDate(headerValue(headers, 'date')) ?? answeredAt
  return at === undefined ? undefined : Math.max(0, at - from)
}

/** An IMF-fixdate, such as `Mon, 05 Jan 2026 08:00:00 GMT` (RFC 9110 §5.6.7). */
function readHttpDate(text: string | undefined): number | undefined {
  if (text === undefined || !/^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)) return undefined
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : at
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
