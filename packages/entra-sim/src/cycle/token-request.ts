// Access tokens of a job that signs in with OAuth 2.0 client credentials (RFC 6749 §4.4; Microsoft: requirements for provisioning in the
// app gallery, 2026). Which place the client's id and secret have is a setting of the job, and a switch where it is not set.
import { type Exchange, headerValue, jsonBody, type ScimRequest } from '@scimulator/shared/provisioning'
import type { ObjectError } from '../conversation/outcome.ts'
import type { ClientCredentials } from '../job/settings.ts'

export interface AccessToken {
  readonly token: string
  /** Milliseconds since the epoch; undefined when the server did not say. */
  readonly expiresAt?: number
}

/** @param place where the credentials stand unless the job says it */
export function tokenRequest(credentials: ClientCredentials, place: 'header' | 'body'): ScimRequest {
  const { tokenUrl, clientId, clientSecret, location = place } = credentials
  const form = new URLSearchParams({ grant_type: 'client_credentials' })
  const headers: [string, string][] = [
    ['Accept', 'application/json'],
    ['Content-Type', 'application/x-www-form-urlencoded'],
  ]
  if (location === 'body') {
    form.set('client_id', clientId)
    form.set('client_secret', clientSecret)
  } else headers.unshift(['Authorization', `Basic ${basic(clientId, clientSecret)}`])
  return { method: 'POST', url: tokenUrl, headers, body: form.toString() }
}

/** RFC 6749 §2.3.1: both are form-encoded before they go into the header. */
function basic(clientId: string, clientSecret: string): string {
  return Buffer.from(`${formEncoded(clientId)}:${formEncoded(clientSecret)}`).toString('base64')
}

function formEncoded(text: string): string {
  return new URLSearchParams({ text }).toString().slice('text='.length)
}

/** RFC 6749 §5.1, or why there is no token: nothing of the job can go on without one. */
export function readToken({ request, response, failure, startedAt, durationMs }: Exchange): AccessToken | ObjectError {
  if (!response) return unavailable(`POST ${request.url} got no answer (${failure?.kind}: ${failure?.message}).`)
  const body = jsonBody(response)
  const { access_token: token, token_type: type, expires_in: seconds } = recordIn(body)
  if (response.status !== 200 || typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) {
    const kind = headerValue(response.headers, 'content-type') ?? 'no type'
    return unavailable(
      `POST ${request.url} answered ${response.status} (${kind}) without a token${reasonIn(recordIn(body))}.`,
    )
  }
  if (typeof type === 'string' && type.toLowerCase() !== 'bearer') {
    return unavailable(`POST ${request.url} gave a token of type "${type}"; only bearer tokens can be sent.`)
  }
  const lifetimeMs = Number(seconds) * 1_000
  const isTold = seconds !== undefined && Number.isFinite(lifetimeMs)
  return isTold ? { token, expiresAt: startedAt + durationMs + lifetimeMs } : { token }
}

/** The code of credentials that cannot be used (Microsoft's onboarding script for SCIM apps, 2026). */
function unavailable(reason: string): ObjectError {
  return { code: 'CredentialValidationUnavailable', reason, isJobLevel: true }
}

/** RFC 6749 §5.2. */
function reasonIn({ error, error_description: detail }: Record<string, unknown>): string {
  if (typeof error !== 'string') return ''
  return `: ${error.slice(0, 100)}${typeof detail === 'string' ? ` (${detail.slice(0, 200)})` : ''}`
}

function recordIn(body: ReturnType<typeof jsonBody>): Record<string, unknown> {
  if (body.kind !== 'json' || typeof body.value !== 'object' || body.value === null) return {}
  return { ...body.value }
}
