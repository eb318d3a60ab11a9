import type { EndpointVersion } from './client-credentials.ts'

/** The names that stand for whichever tenant a person is of. */
const ANY_TENANT: ReadonlySet<string> = new Set(['common', 'organizations'])

export function isAnyTenant(name: string): boolean {
  return ANY_TENANT.has(name.toLowerCase())
}

/** A tenant's OpenID Connect discovery document, as far as confidential clients read it. `origin` is where the client reached us. */
export function openidConfiguration(origin: string, tenantId: string, version: EndpointVersion = 'v2.0'): object {
  const tenant = `${origin}/${tenantId}`
  const named = isAnyTenant(tenantId) ? '{tenantid}' : tenantId
  const oauth2 = version === 'v2.0' ? `${tenant}/oauth2/v2.0` : `${tenant}/oauth2`
  return {
    token_endpoint: `${oauth2}/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    jwks_uri: version === 'v2.0' ? `${tenant}/discovery/v2.0/keys` : `${tenant}/discovery/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    // A client that asks for any tenant is told to put the tenant's id into the issuer itself.
    issuer: version === 'v1.0' ? `https://sts.windows.net/${named}/` : issuerOf(origin, named),
    authorization_endpoint: `${oauth2}/authorize`,
    device_authorization_endpoint: `${oauth2}/devicecode`,
    end_session_endpoint: `${oauth2}/logout`,
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'tid', 'ver'],
    tenant_region_scope: null,
    cloud_instance_name: 'localhost',
    cloud_graph_host_name: 'localhost',
    msgraph_host: 'localhost',
  }
}

/** Which names an authority has: this one alone, by the host that the client reached us at. */
export function instanceDiscovery(origin: string, tenantId: string): object {
  const { host } = new URL(origin)
  return {
    tenant_discovery_endpoint: `${origin}/${tenantId}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  }
}

export function issuerOf(origin: string, tenantId: string): string {
  return `${origin}/${tenantId}/v2.0`
}
