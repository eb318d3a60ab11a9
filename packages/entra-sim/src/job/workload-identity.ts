// Workload identity federation (Microsoft: Workload identity federation for SCIM provisioning, 2026): instead of a secret the job shows its
// target an assertion that Entra ID signs, and what is in it is what the administrator copies to the target beforehand.
import { createHash } from 'node:crypto'
import type { EntraSwitches } from '../behaviour.ts'
import type { ServicePrincipal } from '../directory/service-principal.ts'
import type { Tenant } from '../directory/tenant.ts'

/** The values that the page shows for the target's portal (step 1 of the paper). */
export interface FederationValues {
  readonly issuer: string
  readonly subject: string
  readonly audience: string
  /** Below `https://login.microsoftonline.com`, and below the simulator's own address. */
  readonly jwksPath: string
}

/** In the sample of the paper an assertion is good for 65 minutes. */
const LIFETIME_S = 65 * 60

type Names = Pick<Tenant, 'tenantId'>
type Identity = Pick<ServicePrincipal, 'id' | 'appId'>

export function federationValues({ tenantId }: Names, { appId }: Identity, switches: EntraSwitches): FederationValues {
  return {
    issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    subject: provisioningIdentity(tenantId),
    audience: AUDIENCES[switches.wifAudience](appId),
    jwksPath: `/${tenantId}/discovery/v2.0/keys`,
  }
}

/** The paper has two forms of one audience, the page for SuccessFactors a third one. */
const AUDIENCES: Readonly<Record<EntraSwitches['wifAudience'], (appId: string) => string>> = {
  appIdUri: (appId) => `api://${appId}`,
  appIdUriDefault: (appId) => `api://${appId}/.default`,
  clientId: (appId) => appId,
}

/** The application itself is taken for the workload identity. @param now milliseconds since the epoch */
export function assertionClaims(tenant: Names, app: Identity, switches: EntraSwitches, now: number): object {
  const { issuer, subject, audience } = federationValues(tenant, app, switches)
  const seconds = Math.floor(now / 1_000)
  return {
    aud: audience,
    iss: issuer,
    iat: seconds,
    nbf: seconds,
    exp: seconds + LIFETIME_S,
    appid: app.appId,
    appidacr: '2',
    idp: issuer,
    oid: app.id,
    sub: subject,
    tid: tenant.tenantId,
    ver: '2.0',
  }
}

/** Object id of Microsoft's provisioning service in the tenant: one for all of its applications. */
function provisioningIdentity(tenantId: string): string {
  const hex = createHash('sha256').update(`provisioning service of ${tenantId}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
