// The properties that Graph v1.0 declares of directory objects, whether anything is kept of them here or not: a name that stands in none of
// its lists is a slip of the caller's, and Graph refuses it in `$select`. What beta has besides is not listed, so that beta refuses nothing.
import { USER_ATTRIBUTES } from '../../directory/user-attributes.ts'
import { badRequest, GraphError } from '../graph-error.ts'
import { pathsOf } from '../odata/evaluate-filter.ts'
import type { ODataQuery } from '../odata/query.ts'
import { searchedProperties } from '../odata/search.ts'
import type { GraphCall } from '../operation.ts'

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Of every directory object. */
const COMMON = words('id deletedDateTime displayName')

const USER = words(`
  aboutMe accountEnabled ageGroup assignedLicenses assignedPlans authorizationInfo birthday businessPhones city
  cloudRealtimeCommunicationInfo companyName consentProvidedForMinor country createdDateTime creationType
  customSecurityAttributes department deviceEnrollmentLimit employeeHireDate employeeId employeeLeaveDateTime
  employeeOrgData employeeType externalUserState externalUserStateChangeDateTime faxNumber givenName hireDate
  identities identityParentId imAddresses interests isManagementRestricted isResourceAccount jobTitle
  lastPasswordChangeDateTime legalAgeGroupClassification licenseAssignmentStates mail mailboxSettings mailNickname
  mobilePhone mySite officeLocation onPremisesDistinguishedName onPremisesDomainName onPremisesExtensionAttributes
  onPremisesImmutableId onPremisesLastSyncDateTime onPremisesProvisioningErrors onPremisesSamAccountName
  onPremisesSecurityIdentifier onPremisesSyncBehavior onPremisesSyncEnabled onPremisesUserPrincipalName otherMails
  passwordPolicies passwordProfile pastProjects postalCode preferredDataLocation preferredLanguage preferredName
  print provisionedPlans proxyAddresses refreshTokensValidFromDateTime responsibilities schools securityIdentifier
  serviceProvisioningErrors showInAddressList signInActivity signInSessionsValidFromDateTime skills state
  streetAddress surname usageLocation userPrincipalName userType manager directReports memberOf transitiveMemberOf
  ownedObjects ownedDevices registeredDevices createdObjects appRoleAssignments oauth2PermissionGrants
  licenseDetails authentication extensions sponsors scopedRoleMemberOf
`)

const GROUP = words(`
  allowExternalSenders assignedLabels assignedLicenses autoSubscribeNewMembers classification createdDateTime
  description expirationDateTime groupTypes hasMembersWithLicenseErrors hideFromAddressLists
  hideFromOutlookClients infoCatalogs isArchived isAssignableToRole isManagementRestricted isSubscribedByMail
  licenseProcessingState mail mailEnabled mailNickname membershipRule membershipRuleProcessingState
  onPremisesDomainName onPremisesLastSyncDateTime onPremisesNetBiosName onPremisesProvisioningErrors
  onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesSyncBehavior onPremisesSyncEnabled
  preferredDataLocation preferredLanguage proxyAddresses renewedDateTime resourceBehaviorOptions
  resourceProvisioningOptions securityEnabled securityIdentifier serviceProvisioningErrors theme uniqueName
  unseenCount visibility welcomeMessageEnabled members owners memberOf transitiveMembers transitiveMemberOf
  membersWithLicenseErrors acceptedSenders rejectedSenders appRoleAssignments createdOnBehalfOf extensions
  settings permissionGrants groupLifecyclePolicies
`)

const OF_APPLICATIONS = words(`
  addIns appId applicationTemplateId appRoles certification createdDateTime description disabledByMicrosoftStatus
  info isDisabled keyCredentials notes passwordCredentials servicePrincipalLockConfiguration signInAudience tags
  tokenEncryptionKeyId verifiedPublisher owners homeRealmDiscoveryPolicies tokenIssuancePolicies
  tokenLifetimePolicies federatedIdentityCredentials createdOnBehalfOf synchronization extensionProperties
  createdByAppId
`)

const APPLICATION = words(`
  api authenticationBehaviors defaultRedirectUri groupMembershipClaims identifierUris isDeviceOnlyAuthSupported
  isFallbackPublicClient logo nativeAuthenticationApisEnabled oauth2RequirePostResponse optionalClaims
  parentalControlSettings publicClient publisherDomain requestSignatureVerification requiredResourceAccess
  samlMetadataUrl serviceManagementReference spa uniqueName web appManagementPolicies
`)

const SERVICE_PRINCIPAL = words(`
  accountEnabled alternativeNames appDescription appDisplayName appOwnerOrganizationId appRoleAssignmentRequired
  customSecurityAttributes homepage loginUrl logoutUrl notificationEmailAddresses oauth2PermissionScopes
  preferredSingleSignOnMode preferredTokenSigningKeyThumbprint replyUrls resourceSpecificApplicationPermissions
  samlSingleSignOnSettings servicePrincipalNames servicePrincipalType appRoleAssignedTo appRoleAssignments
  claimsMappingPolicies createdObjects delegatedPermissionClassifications endpoints memberOf
  oauth2PermissionGrants ownedObjects remoteDesktopSecurityConfiguration transitiveMemberOf
`)

const OWN_USER = USER_ATTRIBUTES.map(({ graphName }) => graphName.split('.')[0] ?? graphName)
const USERS = [...COMMON, ...USER, ...OWN_USER]
const GROUPS = [...COMMON, ...GROUP]
const APPLICATIONS = [...COMMON, ...OF_APPLICATIONS, ...APPLICATION]
const SERVICE_PRINCIPALS = [...COMMON, ...OF_APPLICATIONS, ...SERVICE_PRINCIPAL]

/** By what an answer's context is called: the type, and its properties in lower case. Where any type may stand, those of all. */
const DECLARED: ReadonlyMap<string, readonly [type: string, names: ReadonlySet<string>]> = new Map([
  declared('users', 'user', USERS),
  declared('groups', 'group', GROUPS),
  declared('applications', 'application', APPLICATIONS),
  declared('servicePrincipals', 'servicePrincipal', SERVICE_PRINCIPALS),
  declared('directoryObjects', 'directoryObject', [...USERS, ...GROUPS, ...APPLICATIONS, ...SERVICE_PRINCIPALS]),
])

function declared(context: string, type: string, names: readonly string[]) {
  return [context, [type, new Set(names.map((name) => name.toLowerCase()))]] as const
}

/**
 * @param context what the answer is about, such as `users`; of others nothing is known
 * @throws GraphError 400 for a name in `$select` that Graph v1.0 does not declare
 */
export function assertDeclared({ version, query }: GraphCall, context: string): void {
  const known = DECLARED.get(context)
  if (version === 'beta' || known === undefined) return
  const [type, names] = known
  const unknown = query.select?.find((name) => !isDeclared(name, names))
  if (unknown === undefined) return
  const message = `Parsing OData Select and Expand failed: Could not find a property named '${unknown}' on type 'microsoft.graph.${type}'.`
  throw new GraphError(400, 'BadRequest', message)
}

/**
 * @param context of the list, such as `users`; of others nothing is known
 * @throws GraphError 400 for a name in `$filter`, `$search` or `$orderby` that Graph v1.0 does not declare
 */
export function assertAsked(version: GraphCall['version'], context: string, query: ODataQuery): void {
  const [, known] = DECLARED.get(context) ?? []
  if (version === 'beta' || known === undefined) return
  const { filter, search, orderby = [] } = query
  const searched = search ? searchedProperties(search) : []
  const paths = [...(filter ? pathsOf(filter) : []), ...searched, ...orderby.map(({ path }) => path)]
  const unknown = paths.find((path) => !isDeclared(path, known))
  if (unknown !== undefined) throw badRequest(`Could not find a property named '${unknown.split('/')[0]}'.`)
}

/** Directory extensions and schema extensions are named after an application (`extension_…`, `ext…_name`). */
function isDeclared(name: string, names: ReadonlySet<string>): boolean {
  const [first = ''] = name.split('/')
  return first === '*' || first.includes('_') || names.has(first.toLowerCase())
}
