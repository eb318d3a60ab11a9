// Tokens that an identity provider issues by itself, as Entra ID does where the secret token is empty: a JWT (RFC 7519), checked by the keys
// that the issuer's metadata lead to (OpenID Connect Discovery; Microsoft: Develop a SCIM endpoint).
import { createPublicKey, type JsonWebKey, verify } from 'node:crypto'

export type TrustedIssuer = {
  /** `https://login.microsoftonline.com/<tenant>/.well-known/openid-configuration`, or that of `scimulator entra up`. */
  readonly metadataUrl: string
  /** Default: the audience of custom applications. */
  readonly audience?: string
}

/** Resolves to the parsed body of a GET; rejects when there is none. */
export type FetchJson = (url: string) => Promise<unknown>

/** Id of the template of non-gallery applications, for which Entra ID issues its tokens. */
const CUSTOM_APPS = '8adf8e6e-67b2-4cf2-a259-e3dc5476c621'

/** How far the clocks of both sides may be apart (Microsoft's receiver has five minutes). */
const SKEW_S = 300

type Metadata = { readonly issuer: string; readonly keys: readonly (JsonWebKey & { readonly kid?: string })[] }

/** Why the token is not let in, or undefined when it is. @param now milliseconds since the epoch */
export type CheckToken = (token: string, now: number) => Promise<string | undefined>

/** Keys are fetched when they are first needed, and once more for a token whose key is not among them. */
export function createTokenCheck(
  { metadataUrl, audience = CUSTOM_APPS }: TrustedIssuer,
  fetchJson: FetchJson,
): CheckToken {
  let known: Metadata | undefined
  return async (token, now) => {
    const parts = readToken(token)
    if (parts === undefined) return 'The token is not a JWT.'
    if (known === undefined || !known.keys.some(({ kid }) => kid === parts.head.kid)) {
      known = await fetchMetadata(metadataUrl, fetchJson)
    }
    if (known === undefined) return `The keys of the issuer cannot be had at ${metadataUrl}.`
    return refuseSignature(parts, known) ?? refuseClaims(parts.claims, known.issuer, audience, now / 1_000)
  }
}

type Parts = {
  readonly head: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
  readonly signed: string
  readonly signature: Buffer
}

function readToken(token: string): Parts | undefined {
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
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Only RS256: a token that says `none`, or that a public key would sign as a secret, is none. */
function refuseSignature({ head, signed, signature }: Parts, { keys }: Metadata): string | undefined {
  if (head.alg !== 'RS256') return `The token is signed with ${JSON.stringify(head.alg ?? null)}, not RS256.`
  const key = keys.find(({ kid }) => kid === head.kid)
  if (key === undefined) return 'The token is signed with a key that the issuer does not publish.'
  const isSigned = verify('sha256', Buffer.from(signed), createPublicKey({ key, format: 'jwk' }), signature)
  return isSigned ? undefined : 'The signature of the token does not hold.'
}

function refuseClaims(claims: Parts['claims'], issuer: string, audience: string, now: number): string | undefined {
  if (claims.iss !== issuer) return 'The token is of another issuer.'
  const audiences: readonly unknown[] = Array.isArray(claims.aud) ? claims.aud : [claims.aud]
  if (!audiences.includes(audience)) return 'The token is for another audience.'
  if (typeof claims.exp !== 'number' || claims.exp + SKEW_S <= now) return 'The token has expired.'
  return typeof claims.nbf === 'number' && claims.nbf - SKEW_S > now ? 'The token is not in force yet.' : undefined
}

async function fetchMetadata(url: string, fetchJson: FetchJson): Promise<Metadata | undefined> {
  try {
    const metadata = await fetchJson(url)
    if (!isRecord(metadata) || typeof metadata.issuer !== 'string' || typeof metadata.jwks_uri !== 'string')
      return undefined
    const set = await fetchJson(metadata.jwks_uri)
    if (!isRecord(set) || !Array.isArray(set.keys)) return undefined
    return { issuer: metadata.issuer, keys: set.keys.filter(isUsable) }
  } catch {
    return undefined
  }
}

/** A key that cannot be read is as good as none. */
function isUsable(key: unknown): key is JsonWebKey & { readonly kid?: string } {
  if (!isRecord(key) || key.kty !== 'RSA') return false
  try {
    createPublicKey({ key: key as JsonWebKey, format: 'jwk' })
    return true
  } catch {
    return false
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
