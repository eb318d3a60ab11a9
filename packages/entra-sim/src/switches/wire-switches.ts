// What requests look like.
import { defineSwitch } from '@scimulator/shared/behaviour'

export const WIRE_SWITCHES = {
  patchProfile: defineSwitch({
    id: 'patchProfile',
    values: ['tenantUrl', 'legacy', 'optscim'],
    default: 'tenantUrl',
    grade: 'documented',
    source: 'Microsoft: Known issues with SCIM 2.0 protocol compliance of the provisioning service',
    describes:
      'Which PATCH dialect cycles write: as the flag in the tenant URL says, or one of the two whatever it says.',
  }),
  podPatchProfile: defineSwitch({
    id: 'podPatchProfile',
    values: ['legacy', 'sameAsCycle'],
    default: 'legacy',
    onWire: ['legacy', 'sameAsCycle'],
    grade: 'documented',
    source: 'Microsoft: Known issues with SCIM 2.0 protocol compliance of the provisioning service',
    describes: 'Which PATCH dialect provision on demand writes; the flag is documented not to work there.',
  }),
  sendFlagInUrl: defineSwitch({
    id: 'sendFlagInUrl',
    values: [false, true],
    default: false,
    onWire: [false, true],
    grade: 'inferred',
    source:
      'Microsoft: Validate user provisioning for the gallery tells to leave it out of calls to the target; wandb/docs#2790 believes to see it',
    describes: 'Whether the text aadOptscim062020 stays in the query of request URLs.',
  }),
  bracketHexCase: defineSwitch({
    id: 'bracketHexCase',
    values: ['upper', 'lower'],
    default: 'upper',
    onWire: ['upper', 'lower'],
    grade: 'inferred',
    source: 'SCIMReferenceCode writes lower case; no capture of the service',
    describes: 'Case of the hexadecimal digits in encoded URLs.',
  }),
  userAgent: defineSwitch({
    id: 'userAgent',
    values: ['none', 'custom'],
    default: 'none',
    onWire: ['none', 'custom'],
    grade: 'observed',
    source: 'kortix-ai/suna#7297',
    describes: 'Whether requests carry a User-Agent header.',
  }),
  adscimVersionValue: defineSwitch({
    id: 'adscimVersionValue',
    values: ['dateAndActivity', '5.0'],
    default: 'dateAndActivity',
    onWire: ['dateAndActivity', '5.0'],
    grade: 'observed',
    source: 'SCIMServer write-up (2026); azure-docs#21660 (2019)',
    describes: 'The value of the header ADSCIMVersion.',
  }),
  tokenRequestCredentials: defineSwitch({
    id: 'tokenRequestCredentials',
    values: ['header', 'body'],
    default: 'header',
    grade: 'observed',
    source:
      'windmill-labs/windmill#10081 (2026) takes both; SCIMServer write-up (2026); the setting credentialLocationInRequest',
    describes: 'Where id and secret stand in a token request, unless the job says it.',
  }),
  tokenFetch: defineSwitch({
    id: 'tokenFetch',
    values: ['perCycle', 'whenExpired'],
    default: 'perCycle',
    grade: 'inferred',
    source: 'Microsoft documents it for the authorization code grant only',
    describes: 'Whether each cycle fetches an access token, or goes on with that of the last one while it is good.',
  }),
  wifAudience: defineSwitch({
    id: 'wifAudience',
    values: ['appIdUri', 'appIdUriDefault', 'clientId'],
    default: 'appIdUri',
    grade: 'documented',
    source:
      'Microsoft: Workload identity federation for SCIM provisioning (claims and sample; the values to copy have /.default); its page for SuccessFactors has the bare client id',
    describes:
      'The audience of the assertion of a job with workload identity federation: api://<appid>, the same with /.default, or the bare id.',
  }),
  emptyTokenJwt: defineSwitch({
    id: 'emptyTokenJwt',
    values: ['signed', 'unsigned'],
    default: 'signed',
    grade: 'documented',
    source: 'Microsoft: Develop a SCIM endpoint (its receiver checks issuer, audience and signature)',
    describes:
      'Whether the token that Entra ID issues where the secret token is empty is signed with the tenant’s published key.',
  }),
  postActive: defineSwitch({
    id: 'postActive',
    values: ['boolean', 'string'],
    default: 'boolean',
    onWire: ['boolean', 'string'],
    grade: 'documented',
    source: 'Microsoft: Develop a SCIM endpoint; SCIMReferenceCode#21 claims the string',
    describes: 'How a POST writes active.',
  }),
  emptyRoles: defineSwitch({
    id: 'emptyRoles',
    values: ['send', 'omit'],
    default: 'send',
    onWire: ['send', 'omit'],
    grade: 'documented',
    source: 'Microsoft: Develop a SCIM endpoint (sample of a POST)',
    describes: 'Whether a POST of a user carries an empty list of roles when none is mapped.',
  }),
  groupPost: defineSwitch({
    id: 'groupPost',
    values: ['documented', 'coreOnly'],
    default: 'documented',
    onWire: ['documented', 'coreOnly'],
    grade: 'observed once',
    source: 'Microsoft: Develop a SCIM endpoint (both schemas, no members); Microsoft Q&A 637791 shows the other',
    describes: 'Whether the POST of a group names Microsoft’s schema too, or the core schema alone with "members": [].',
  }),
  customAttributeInPost: defineSwitch({
    id: 'customAttributeInPost',
    values: ['patternOnly', 'always'],
    default: 'patternOnly',
    onWire: ['patternOnly', 'always'],
    grade: 'observed',
    source: 'Immuta knowledge base; scim-for-keycloak#139; zulip#39773',
    describes:
      'Whether a POST carries custom attributes that are not named urn:ietf:params:scim:schemas:extension:<Name>:2.0:User:<Attribute>; a PATCH does in any case.',
  }),
  multiValuedPatch: defineSwitch({
    id: 'multiValuedPatch',
    values: ['addObjects', 'replaceTexts'],
    default: 'addObjects',
    onWire: ['addObjects', 'replaceTexts'],
    grade: 'observed once',
    source:
      'Microsoft Q&A 1693075 (a captured request); Microsoft documents such attributes as unsupported for custom apps',
    describes:
      'How a list of texts is changed: what is new is added as objects with a value, and what is gone stays, or the list is replaced.',
  }),
  singleRolePatch: defineSwitch({
    id: 'singleRolePatch',
    values: ['addToRoles', 'byPath'],
    default: 'addToRoles',
    grade: 'documented',
    source:
      'Microsoft: Customize attribute mappings (sample of a PATCH; the flag gives it the form of the POST); by path: buildbuddy#10578 reads it so',
    describes:
      'How a PATCH writes the role of SingleAppRoleAssignment: added to roles, or replaced at roles[primary eq "True"].',
  }),
  lonePatchAttribute: defineSwitch({
    id: 'lonePatchAttribute',
    values: ['ofBody', 'ofOperation', 'pathless'],
    default: 'ofBody',
    onWire: ['ofBody', 'ofOperation', 'pathless'],
    grade: 'observed once',
    source:
      'Microsoft: SCIM 2.0 protocol compliance shows both forms with a path; langwatch/langwatch#7131 reports an object without one',
    describes:
      'With the flag: a lone simple attribute keeps its path when it is the only one of the body, or of its operation, or never.',
  }),
  patchBooleanText: defineSwitch({
    id: 'patchBooleanText',
    values: ['capitalised', 'lowerCase'],
    default: 'capitalised',
    onWire: ['capitalised', 'lowerCase'],
    grade: 'observed once',
    source:
      'Microsoft: SCIM 2.0 protocol compliance ("False"); scimmyjs/scimmy#86 reports "false", from a tenant whose mapping is not known',
    describes: 'Without the flag: how the text of a boolean in a PATCH is written.',
  }),
  clearedAttribute: defineSwitch({
    id: 'clearedAttribute',
    values: ['nothing', 'removeWithValue'],
    default: 'nothing',
    onWire: ['nothing', 'removeWithValue'],
    grade: 'documented',
    source:
      'Microsoft: Known issues; Clear attribute values (not for outbound provisioning); AzureAD/SCIMReferenceCode#87 reports a Remove with the old value',
    describes: 'What is sent when the source has no value any more for an attribute that the target has.',
  }),
  managerInPost: defineSwitch({
    id: 'managerInPost',
    values: [false, true],
    default: false,
    onWire: [false, true],
    grade: 'observed',
    source: 'azure-docs#45885; directory-scimple#1242 saw it in a POST',
    describes: 'Whether a POST carries a manager who is already linked.',
  }),
  managerValue: defineSwitch({
    id: 'managerValue',
    values: ['bareString', 'array'],
    default: 'bareString',
    onWire: ['bareString', 'array'],
    grade: 'observed',
    source: 'azure-docs#73842, SCIM-SDK#686 (text); the oldest documentation has an array',
    describes: 'How a PATCH writes the manager.',
  }),
  managerUnset: defineSwitch({
    id: 'managerUnset',
    values: ['remove', 'replaceEmpty', 'none'],
    default: 'remove',
    onWire: ['remove', 'replaceEmpty', 'none'],
    grade: 'inferred',
    source:
      'scim-patch#453 (remove); SCIM-SDK#653 and Microsoft: SCIM validation tests (replace with empty text); Microsoft: null values are not provisioned',
    describes: 'How a manager that is gone in the source is taken from the target.',
  }),
  membersPerPatch: defineSwitch({
    id: 'membersPerPatch',
    values: { min: 1, max: 10_000 },
    default: 100,
    onWire: [100, 1],
    grade: 'observed once',
    source:
      'grokability/snipe-it#19096 logs one member in each PATCH; Microsoft: requirements of the app gallery say that one PATCH may carry several',
    describes: 'How many members one PATCH adds or removes at most.',
  }),
  memberOpWhenReturned: defineSwitch({
    id: 'memberOpWhenReturned',
    values: ['add', 'replace'],
    default: 'add',
    onWire: ['add', 'replace'],
    grade: 'inferred',
    source:
      'grokability/snipe-it#19096 and PostHog/posthog#47336 saw Replace with one member; that the answer of the target decides is inferred',
    describes:
      'How members are added to a group whose answer has the attribute members although it was to be left out: Replace takes the others out at a target that obeys RFC 7644 §3.5.2.3.',
  }),
  memberRefNull: defineSwitch({
    id: 'memberRefNull',
    values: [false, true],
    default: false,
    onWire: [false, true],
    grade: 'observed',
    source: 'SCIM-SDK#149, scimitar#43; Microsoft: Develop a SCIM endpoint shows it',
    describes: 'Whether elements of members carry "$ref": null.',
  }),
}
