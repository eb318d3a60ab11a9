import { createHmac } from 'node:crypto'
import { equalInConstantTime } from '@scimulator/shared/http'

export interface TokenClaims {
  readonly aud: string
  readonly iss: string
  /** Tenant id. */
  readonly tid: string
  readonly appid: string
  readonly roles: readonly string[]
  /** Seconds since the epoch, as RFC 7519 counts. */
  readonly iat: number
  readonly nbf: number
  readonly exp: number
}

/** Access tokens are signed with a key that the simulator alone has: clients must not look into them, and only it checks them. */
export function signToken(claims: TokenClaims, key: string): string {
  const head = encode({ typ: 'JWT', alg: 'HS256' })
  const payload = encode(claims)
  return `${head}.${payload}.${signature(`${head}.${payload}`, key)}`
}

/** The claims of a token that is genuine and in force at `now` (milliseconds), else why not. */
export function readToken(token: string, key: string, now: number): TokenClaims | 'malformed' | 'forged' | 'expired' {
  const [head, payload, shown, ...rest] = token.split('.')
  if (!head || !payload || !shown || rest.length > 0) return 'malformed'
  if (!equalInConstantTime(shown, signature(`${head}.${payload}`, key))) return 'forged'
  // Our own signature is on it, so the payload is what signToken encoded.
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as TokenClaims
  return now < claims.exp * 1000 ? claims : 'expired'
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function signature(text: string, key: string): string {
  return createHmac('sha256', key).update(text).digest('base64url')
}
