import type { Grade } from '@scimulator/shared/behaviour'

/** A behaviour of Entra's provisioning service that surprises receivers, for the quirk catalogue. */
export interface Quirk {
  readonly id: string
  readonly title: string
  readonly grade: Grade
  readonly source: string
  /** Whom it hurts, and how. */
  readonly hurts: string
  /** The scenario that shows it and its absence, from the root of the repository. */
  readonly shows: string
  /** The switch of behaviour.ts that changes it, or the deviation of the receiver that it needs to hurt. */
  readonly switch?: string
}

const SCIMDEV = 'Microsoft: Develop a SCIM endpoint'
const COMPAT = 'Microsoft: Known issues with SCIM 2.0 protocol compliance of the provisioning service'
const KNOWN = 'Microsoft: Known issues for provisioning'
const ENTRA = 'scenarios/entra'

function quirk(
  number: number,
  title: string,
  [grade, source]: readonly [Grade, string],
  hurts: string,
  scenario: string,
  changedBy?: string,
): Quirk {
  const id = `EN-${String(number).padStart(2, '0')}`
  const shows = `${ENTRA}/${scenario}.yaml`
  return { id, title, grade, source, hurts, shows, ...(changedBy !== undefined && { switch: changedBy }) }
}

const observed = (source: string) => ['observed', source] as const
const observedOnce = (source: string) => ['observed once', source] as const
const documented = (source: string) => ['documented', source] as const

/** What receivers report, in the order in which it was found. */
export const quirks: readonly Quirk[] = [
  quirk(
    1,
    'active is the text "False" or "True" in PATCH',
    observed(`${COMPAT}; scimmy#51, scim-patch#872, bytebase#19073`),
    'Targets that take any text for true keep the account; strict ones refuse the disable',
    'quirks/active-as-text',
    'patchProfile',
  ),
  quirk(
    2,
    'active is a boolean in POST all the same',
    observed(`${SCIMDEV}; SCIMReferenceCode#21 claims the text`),
    'Targets that learnt one form from the other request',
    'quirks/active-in-post',
    'postActive',
  ),
  quirk(
    3,
    'Operations are capitalised: Add, Replace, Remove',
    documented(SCIMDEV),
    'Targets that compare op with regard to case',
    'quirks/operations-without-suffix',
    'patchProfile',
  ),
  quirk(
    4,
    'A member is removed by a value array, not by a filter in the path',
    observed('azure-docs#30826, segment-docs#6726, directory-scimple#436, SCIM-SDK#167'),
    'Everybody in the group, where the target takes it for the removal of all',
    'quirks/member-removal',
    'member-remove-empties-group',
  ),
  quirk(
    5,
    'Members may carry "$ref": null',
    observed('SCIM-SDK#149, scimitar#43'),
    'Targets whose schema refuses null',
    'quirks/ref-null',
    'memberRefNull',
  ),
  quirk(
    6,
    'The manager is a bare text in PATCH, and sometimes in POST',
    observed('azure-docs#73842, SCIM-SDK#686, directory-scimple#1242'),
    'Targets that expect the object of RFC 7643 §4.3',
    'quirks/manager-as-text',
    'managerInPost',
  ),
  quirk(
    7,
    'Entra refuses its own text form of the manager when the target returns it',
    observed('budibase#15369'),
    'Targets that store the manager as it came: the person can no longer be updated',
    'quirks/manager-echoed-as-text',
    'manager-as-string',
  ),
  quirk(
    8,
    'With the suffix, dotted keys such as name.givenName stand in an object without a path',
    observed('scim-patch#132, scimitar#69, scimitar#123, scim2#224, SCIM-SDK#267, SimpleIdServer#494'),
    'Targets that look for a member called "name.givenName"',
    'quirks/pathless-object',
    'patch-without-path-ignored',
  ),
  quirk(
    9,
    'With the suffix, keys with a whole URN stand in the same object',
    observed('snipe-it#19115'),
    'Targets that know an extension as an object only',
    'quirks/pathless-object',
    'patch-without-path-ignored',
  ),
  quirk(
    10,
    'Add to emails[type eq "work"].value when there is no work address',
    observed('scim-patch#42, scim-patch#176, sourcegraph#49200, SCIM-SDK#416, wire-server#5419'),
    'Targets that answer noTarget: the address never arrives',
    'quirks/add-to-missing-element',
    'filtered-add-refused',
  ),
  quirk(
    11,
    'Add and Replace stand side by side, one operation for each attribute',
    observed('laravel-scim-server#34'),
    'Targets that expect one kind of operation in a request, or one operation',
    'quirks/operations-without-suffix',
    'patchProfile',
  ),
  quirk(
    12,
    'The suffix works in cycles and not in provision on demand',
    documented(COMPAT),
    'Whoever tests with provision on demand and runs with cycles',
    'provision-on-demand',
    'podPatchProfile',
  ),
  quirk(
    13,
    'Every activity begins with lookups of a random name',
    observed('SCIMReferenceCode#63'),
    'Targets that answer 404, or raise an alarm, for unknown names',
    'quirks/random-lookups',
    'probePerCycle',
  ),
  quirk(
    14,
    'There is no User-Agent',
    observed('kortix-ai/suna#7297'),
    'Targets behind a firewall that wants one: 403 at Test Connection',
    'quirks/no-user-agent',
    'userAgent',
  ),
  quirk(
    15,
    'The header ADSCIMVersion is the only mark of the sender',
    observed('bitwarden/server (ScimContext), azure-docs#21660'),
    'Targets that want to tell providers apart',
    'quirks/adscimversion',
    'adscimVersionValue',
  ),
  quirk(
    16,
    'The content type has a charset parameter',
    observed('scimmy#51, scimitar#123'),
    'Middleware that compares the whole content type: bodies are not parsed',
    'quirks/charset-in-content-type',
    'charset-refused',
  ),
  quirk(
    17,
    'One refused attribute fails the whole PATCH, a disable in it included',
    observed('Chainguard: Entra SCIM guide; kortix-ai/suna#7302'),
    'Whoever believes the person to be switched off',
    'quirks/one-bad-attribute-fails-all',
  ),
  quirk(
    18,
    'Attributes that are not returned are sent again at every evaluation',
    observed('azure-docs#11784'),
    'Targets that do not return what they store: endless updates',
    'quirks/not-echoed-attributes',
    'external-id-not-echoed',
  ),
  quirk(
    19,
    'Add active True comes again and again for healthy people',
    observed('sentry self-hosted#3573'),
    'Targets that do not return active',
    'quirks/add-active-true',
    'no-soft-delete',
  ),
  quirk(
    20,
    'No DELETE when somebody is unassigned or soft-deleted, only a disable',
    observed('QA-5646806, QA-6670, scimgateway#47'),
    'Targets that free a licence on DELETE only',
    'quirks/unassigned-without-delete',
    'unmappedActiveOnUnassign',
  ),
  quirk(
    21,
    'DELETE comes after the purge only, and only for people who were in scope',
    observed('QA-552508'),
    'Targets that keep people who were unassigned first, for good',
    'quirks/delete-only-after-purge',
  ),
  quirk(
    22,
    'Deleted and purged between two cycles: nothing is sent',
    observed('azure-docs#30269'),
    'The account stays active',
    'quirks/quick-purge',
    'quickPurge',
  ),
  quirk(
    23,
    'Assigned again means PATCH active true, never POST',
    observed('QA-5646806'),
    'Targets that hide inactive people: a POST follows after all, and collides',
    'quirks/inactive-people-hidden',
    'inactive-users-hidden',
  ),
  quirk(
    24,
    'Groups are always fetched without members; drift is never healed',
    observed('QA-2278290'),
    'Whoever changes memberships at the target by hand',
    'quirks/drift-of-members',
    'member-remove-empties-group',
  ),
  quirk(
    25,
    'Silence for days when nothing changes',
    observed('QA-5736473'),
    'Monitoring that takes silence for an outage',
    'changed-by-hand-in-lark',
  ),
  quirk(
    26,
    'Somebody deleted at the target is addressed by the old id until the links are reset',
    observed('projectinsight: Entra provisioning article; Microsoft: Analyze the provisioning logs (InvalidAnchor)'),
    'Administrators who clean up at the target: the person never comes back by himself',
    'quirks/deleted-in-lark',
    'on404CachedId',
  ),
  quirk(
    27,
    '404 on a filter query quarantines the job while the log looks clean',
    observed('snipe-it#11913'),
    'Targets that answer 404 where an empty list is expected',
    'quirks/filter-answers-404',
    'filter-answers-404',
  ),
  quirk(
    28,
    'Rate limiting by the target ends in quarantine',
    observed('QA-1922038'),
    'Targets that limit requests: cycles become rarer, and the backlog grows',
    'quirks/rate-limit-quarantine',
    'quarantineEvaluationStart',
  ),
  quirk(
    29,
    'Matching attributes are queried one after another, never joined',
    observed('QA-552440'),
    'Targets that expect one combined query; whoever counts requests',
    'quirks/matching-one-after-another',
  ),
  quirk(
    30,
    'Lookups become externalId eq a GUID when matching is mapped anew',
    observed('octopus Issues#9841'),
    'Targets that cannot filter by externalId',
    'quirks/lookups-by-external-id',
    'external-id-not-filterable',
  ),
  quirk(
    31,
    'When a group is unassigned its people are disabled first, then the group is deleted',
    observed('Acqueon: Entra app provisioning guide'),
    'Targets that derive access from groups and see a half-way state',
    'group-goes',
  ),
  quirk(
    32,
    'A refused disable is tried over and over',
    observed('snipe-it#14597, rancher#52996'),
    'Targets that refuse the text form of active: the account stays active',
    'quirks/disable-refused-loops',
    'string-booleans-refused',
  ),
  quirk(
    33,
    'Roles are JSON text within a text',
    observed('Microsoft: Customize application attributes; azure-docs#72002'),
    'Targets that take the text for the name of a role',
    'quirks/roles-as-json-text',
    'patchProfile',
  ),
  quirk(
    34,
    'Nested groups are members by their id; their people are not flattened',
    observed('AzureAD-BYOA-Provisioning-Samples#26'),
    'Targets that know people as members only',
    'quirks/nested-group-as-member',
  ),
  quirk(
    35,
    'The POST of a group names a schema of Microsoft’s own',
    documented(SCIMDEV),
    'Targets that refuse unknown schemas',
    'quirks/microsoft-group-schema',
  ),
  quirk(
    36,
    'Special characters in matching values break the filter',
    documented(KNOWN),
    'People and groups with quotation marks in the matching attribute',
    'quirks/special-characters-in-lookups',
  ),
  quirk(
    37,
    'Cleared attributes stay at the target',
    documented(`${KNOWN}; Microsoft: Clear attribute values`),
    'Whoever relies on an empty value, such as a phone number that was given up',
    'cleared-attribute',
  ),
  quirk(
    38,
    'Without the object action Update nobody is disabled',
    observed('sentry-docs#16258; Microsoft: How application provisioning works'),
    'Administrators who untick Update to protect their own changes',
    'quirks/update-off-disable-off',
  ),
  quirk(
    39,
    '409 on POST is followed by a PATCH of the existing resource in the same cycle',
    observed('azure-docs#11784 (2018)'),
    'Targets that do not expect their conflict to be answered by taking over',
    'quirks/conflict-then-patch',
    'on409Create',
  ),
  quirk(
    40,
    'A member or manager who enters scope later is missing until a restart',
    documented(KNOWN),
    'Groups that lack people for weeks while both are there',
    'late-member',
  ),
  quirk(
    41,
    'Test Connection asks for a user and for a group',
    documented(`${SCIMDEV}; a SCIMServer write-up of 2026 saw it fail at a target without /Groups`),
    'Targets that implement /Users alone: the credentials cannot be saved',
    'target-without-groups',
    'probeGroups',
  ),
  quirk(
    42,
    'Members are written one in each PATCH, and by Replace where the target shows members unasked',
    observed('grokability/snipe-it#19096, PostHog/posthog#47336; the cause is inferred'),
    'Targets that ignore excludedAttributes and obey Replace: the group keeps the last member',
    'quirks/members-replaced',
    'memberOpWhenReturned',
  ),
  quirk(
    43,
    'With the suffix a lone attribute may come in an object without a path',
    observedOnce('langwatch/langwatch#7131, without a log; Microsoft’s SCIM Validator does so too'),
    'Targets that read objects without a path only where several attributes change: a group keeps its old name',
    'quirks/lone-attribute-without-path',
    'lonePatchAttribute',
  ),
  quirk(
    44,
    'The POST of a group may name the core schema alone and carry "members": []',
    observedOnce('Microsoft Q&A 637791; the replay of a receiver’s tests (2026)'),
    'Targets that want a second schema, or refuse empty lists',
    'quirks/group-post-core-schema-only',
    'groupPost',
  ),
  quirk(
    45,
    'A disable may carry the text "false" in lower case',
    observedOnce('scimmyjs/scimmy#86, from a tenant whose mapping is not known'),
    'Targets that compare with "False": whoever left keeps the account',
    'quirks/lower-case-false',
    'patchBooleanText',
  ),
  quirk(
    46,
    'A cleared attribute may come as a Remove that carries the old value',
    observedOnce('AzureAD/SCIMReferenceCode#87 (2023), against what Microsoft documents'),
    'Targets that refuse a Remove with a value: the whole update fails',
    'quirks/cleared-attribute-removed',
    'clearedAttribute',
  ),
  quirk(
    47,
    'A restart adds members who are in the group already',
    documented('Microsoft: How application provisioning works (a restart evaluates everything anew)'),
    'Targets that answer an error to a member who is there: the group fails again and again',
    'quirks/members-added-again',
  ),
  quirk(
    48,
    'An answer with a value of a wrong type cannot be read at all',
    observed('Microsoft Q&A 5618325, budibase#15369, Auth0 and Broadcom support articles'),
    'Targets that return booleans as text, or a manager that is not an object: the person is never updated or disabled again',
    'quirks/answer-of-a-wrong-type',
    'answerTypes',
  ),
]
