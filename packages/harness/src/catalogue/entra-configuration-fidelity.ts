import type { FidelityRow } from './fidelity-row.ts'

const QUARANTINE = 'Microsoft: Quarantine status'
const CUSTOMIZE = 'Microsoft: Customize attribute mappings'
const FUNCTIONS = 'Microsoft: Reference for writing expressions'
const GRAPH = 'Microsoft Graph: synchronization API'
const DEMAND = 'Microsoft: Provision on demand'

/** How provisioning is configured, and what Microsoft Graph answers. */
export const ENTRA_CONFIGURATION_FIDELITY: readonly FidelityRow[] = [
  {
    behaviour: 'The default mapping, 22 rows for users',
    status: 'reproduced',
    grade: 'observed',
    source: "vendors' set-up guides; Microsoft shows a part",
  },
  {
    behaviour: 'Attribute list: custom attributes, refused when they are mapped without being listed',
    status: 'reproduced',
    grade: 'documented',
    source: CUSTOMIZE,
    note: 'The verb set-mapping adds an unlisted target as text; save-attributes keeps primary keys, which cannot be edited in the portal, and what is mapped. Names outside the documented pattern are left out of a POST (Immuta, scim-for-keycloak#139, zulip#39773); lists of texts are added to as objects (Microsoft Q&A 1693075).',
    switches: ['customAttributeInPost', 'multiValuedPatch'],
  },
  {
    behaviour: 'The role of SingleAppRoleAssignment: one primary role in a POST, added to roles in a PATCH',
    status: 'reproduced',
    grade: 'documented',
    source: 'Microsoft: Customize attribute mappings (app roles)',
    note: 'Without the flag as JSON within a text, with it in the form of the POST, which is read from a sentence. Whatever else is mapped, the type is WindowsAzureActiveDirectoryRole (entra-docs#391).',
    switches: ['singleRolePatch'],
  },
  {
    behaviour: 'appRoleAssignments mapped directly becomes XML',
    status: 'simplified',
    grade: 'observed once',
    source: 'Microsoft Q&A 5618325',
    note: 'Only the XML declaration was published; what follows it is made up.',
  },
  {
    behaviour: 'Mapping language, 45 functions',
    status: 'reproduced',
    grade: 'documented',
    source: FUNCTIONS,
    note: 'See the switches of the expression language below.',
  },
  {
    behaviour: 'Regular expressions as .NET has them',
    status: 'simplified',
    grade: 'documented',
    source: FUNCTIONS,
    note: 'A matcher with a step limit; balancing groups and conditionals are refused.',
  },
  {
    behaviour: 'Restart and its resetScope tokens',
    status: 'reproduced',
    grade: 'documented',
    source: `${GRAPH}; ${QUARANTINE}`,
    note: 'A mapping or scoping filter that is saved restarts a quarantined job; the initial cycle comes at the usual interval, which is inferred.',
  },
  {
    behaviour: 'Provision on demand, its limits and its dialect',
    status: 'reproduced',
    grade: 'documented',
    source: DEMAND,
    note: 'An assignment is honoured at once, not after minutes. Roles are not supported there, says the page; mapped roles are written all the same, because it does not say what becomes of them.',
  },
  {
    behaviour: 'The Graph calls of the validation kit for the app gallery',
    status: 'reproduced',
    grade: 'documented',
    source: 'Microsoft: validation kit for the app gallery (AzureAD/SCIMReferenceCode), August 2026',
    note: 'connectivityParameters (beta) with a token or client credentials. `isvonboarding` names the template of custom applications.',
  },
  {
    behaviour: 'Sign-in with OAuth 2.0 client credentials',
    status: 'reproduced',
    grade: 'documented',
    source: 'Microsoft: requirements for provisioning in the app gallery (2026); windmill-labs/windmill#10081',
    note: 'When tokens are fetched is inferred. A setting that would be ignored is refused.',
    switches: ['tokenFetch'],
  },
  {
    behaviour: 'Workload identity federation: an assertion in the place of a secret',
    status: 'reproduced',
    grade: 'documented',
    source: 'Microsoft: Workload identity federation for SCIM provisioning (AzureAD/SCIMReferenceCode, June 2026)',
    note: 'The view federation shows what the target has to know. The application itself is the workload identity; the subject is made up, and the value WorkloadIdentityFederation of AuthenticationType is ours.',
    switches: ['wifAudience'],
  },
  {
    behaviour: 'The token that Entra ID issues where the secret token is empty',
    status: 'reproduced',
    grade: 'documented',
    source: 'Microsoft: Develop a SCIM endpoint',
    note: 'RS256, by the key that the tenant’s OpenID metadata leads to; oid and sub are made up.',
    switches: ['emptyTokenJwt'],
  },
  {
    behaviour: 'Applications and service principals over Graph, as Terraform makes, changes and destroys them',
    status: 'simplified',
    grade: 'observed',
    source: 'hashicorp/terraform-provider-azuread, acceptance tests',
    note: 'What provisioning never reads, and owners, are kept and shown. Deleted ones lie in the bin for 30 days; that their provisioning job is gone is inferred, and so is the wording where a restored user’s name is taken.',
  },
  {
    behaviour: 'Templates customappsso (older PATCH whatever the tenant URL says) and four connectors of the gallery',
    status: 'simplified',
    grade: 'documented',
    source: 'Microsoft: SCIM 2.0 protocol compliance; terraform-provider-azuread#830, #1029',
    note: 'The ids of the gallery’s application templates are ours; create-app takes the factory tag of any other. Tags but that of Databricks were seen once.',
  },
  {
    behaviour: 'Object connections, by the id of the source or of the target, in beta only',
    status: 'reproduced',
    grade: 'documented',
    source: 'Microsoft: Manage object connections (2026)',
  },
  {
    behaviour: 'Codes of a failed validateCredentials, and keys that it does not know',
    status: 'reproduced',
    grade: 'documented',
    source: "Microsoft's onboarding script for SCIM apps (2026); msgraph-beta-sdk-java#372",
    note: 'The cause stands in innerError, which is inferred.',
  },
  {
    behaviour: '`provisioningAction` and `status` in filters of the provisioning logs, in any case',
    status: 'reproduced',
    grade: 'documented',
    source: 'The same: it asks for `Create` where entries have `create`',
  },
  {
    behaviour: 'Graph resources, OData, delta, batch',
    status: 'simplified',
    grade: 'documented',
    source: GRAPH,
    note: 'What an administrator of provisioning needs; the guide lists it.',
  },
  {
    behaviour: 'Advanced queries: what needs ConsistencyLevel: eventual is refused without it; $search',
    status: 'reproduced',
    grade: 'documented',
    source: 'Microsoft Graph: Advanced query capabilities; Use the $search query parameter',
    note: 'So is what no query may ask: contains, and the end of most properties. Of Graph’s table of properties, those that only an advanced query may filter by are held to it. That the beginning of a word is enough for $search is read from a sample.',
  },
  {
    behaviour:
      'What Graph refuses of a script: unknown names in $select, pages above 999, users without a password, domains that are not verified, 21 members at once',
    status: 'reproduced',
    grade: 'observed',
    source: 'Microsoft Graph: user, group; error texts in public scripts (steampipe-plugin-azuread and others)',
    note: 'Beta declares more than v1.0 and refuses no name in $select.',
  },
  {
    behaviour: 'Dynamic groups',
    status: 'simplified',
    grade: 'documented',
    source: 'Microsoft: Rules for dynamic membership',
    note: 'Simple rules; evaluated at once.',
  },
  {
    behaviour: 'Licences, roles of administrators, conditional access',
    status: 'left out',
    grade: 'documented',
    source: 'Microsoft Entra ID',
  },
]
