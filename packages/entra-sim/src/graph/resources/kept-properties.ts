// Properties that Graph has and provisioning never reads: taken, kept and shown again, so that their writer finds no difference.
import type { Properties } from '../../directory/service-principal.ts'
import { badRequest } from '../graph-error.ts'

/** Of both resources. */
const OF_BOTH = [
  'description',
  'notes',
  'tags',
  'info',
  'keyCredentials',
  'passwordCredentials',
  'addIns',
  'tokenEncryptionKeyId',
]

/** Graph application, without what is read-only and what is handled apart. */
export const APPLICATION_PROPERTIES: ReadonlySet<string> = new Set([
  ...OF_BOTH,
  ...[
    'signInAudience',
    'identifierUris',
    'web',
    'spa',
    'publicClient',
    'api',
    'optionalClaims',
    'groupMembershipClaims',
  ],
  ...['requiredResourceAccess', 'isFallbackPublicClient', 'isDeviceOnlyAuthSupported', 'oauth2RequirePostResponse'],
  ...['parentalControlSettings', 'samlMetadataUrl', 'serviceManagementReference', 'defaultRedirectUri', 'uniqueName'],
  ...['requestSignatureVerification', 'servicePrincipalLockConfiguration', 'nativeAuthenticationApisEnabled'],
])

/** Graph servicePrincipal, without what is read-only and what is handled apart. */
export const SERVICE_PRINCIPAL_PROPERTIES: ReadonlySet<string> = new Set([
  ...OF_BOTH,
  ...['accountEnabled', 'alternativeNames', 'appRoleAssignmentRequired', 'homepage', 'loginUrl', 'logoutUrl'],
  ...['notificationEmailAddresses', 'preferredSingleSignOnMode', 'preferredTokenSigningKeyThumbprint', 'replyUrls'],
  ...['samlSingleSignOnSettings', 'servicePrincipalNames', 'servicePrincipalType', 'customSecurityAttributes'],
])

/** The properties of a body that are kept. @throws GraphError 400 for one that the resource does not have */
export function readKept(body: Properties, known: ReadonlySet<string>): Properties {
  const unknown = Object.keys(body).find((name) => !known.has(name) && !name.startsWith('@odata.'))
  if (unknown !== undefined) throw badRequest(`Property '${unknown}' does not exist as a declared property.`)
  return Object.fromEntries(Object.entries(body).filter(([name]) => known.has(name)))
}
