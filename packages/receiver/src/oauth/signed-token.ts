// A JWT (RFC 7519) that an issuer has signed: its parts, its signature, and the claims that every such token must have.
import { createPublicKey, verify } from 'node:crypto'
import type { IssuerKeys } from './issuer-keys.ts'

export interface SignedToken {
  readonly head: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
  readonly signed: string
  readonly signature: Buffer
}

/** How far the clocks of both sides may be apart (Microsoft's receiver has five minutes). */
const SKEW_S = 300

export function readSignedToken(token: string): SignedToken | undefined {
  const [head = '', claims = '', signature = '', ...rest] = token.split('.')
  const [readHead, readClaims] = [objectIn(head), objectIn(claims)]
  if (readHead === undefined || readClaims === undefined || rest.length > 0) return undefined
  return {
    head: readHead,
    claims: readClaims,
    signed: `${head}.${claims}`,
    signature: Buffer.from(signature, 'base64url'),
  }
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}

/** Only RS256: a token that says `none`, or that a public key would sign as a secret, is none. */
export function refuseSignature({ head, signed, signature }: SignedToken, { keys }: IssuerKeys): string | undefined {
  if (head.alg !== 'RS256') return `The token is signed with ${JSON.stringify(head.alg ?? null)}, not RS256.`
  const key = keys.find(({ kid }) => kid === head.kid)
  if (key === undefined) return 'The token is signed with a key that the issuer does not publish.'
  const isSigned = verify('sha256', Buffer.from(signed), createPublicKey({ key, format: 'jwk' }), signature)
  return isSigned ? undefined : 'The signature of the token does not hold.'
}

/** Issuer, audience and time. @param now seconds since the epoch, as RFC 7519 counts */
export function refuseClaims(
  claims: SignedToken['claims'],
  issuer: string,
  audience: string,
  now: number,
): string | undefined {
  if (claims.iss !== issuer) return 'The token is of another issuer.'
  const audiences: readonly unknown[] = Array.isArray(claims.aud) ? claims.aud : [claims.aud]
  if (!audiences.includes(audience)) return 'The token is for another audience.'
  if (typeof claims.exp !== 'number' || claims.exp + SKEW_S <= now) return 'The token has expired.'
  return typeof claims.nbf === 'number' && claims.nbf - SKEW_S > now ? 'The token is not in force yet.' : undefined
}
