// Tokens that an identity provider issues by itself, as Entra ID does where the secret token is empty: a JWT (RFC 7519), checked by the keys
// that the issuer's metadata lead to (OpenID Connect Discovery; Microsoft: Develop a SCIM endpoint).
import { createKeyFinder, type FetchJson, keysByMetadata } from './issuer-keys.ts'
import { readSignedToken, refuseClaims, refuseSignature } from './signed-token.ts'

export interface TrustedIssuer {
  /** `https://login.microsoftonline.com/<tenant>/.well-known/openid-configuration`, or that of `scimulator entra up`. */
  readonly metadataUrl: string
  /** Default: the audience of custom applications. */
  readonly audience?: string
}

/** Id of the template of non-gallery applications, for which Entra ID issues its tokens. */
const CUSTOM_APPS = '8adf8e6e-67b2-4cf2-a259-e3dc5476c621'

/** Why the token is not let in, or undefined when it is. @param now milliseconds since the epoch */
export type CheckToken = (token: string, now: number) => Promise<string | undefined>

export function createTokenCheck(
  { metadataUrl, audience = CUSTOM_APPS }: TrustedIssuer,
  fetchJson: FetchJson,
): CheckToken {
  const findKeys = createKeyFinder(() => keysByMetadata(metadataUrl, fetchJson))
  return async (text, now) => {
    const token = readSignedToken(text)
    if (token === undefined) return 'The token is not a JWT.'
    const known = await findKeys(token.head.kid, now)
    if (known === undefined) return `The keys of the issuer cannot be had at ${metadataUrl}.`
    return refuseSignature(token, known) ?? refuseClaims(token.claims, known.issuer, audience, now / 1_000)
  }
}
