// Access tokens by client credentials (RFC 6749 §4.4): what is sent to a token endpoint, and what its answer says. When one is fetched is
// the caller's question.
import { type Exchange, jsonBody, type ScimRequest } from '../provisioning/index.ts'

export interface ClientCredentials {
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope?: string
  /** Where id and secret stand in the request (RFC 6749 §2.3.1). */
  readonly credentialsIn: 'header' | 'body'
}

export interface AccessToken {
  readonly token: string
  /** Milliseconds since the epoch; undefined when the server did not say. */
  readonly expiresAt?: number
  /** What the next one is asked for with, where the server gives one (RFC 6749 §1.5). */
  readonly refreshToken?: string
}

/** There is no token; the text names the endpoint, what came, and what to look at. */
export interface NoAccessToken {
  readonly problem: string
}

/** RFC 6749 §4.4.2. Id and secret are form-encoded before they go into the header (§2.3.1). */
export function tokenRequest(credentials: ClientCredentials): ScimRequest {
  const { tokenUrl, clientId, clientSecret, scope, credentialsIn } = credentials
  const asked = { grant_type: 'client_credentials', ...(scope === undefined ? {} : { scope }) }
  return askedBy({ tokenUrl, clientId, clientSecret, credentialsIn }, asked)
}

/** RFC 6749 §6: a further access token for what somebody has agreed to once. */
export function refreshRequest(client: Omit<ClientCredentials, 'scope'>, refreshToken: string): ScimRequest {
  return askedBy(client, { grant_type: 'refresh_token', refresh_token: refreshToken })
}

function askedBy(client: Omit<ClientCredentials, 'scope'>, asked: Readonly<Record<string, string>>): ScimRequest {
  const { tokenUrl, clientId, clientSecret, credentialsIn } = client
  const form = new URLSearchParams(asked)
  if (credentialsIn === 'body') {
    form.set('client_id', clientId)
    form.set('client_secret', clientSecret)
  }
  const basic = Buffer.from(`${formEncoded(clientId)}:${formEncoded(clientSecret)}`).toString('base64')
  return {
    method: 'POST',
    url: tokenUrl,
    headers: [
      ...(credentialsIn === 'header' ? [['Authorization', `Basic ${basic}`] as const] : []),
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Accept', 'application/json'],
    ],
    body: form.toString(),
  }
}

/** A client that shows a signed token in the place of a secret (RFC 7523 §2.2). */
export interface AssertedClient {
  readonly tokenUrl: string
  readonly clientId: string
  readonly assertion: string
  readonly scope?: string
}

/** What says of an assertion that it is a JWT (RFC 7523 §2.2). */
export const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** RFC 7523 §2.2 for the grant of RFC 6749 §4.4, in the order of Microsoft's sample. */
export function assertedTokenRequest({ tokenUrl, clientId, assertion, scope }: AssertedClient): ScimRequest {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_assertion_type: JWT_BEARER,
    client_assertion: assertion,
    ...(scope === undefined ? {} : { scope }),
  })
  return {
    method: 'POST',
    url: tokenUrl,
    headers: [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Accept', 'application/json'],
    ],
    body: form.toString(),
  }
}

function formEncoded(text: string): string {
  return new URLSearchParams({ text }).toString().slice('text='.length)
}

/** RFC 6749 §5.1. @param now milliseconds since the epoch, when the answer came */
export function readToken({ request, response, failure }: Exchange, now: number): AccessToken | NoAccessToken {
  if (!response) return { problem: `POST ${request.url} got no answer (${failure?.kind}: ${failure?.message}).` }
  const body = jsonBody(response)
  const members = body.kind === 'json' && isRecord(body.value) ? body.value : {}
  const { access_token: token, token_type: type, expires_in: seconds, refresh_token: refresh } = members
  if (response.status !== 200 || typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) {
    const reason = reasonIn(members, response.body)
    return { problem: `POST ${request.url} answered ${response.status} without a token${reason}.` }
  }
  if (typeof type === 'string' && type.toLowerCase() !== 'bearer') {
    return { problem: `POST ${request.url} gave a token of type "${type}"; only bearer tokens can be sent.` }
  }
  const lifetimeMs = Number(seconds) * 1_000
  return {
    token,
    ...(Number.isFinite(lifetimeMs) && lifetimeMs > 0 ? { expiresAt: now + lifetimeMs } : {}),
    ...(typeof refresh === 'string' && refresh !== '' ? { refreshToken: refresh } : {}),
  }
}

/** RFC 6749 §5.2, or the beginning of whatever came instead. */
function reasonIn({ error, error_description: detail }: Record<string, unknown>, body: string): string {
  if (typeof error === 'string') return `: ${error}${typeof detail === 'string' ? ` (${detail.slice(0, 200)})` : ''}`
  const text = body.replace(/\s+/g, ' ').trim()
  return text === '' ? '' : `: ${JSON.stringify(text.slice(0, 80))}`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
