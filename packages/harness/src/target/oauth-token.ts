// Access tokens by client credentials (RFC 6749 §4.4): fetched when the first request needs one, shared by all that wait, fetched again
// shortly before they expire and once when the target refuses one.
import { type Exchange, jsonBody, type ScimRequest, type Send } from '@scimulator/shared/provisioning'
import type { RealTime } from '@scimulator/shared/runtime'
import { basicCredentials, type SignIn } from './load-secrets.ts'

export type OAuthSignIn = SignIn & { readonly kind: 'oauth' }

export interface AccessToken {
  readonly token: string
  /** On the real clock; undefined when the server did not say. */
  readonly expiresAt?: number
}

/** There is no token; the text names the endpoint, what came, and what to look at. */
export class NoToken extends Error {}

export interface TokenSource {
  /** @throws NoToken */
  current(): Promise<string>
  /** The target refused this one: the next call of `current` fetches another, unless that has happened already. */
  refused(token: string): void
}

/** A token that is about to expire is not used: it may be old when it arrives. */
const MARGIN_MS = 30_000

/** @param tell hears of each token, so that nothing shows it */
export function createTokenSource(
  signIn: OAuthSignIn,
  send: Send,
  time: RealTime,
  tell: (token: string) => void,
): TokenSource {
  let fetched: Promise<AccessToken> | undefined
  let latest: AccessToken | undefined

  async function fetchToken(): Promise<AccessToken> {
    try {
      latest = readToken(await send(tokenRequest(signIn)), time.now())
      tell(latest.token)
      return latest
    } catch (error) {
      fetched = undefined
      throw error
    }
  }

  const isStale = ({ expiresAt }: AccessToken): boolean =>
    expiresAt !== undefined && expiresAt - MARGIN_MS <= time.now()

  return {
    async current() {
      if (latest && isStale(latest)) {
        latest = undefined
        fetched = undefined
      }
      fetched ??= fetchToken()
      return (await fetched).token
    },
    refused(token) {
      if (latest?.token !== token) return
      latest = undefined
      fetched = undefined
    },
  }
}

/** RFC 6749 §4.4.2. Id and secret are form-encoded before they go into the header (§2.3.1). */
export function tokenRequest(signIn: OAuthSignIn): ScimRequest {
  const { tokenUrl, clientId, clientSecret, scope, credentialsIn } = signIn
  const form = new URLSearchParams({ grant_type: 'client_credentials', ...(scope === undefined ? {} : { scope }) })
  if (credentialsIn === 'body') {
    form.set('client_id', clientId)
    form.set('client_secret', clientSecret)
  }
  const credentials = basicCredentials(formEncoded(clientId), formEncoded(clientSecret))
  return {
    method: 'POST',
    url: tokenUrl,
    headers: [
      ...(credentialsIn === 'header' ? [['Authorization', `Basic ${credentials}`] as const] : []),
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Accept', 'application/json'],
    ],
    body: form.toString(),
  }
}

function formEncoded(text: string): string {
  return new URLSearchParams({ text }).toString().slice('text='.length)
}

/** @throws NoToken */
export function readToken(exchange: Exchange, now: number): AccessToken {
  const { request, response, failure } = exchange
  if (!response) throw new NoToken(`POST ${request.url} got no answer (${failure?.kind}: ${failure?.message}).`)
  const body = jsonBody(response)
  const members = body.kind === 'json' && isRecord(body.value) ? body.value : {}
  const { access_token: token, token_type: type, expires_in: seconds } = members
  if (response.status === 200 && typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) {
    if (typeof type === 'string' && type.toLowerCase() !== 'bearer') {
      throw new NoToken(`POST ${request.url} gave a token of type "${type}"; only bearer tokens can be sent.`)
    }
    const lifetimeMs = Number(seconds) * 1_000
    return Number.isFinite(lifetimeMs) && lifetimeMs > 0 ? { token, expiresAt: now + lifetimeMs } : { token }
  }
  throw new NoToken(
    `POST ${request.url} answered ${response.status} without a token${reasonIn(members, response.body)}.`,
  )
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
