// The handler with a token endpoint before it: what it gives out is let in by the profile as the source that its client belongs to.

import { createSignInAttempts, type SignInAttempts } from '@scimulator/shared/http'
import { ScimError } from '@scimulator/shared/scim'
import type { DecisionContext } from '../directory/effects.ts'
import type { Ledger } from '../ledger.ts'
import type { Credentials, Profile } from '../profile/profile.ts'
import type { Handler, HandlerRequest, HandlerResponse } from '../scim/handler-port.ts'
import type { AccessTokens } from './access-tokens.ts'
import type { AuthenticationMethod } from './authentication.ts'
import type { ClientAssertion } from './client-assertion.ts'
import { type ClientSecret, type RegisteredClient, tokenHashOf } from './clients.ts'
import type { Federated, Federation } from './federation.ts'
import type { CheckToken } from './issued-token.ts'
import { serverMetadata } from './metadata.ts'
import { readBasic, readTokenForm, type TokenRefusal, unknownClient } from './token-form.ts'

export interface SigningInOptions {
  readonly methods: readonly AuthenticationMethod[]
  readonly clients: readonly RegisteredClient[]
  readonly tokens: AccessTokens
  readonly hash: (text: string) => string
  /** Tokens of an identity provider, and the source that they stand for. */
  readonly issued?: { readonly check: CheckToken; readonly tokenHash: string }
  /** The client that may show assertions at the token endpoint. */
  readonly federation: Pick<Federation, 'current'>
}

/** The profile that lets access tokens in, and the tokens of sources only where that is a way to sign in. */
export function admittingAccessTokens(profile: Profile, { methods, tokens }: SigningInOptions): Profile {
  const authenticate = (credentials: Credentials, context: DecisionContext) => {
    const grant = tokens.find(credentials.tokenHash, context.now)
    if (grant === 'expired') return refused('The access token has expired; fetch another one.')
    if (grant !== undefined) return profile.authenticate({ ...credentials, tokenHash: grant.tokenHash }, context)
    if (!methods.includes('bearer')) return refused('The token is not one of the token endpoint, /oauth/token.')
    return profile.authenticate(credentials, context)
  }
  return { ...profile, authenticate }
}

function refused(detail: string) {
  return { outcome: 'refused', error: new ScimError('unauthorized', detail), changes: [] } as const
}

const TOKEN_PATH = /^(?:\/organisations\/[^/]+)?(?:\/scim\/v2)?\/oauth2?\/token$/
const METADATA_PATH = /^\/\.well-known\/oauth-authorization-server$/

/** The handler with what signing in needs. `profile` is the one without access tokens. */
export function signingIn(handler: Handler, profile: Profile, ledger: Ledger, options: SigningInOptions): Handler {
  const { methods, federation } = options
  const takesNow = () => ({ secrets: methods.includes('oauth2'), assertions: federation.current !== undefined })
  const clientHash = (client: ClientSecret) =>
    tokenHashOf(client, options.clients, profile, ledger.context(), options.hash)
  const issue = (tokenHash: string) => options.tokens.issue(tokenHash, ledger.schedule.now(), ledger.ids, options.hash)
  const admit = async (client: ClientSecret | ClientAssertion): Promise<string | TokenRefusal> =>
    'assertion' in client
      ? admitAssertion(client, federation.current, ledger.schedule.now())
      : ((methods.includes('oauth2') ? clientHash(client) : undefined) ?? unknownClient(NO_CLIENT))
  const attempts = createSignInAttempts()
  const door = { admit, issue, attempts, now: () => ledger.schedule.now(), lifetimeMs: options.tokens.lifetimeMs }
  return async (request) => {
    const [path = ''] = request.target.split('?')
    const takes = takesNow()
    const hasTokens = takes.secrets || takes.assertions
    if (hasTokens && TOKEN_PATH.test(path)) return tokenAnswer(request, door)
    if (hasTokens && METADATA_PATH.test(path)) return json(200, serverMetadata(request.baseUrl, takes))
    if (options.issued !== undefined && ISSUED.test(header(request, 'authorization') ?? '')) {
      return handler(await withIssued(request, options.issued, ledger.schedule.now(), issue))
    }
    const basic = methods.includes('basic') ? readBasic(header(request, 'authorization')) : undefined
    const tokenHash = basic && clientHash(basic)
    return handler(tokenHash === undefined ? request : asBearer(request, issue(tokenHash)))
  }
}

const NO_CLIENT = 'There is no such client, or its secret is another one.'

async function admitAssertion(
  client: ClientAssertion,
  federated: Federated | undefined,
  now: number,
): Promise<string | TokenRefusal> {
  if (federated === undefined) return unknownClient('No issuer is trusted to sign assertions of clients.')
  const problem = await federated.check(client, now)
  return problem === undefined ? federated.tokenHash : unknownClient(problem)
}

/** A JWT; tokens of sources and access tokens have no dots. */
const ISSUED = /^Bearer +[\w-]+\.[\w-]+\.[\w-]* *$/i

/** The request as the source that the token stands for; a token that does not hold stays, and no source has it. */
async function withIssued(
  request: HandlerRequest,
  { check, tokenHash }: NonNullable<SigningInOptions['issued']>,
  now: number,
  issue: (tokenHash: string) => string,
): Promise<HandlerRequest> {
  const token = (header(request, 'authorization') ?? '').replace(/^Bearer +/i, '').trim()
  return (await check(token, now)) === undefined ? asBearer(request, issue(tokenHash)) : request
}

interface TokenDoor {
  readonly admit: (client: ClientSecret | ClientAssertion) => Promise<string | TokenRefusal>
  readonly issue: (tokenHash: string) => string
  readonly attempts: SignInAttempts
  readonly now: () => number
  readonly lifetimeMs: number
}

async function tokenAnswer(request: HandlerRequest, door: TokenDoor): Promise<HandlerResponse> {
  if (request.method !== 'POST') return { status: 405, headers: { allow: 'POST', 'content-length': '0' }, body: '' }
  const text = Buffer.from(request.body).toString('utf8')
  const read = readTokenForm(text, header(request, 'content-type'), header(request, 'authorization'))
  if ('error' in read) return refusal(read)
  const attempt = { address: request.remote, user: read.id ?? '' }
  const wait = door.attempts.waitSeconds(attempt, door.now())
  if (wait > 0) return waitFor(wait)
  const tokenHash = await door.admit(read)
  if (typeof tokenHash !== 'string') {
    door.attempts.failed(attempt, door.now())
    return refusal(tokenHash)
  }
  door.attempts.succeeded(attempt)
  const expires_in = Math.floor(door.lifetimeMs / 1_000)
  return json(200, { access_token: door.issue(tokenHash), token_type: 'Bearer', expires_in })
}

function waitFor(seconds: number): HandlerResponse {
  const error_description = `Too many failed attempts to sign in. Try again in ${seconds} s.`
  const answer = json(429, { error: 'temporarily_unavailable', error_description })
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(seconds) } }
}

function refusal({ status, error, description }: TokenRefusal): HandlerResponse {
  const answer = json(status, { error, error_description: description })
  if (status !== 401) return answer
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': 'Basic realm="SCIM"' } }
}

/** Tokens must not be kept by whatever lies between (RFC 6749 §5.1). */
function json(status: number, value: object): HandlerResponse {
  const body = JSON.stringify(value)
  const length = String(Buffer.byteLength(body))
  const headers = { 'content-type': 'application/json', 'content-length': length, 'cache-control': 'no-store' }
  return { status, headers, body }
}

function header({ rawHeaders }: HandlerRequest, name: string): string | undefined {
  const at = rawHeaders.findIndex((text, index) => index % 2 === 0 && text.toLowerCase() === name)
  return at === -1 ? undefined : rawHeaders[at + 1]
}

function asBearer(request: HandlerRequest, token: string): HandlerRequest {
  const isValue = (index: number) => index % 2 === 1 && request.rawHeaders[index - 1]?.toLowerCase() === 'authorization'
  return {
    ...request,
    rawHeaders: request.rawHeaders.map((text, index) => (isValue(index) ? `Bearer ${token}` : text)),
  }
}
