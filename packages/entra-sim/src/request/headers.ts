import type { HeaderList, ScimMethod } from '@scimulator/shared/provisioning'
import { isoTime } from '@scimulator/shared/runtime'
import type { EntraSwitches } from '../behaviour.ts'

export interface HeaderInput {
  /** The token field as typed; empty means a token issued by Entra itself. */
  readonly secretToken: string
  readonly tenantId: string
  readonly activityId: string
  readonly now: number
  /** Signs with the key that the tenant publishes. */
  readonly sign?: (claims: object) => string
}

/** The headers of one request, in the order in which they are written. There is no User-Agent (kortix-ai/suna#7297). */
export function requestHeaders(method: ScimMethod, input: HeaderInput, switches: EntraSwitches): HeaderList {
  const token = input.secretToken === '' ? issuedToken(input, switches) : input.secretToken
  const list: [string, string][] = [
    ['Authorization', `Bearer ${token}`],
    ['Accept', 'application/scim+json'],
    ['ADSCIMVersion', switches.adscimVersionValue === '5.0' ? '5.0' : activityText(input)],
  ]
  if (switches.userAgent === 'custom') list.push(['User-Agent', 'AzureActiveDirectoryProvisioning/1.0'])
  if (method === 'POST' || method === 'PATCH') list.push(['Content-Type', 'application/scim+json; charset=utf-8'])
  return list
}

function activityText({ now, activityId }: HeaderInput): string {
  return `Date:${isoTime(now)}, ActivityId:${activityId}`
}

/** Audience of the tokens that Entra issues for custom apps (Microsoft: Develop a SCIM endpoint). */
const CUSTOM_APP_AUDIENCE = '8adf8e6e-67b2-4cf2-a259-e3dc5476c621'

/** The service that provisions, as it signs in (Microsoft: first-party applications, Microsoft.Azure.SyncFabric). */
const PROVISIONING_SERVICE = '00000014-0000-0000-c000-000000000000'

/** With an empty token field the service brings a JWT of its own, which a target checks by the tenant's keys. */
function issuedToken({ tenantId, now, sign }: HeaderInput, { emptyTokenJwt }: EntraSwitches): string {
  const seconds = Math.floor(now / 1000)
  const issuer = `https://sts.windows.net/${tenantId}/`
  const claims = { aud: CUSTOM_APP_AUDIENCE, iss: issuer, iat: seconds, nbf: seconds, exp: seconds + 3600 }
  const caller = { appid: PROVISIONING_SERVICE, oid: tenantId, sub: tenantId, tid: tenantId, ver: '1.0' }
  if (emptyTokenJwt === 'signed' && sign) return sign({ ...claims, ...caller })
  return `${base64url({ alg: 'none', typ: 'JWT' })}.${base64url(claims)}.`
}

function base64url(value: object): string {
  return btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
