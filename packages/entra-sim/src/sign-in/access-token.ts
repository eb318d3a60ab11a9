import type { IssuingKey } from './issuing-key.ts'

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

/** The claims of a token that is genuine and in force at `now` (milliseconds), else why not. */
export function readToken(
  token: string,
  key: Pick<IssuingKey, 'hasSigned'>,
  now: number,
): TokenClaims | 'malformed' | 'forged' | 'expired' {
  const [head, payload, signature, ...rest] = token.split('.')
  if (!head || !payload || !signature || rest.length > 0) return 'malformed'
  if (!key.hasSigned(`${head}.${payload}`, signature)) return 'forged'
  // Our own signature is on it, so the payload is what the token endpoint has signed.
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as TokenClaims
  return now < claims.exp * 1000 ? claims : 'expired'
}
