// The part of Entra's sign-in service that a script needs: a tenant's discovery document and its token endpoint for client
// credentials. Whoever holds a token may use the Graph surface.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Clock, isoTime } from '@scimulator/shared/runtime'
import { readToken, signToken, type TokenClaims } from './access-token.ts'
import { type RegisteredClient, readTokenForm, refuseToken, type TokenRefusal } from './client-credentials.ts'
import { issuerOf, openidConfiguration } from './openid-configuration.ts'

export interface SignInOptions {
  readonly tenantId: () => string
  /** Domains of the tenant; a client may name it by one of them. */
  readonly domains: () => readonly string[]
  readonly clients: readonly RegisteredClient[]
  readonly clock: Clock
  /** Signs access tokens; made at start, never shown. */
  readonly signingKey: string
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
  return {
    async handle(request, response) {
      const [path = ''] = (request.url ?? '/').split('?', 1)
      const match =
        /^\/([^/]+)(\/v2\.0\/\.well-known\/openid-configuration|\/oauth2(?:\/v2\.0)?\/token|\/discovery\/v2\.0\/keys)$/.exec(
          path,
        )
      if (!match?.[1] || !match[2]) return false
      if (!isTenant(match[1], options)) writeJson(response, 400, tenantNotFound(match[1], options))
      else if (match[2].endsWith('/keys')) writeJson(response, 200, { keys: [] })
      else if (match[2].endsWith('/token')) await answerToken(request, response, options)
      else writeJson(response, 200, openidConfiguration(originOf(request), match[1]))
      return true
    },
    authenticate(authorization) {
      if (!authorization) return 'missing'
      const token = /^Bearer (\S+)$/i.exec(authorization)?.[1]
      return token ? readToken(token, options.signingKey, options.clock.now()) : 'malformed'
    },
  }
}

async function answerToken(request: IncomingMessage, response: ServerResponse, options: SignInOptions): Promise<void> {
  if (request.method !== 'POST') return writeJson(response, 405, { error: 'invalid_request' })
  const form = readTokenForm(await readForm(request), request.headers.authorization)
  const refused = refuseToken(form, options.clients)
  if (refused) return writeJson(response, refused.status, refusalBody(refused, options))
  const token = signToken(claimsFor(form.clientId, originOf(request), options), options.signingKey)
  const lifetime = { expires_in: LIFETIME_S, ext_expires_in: LIFETIME_S }
  return writeJson(response, 200, { token_type: 'Bearer', ...lifetime, access_token: token })
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
  const wanted = decodeURIComponent(name).toLowerCase()
  return wanted === options.tenantId() || options.domains().some((domain) => domain.toLowerCase() === wanted)
}

function tenantNotFound(name: string, options: SignInOptions): object {
  const description = `AADSTS90002: Tenant '${name}' not found. This simulator's tenant is ${options.tenantId()}.`
  return refusalBody({ status: 400, error: 'invalid_tenant', code: 90002, description }, options)
}

function refusalBody(refused: TokenRefusal, options: SignInOptions): object {
  return {
    error: refused.error,
    error_description: refused.description,
    error_codes: [refused.code],
    timestamp: isoTime(options.clock.now()),
  }
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
