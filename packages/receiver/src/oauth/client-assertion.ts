// Clients that show a token of an issuer instead of a secret (RFC 7523 §2.2): Entra ID's workload identity federation. Issuer, key set, subject
// and audience are what the administrator copies from the identity provider (Microsoft: Workload identity federation for SCIM provisioning).
import { createKeyFinder, type FetchJson, keysAt } from './issuer-keys.ts'
import { readSignedToken, refuseClaims, refuseSignature } from './signed-token.ts'

/** What a token request has shown. `id` is undefined where it names no client. */
export interface ClientAssertion {
  readonly id: string | undefined
  readonly assertion: string
}

export interface FederatedClient {
  /** The id that the client gets here; RFC 7523 §3 wants it as the subject, Entra ID sends a subject of its own. */
  readonly id: string
  readonly issuer: string
  /** URL of the issuer's key set (RFC 7517 §5). */
  readonly jwksUrl: string
  readonly subject: string
  readonly audience: string
}

/** Why the client is not let in, or undefined when it is. @param now milliseconds since the epoch */
export type CheckAssertion = (shown: ClientAssertion, now: number) => Promise<string | undefined>

export function createAssertionCheck(client: FederatedClient, fetchJson: FetchJson): CheckAssertion {
  const findKeys = createKeyFinder(() => keysAt(client.jwksUrl, client.issuer, fetchJson))
  return async ({ id, assertion }, now) => {
    if (id !== undefined && id !== client.id) return 'There is no client of this id that shows assertions.'
    const token = readSignedToken(assertion)
    if (token === undefined) return 'The assertion is not a JWT.'
    const known = await findKeys(token.head.kid, now)
    if (known === undefined) return `The keys of the issuer cannot be had at ${client.jwksUrl}.`
    return (
      refuseSignature(token, known) ??
      refuseClaims(token.claims, client.issuer, client.audience, now / 1_000) ??
      (token.claims.sub === client.subject ? undefined : 'The token is for another subject.')
    )
  }
}
