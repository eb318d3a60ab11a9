// The part of Entra's sign-in service that a script needs: a tenant's discovery document and its token endpoint for client
// credentials. A client with a token may use the Graph surface.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { addressOf, createSignInAttempts, type SignInAttempts, unescaped } from '@scimulator/shared/http'
import { type Clock, type Ids, isoTime } from '@scimulator/shared/runtime'
import { readToken, type TokenClaims } from './access-token.ts'
import {
  type EndpointVersion,
  type RegisteredClient,
  readTokenForm,
  refuseToken,
  type TokenRefusal,
} from './client-credentials.ts'
import type { IssuingKey } from './issuing-key.ts'
import { instanceDiscovery, isAnyTenant, issuerOf, openidConfiguration } from './openid-configuration.ts'

export interface SignInOptions {
  readonly tenantId: () => string
  /** Domains of the tenant; a client may name it by one of them. */
  readonly domains: () => readonly string[]
  readonly clients: readonly RegisteredClient[]
  readonly clock: Clock
  /** Names each refusal, so that it can be found. */
  readonly ids: Pick<Ids, 'uuid'>
  /** Signs access tokens; its public halves are shown. */
  readonly issuingKey: Pick<IssuingKey, 'sign' | 'hasSigned' | 'publicKeys'>
}

export interface SignIn {
  /** Answers the sign-in paths; resolves to false, having written nothing, for others. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  /** The claims behind an Authorization header, or why there are none. */
  authenticate(authorization: string | undefined): TokenClaims | 'missing' | 'malformed' | 'forged' | 'expired'
}

const LIFETIME_S = 3_599
const MAX_FORM_BYTES = 16 * 1024
const ROLES = [
  'Application.ReadWrite.All',
  'AuditLog.Read.All',
  'Directory.ReadWrite.All',
  'Synchronization.ReadWrite.All',
]

export function createSignIn(options: SignInOptions): SignIn {
  const attempts = createSignInAttempts()
  return {
    async handle(request, response) {
      const [path = ''] = (request.url ?? '/').split('?', 1)
      const [, tenant = '', rest = ''] = /^\/([^/]+)(\/.+)$/.exec(path) ?? []
      const answer = ANSWERS.get(rest)
      if (!answer) return false
      if (isTenant(tenant, options) || (isAnyTenant(tenant) && answer.isForAnyTenant)) {
        await answer.write({ request, response, tenant, options, attempts })
      } else writeJson(response, 400, tenantNotFound(request, tenant, options))
      return true
    },
    authenticate(authorization) {
      if (!authorization) return 'missing'
      const token = /^Bearer (\S+)$/i.exec(authorization)?.[1]
      return token ? readToken(token, options.issuingKey, options.clock.now()) : 'malformed'
    },
  }
}

interface Call {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** As the client names it. */
  readonly tenant: string
  readonly options: SignInOptions
  readonly attempts: SignInAttempts
}

interface Answer {
  /** Whether `common` may stand for the tenant. */
  readonly isForAnyTenant: boolean
  readonly write: (call: Call) => void | Promise<void>
}

/** By what follows the tenant in the path. */
const ANSWERS: ReadonlyMap<string, Answer> = new Map([
  ['/v2.0/.well-known/openid-configuration', discovery('v2.0')],
  ['/.well-known/openid-configuration', discovery('v1.0')],
  ['/oauth2/v2.0/token', token('v2.0')],
  ['/oauth2/token', token('v1.0')],
  ['/discovery/v2.0/keys', keys()],
  ['/discovery/keys', keys()],
  ['/discovery/instance', instance()],
])

function discovery(version: EndpointVersion): Answer {
  return {
    isForAnyTenant: true,
    write: ({ request, response, tenant }) =>
      writeJson(response, 200, openidConfiguration(originOf(request), tenant, version)),
  }
}

function token(version: EndpointVersion): Answer {
  return { isForAnyTenant: false, write: (call) => answerToken(call, version) }
}

function keys(): Answer {
  return {
    isForAnyTenant: true,
    write: ({ response, options }) => writeJson(response, 200, { keys: options.issuingKey.publicKeys() }),
  }
}

function instance(): Answer {
  return {
    isForAnyTenant: true,
    write: ({ request, response, options }) =>
      writeJson(response, 200, instanceDiscovery(originOf(request), options.tenantId())),
  }
}

async function answerToken(call: Call, version: EndpointVersion): Promise<void> {
  const { request, response, options, attempts } = call
  if (request.method !== 'POST') return writeJson(response, 405, { error: 'invalid_request' })
  const form = readTokenForm(await readForm(request), request.headers.authorization, version)
  const attempt = { address: addressOf(request), user: form.clientId }
  const wait = attempts.waitSeconds(attempt, options.clock.now())
  if (wait > 0) return answerWait(response, wait)
  const refused = refuseToken(form, options.clients)
  if (refused && WRONG_CLIENT.includes(refused.code)) attempts.failed(attempt, options.clock.now())
  if (refused) return writeJson(response, refused.status, refusalBody(request, refused, options))
  attempts.succeeded(attempt)
  const claims = claimsFor(form.clientId, originOf(request), options)
  const access_token = options.issuingKey.sign(claims)
  return writeJson(response, 200, { token_type: 'Bearer', ...lifetimeOf(claims, version), access_token })
}

/** No such app, or another secret: guesses, where anything else is a mistake of the client. */
const WRONG_CLIENT: readonly number[] = [700016, 7000215]

/** The simulator's own, to protect it; Entra's answer is not known to us, so that it has no code of theirs. */
function answerWait(response: ServerResponse, seconds: number): void {
  response.setHeader('retry-after', seconds)
  const error_description = `Too many failed attempts to sign in. Try again in ${seconds} s.`
  writeJson(response, 429, { error: 'temporarily_unavailable', error_description })
}

/** The endpoint of v1.0 writes numbers as texts, and says when and for what the token is. */
function lifetimeOf({ nbf, exp, aud }: TokenClaims, version: EndpointVersion): object {
  if (version === 'v2.0') return { expires_in: LIFETIME_S, ext_expires_in: LIFETIME_S }
  const lifetime = { expires_in: String(LIFETIME_S), ext_expires_in: String(LIFETIME_S) }
  return { ...lifetime, expires_on: String(exp), not_before: String(nbf), resource: aud }
}

function claimsFor(clientId: string, origin: string, options: SignInOptions): TokenClaims {
  const iat = Math.floor(options.clock.now() / 1000)
  return {
    aud: 'https://graph.microsoft.com',
    iss: issuerOf(origin, options.tenantId()),
    tid: options.tenantId(),
    appid: clientId,
    roles: ROLES,
    iat,
    nbf: iat,
    exp: iat + LIFETIME_S,
  }
}

function isTenant(name: string, options: SignInOptions): boolean {
  const wanted = unescaped(name).toLowerCase()
  return wanted === options.tenantId() || options.domains().some((domain) => domain.toLowerCase() === wanted)
}

function tenantNotFound(request: IncomingMessage, name: string, options: SignInOptions): object {
  const description = `AADSTS90002: Tenant '${name}' not found. This simulator's tenant is ${options.tenantId()}.`
  return refusalBody(request, { status: 400, error: 'invalid_tenant', code: 90002, description }, options)
}

/** The shape of Microsoft's page on AADSTS error codes, "Handling error codes in your application". */
function refusalBody(
  { headers }: IncomingMessage,
  { error, description, code }: TokenRefusal,
  { clock, ids }: SignInOptions,
): object {
  const timestamp = `${isoTime(clock.now()).slice(0, 19).replace('T', ' ')}Z`
  const trace_id = ids.uuid('trace-id')
  const given = headers['client-request-id']
  const correlation_id = typeof given === 'string' ? given : ids.uuid('correlation-id')
  const lines = [description, `Trace ID: ${trace_id}`, `Correlation ID: ${correlation_id}`, `Timestamp: ${timestamp}`]
  return { error, error_description: lines.join('\r\n'), error_codes: [code], timestamp, trace_id, correlation_id }
}

async function readForm(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size <= MAX_FORM_BYTES) chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Where the client reached us, so that the documents point back there. */
function originOf(request: IncomingMessage): string {
  const scheme = 'encrypted' in request.socket ? 'https' : 'http'
  return `${scheme}://${request.headers.host ?? 'localhost'}`
}

function writeJson(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}
