// What public material leaves open about JumpCloud's connector, each with the default that it suggests.
import { defineSwitch, resolveSwitches, type SwitchRecord } from '@scimulator/shared/behaviour'

export const switches = {
  userUpdateMethod: defineSwitch({
    id: 'userUpdateMethod',
    values: ['put', 'patch'],
    default: 'put',
    grade: 'observed',
    source: 'Two captured PUT payloads; the PATCH form is weakly attested',
    describes: 'How a user that the target already has is written.',
  }),
  groupUpdateMethod: defineSwitch({
    id: 'groupUpdateMethod',
    values: ['patch-value-array', 'patch-filter', 'put-full'],
    default: 'patch-value-array',
    grade: 'documented',
    source: 'Uni-moni: SSO setup with JumpCloud; "Troubleshoot custom SCIM integrations" hints at PUT',
    describes: 'How membership and name of a group are written.',
  }),
  groupRename: defineSwitch({
    id: 'groupRename',
    values: ['path', 'path-less'],
    default: 'path',
    grade: 'inferred',
    source: 'No public source',
    describes: 'Whether the PATCH that renames a group names its path or carries an object without one.',
  }),
  groupExternalId: defineSwitch({
    id: 'groupExternalId',
    values: ['absent', 'id'],
    default: 'absent',
    grade: 'inferred',
    source: 'No public source',
    describes: 'Whether a group is created with an externalId.',
  }),
  putBase: defineSwitch({
    id: 'putBase',
    values: ['fetched', 'mapped'],
    default: 'fetched',
    grade: 'inferred',
    source: 'A captured PUT that carries photos, which JumpCloud does not have',
    describes: "Whether a PUT is the target's own resource overlaid with the mapped attributes, or these alone.",
  }),
  onUserDelete: defineSwitch({
    id: 'onUserDelete',
    values: ['deactivate', 'delete'],
    default: 'deactivate',
    grade: 'documented',
    source: 'JumpCloud: Integrate with Keeper (locked, not deleted); Directory Insights knows user_delete_provision',
    describes: 'What the target hears when a user is deleted in JumpCloud.',
  }),
  userNameSource: defineSwitch({
    id: 'userNameSource',
    values: ['username', 'email'],
    default: 'username',
    grade: 'documented',
    source: 'Attribute tables of JumpCloud catalog articles',
    describes: 'Which field becomes SCIM userName.',
  }),
  lookupAttribute: defineSwitch({
    id: 'lookupAttribute',
    values: ['userName', 'emails.value'],
    default: 'userName',
    grade: 'documented',
    source: 'Lark Help Center: Sync user data from JumpCloud to Lark',
    describes: 'The attribute by which a user is looked up.',
  }),
  lookupBeforeWrite: defineSwitch({
    id: 'lookupBeforeWrite',
    values: ['without-stored-id', 'always'],
    default: 'without-stored-id',
    grade: 'inferred',
    source: 'JumpCloud: custom SCIM Identity Management (lookup before writing); frequency unknown',
    describes: 'Whether a user whose id at the target is known is looked up before each write.',
  }),
  strictResponses: defineSwitch({
    id: 'strictResponses',
    values: ['lenient', 'strict'],
    default: 'lenient',
    grade: 'inferred',
    source: 'No public source',
    describes: 'Whether 200 for a create and 204 for a PUT are accepted with a warning, or refused.',
  }),
  contentType: defineSwitch({
    id: 'contentType',
    values: ['application/json', 'application/scim+json'],
    default: 'application/json',
    grade: 'inferred',
    source: 'No public source',
    describes: 'Content-Type of requests with a body.',
  }),
  userAgent: defineSwitch({
    id: 'userAgent',
    values: ['Go-http-client/2.0', 'Go-http-client/1.1', 'JumpCloud'],
    default: 'Go-http-client/2.0',
    grade: 'inferred',
    source: 'Alphabetical keys and null slices in captured payloads are habits of Go',
    describes: 'User-Agent of every request.',
  }),
  filterEncoding: defineSwitch({
    id: 'filterEncoding',
    values: ['plus', 'percent'],
    default: 'plus',
    grade: 'inferred',
    source: 'Go encodes query values so',
    describes: 'Whether a space in a filter goes out as + or as %20.',
  }),
  keyOrder: defineSwitch({
    id: 'keyOrder',
    values: ['alphabetical', 'as-mapped'],
    default: 'alphabetical',
    grade: 'observed',
    source: 'Three captured payloads, perhaps sorted by who sanitised them',
    describes: 'Order of the keys in request bodies.',
  }),
  pushStagedUsers: defineSwitch({
    id: 'pushStagedUsers',
    values: [false, true],
    default: false,
    grade: 'inferred',
    source: 'JumpCloud: Get Started: Users (staged users get no resources)',
    describes: 'Whether STAGED members of a bound group are provisioned.',
  }),
  lockedUsersInactive: defineSwitch({
    id: 'lockedUsersInactive',
    values: [false, true],
    default: false,
    grade: 'inferred',
    source: 'No source says that account_locked touches SCIM active',
    describes: 'Whether a locked account is sent as inactive.',
  }),
  directUserAssociations: defineSwitch({
    id: 'directUserAssociations',
    values: ['in-scope', 'ignored'],
    default: 'in-scope',
    grade: 'inferred',
    source: 'JumpCloud API V2 permits the association; no console page shows it',
    describes: 'Whether a user who is associated with an application directly is provisioned.',
  }),
  activateReverifies: defineSwitch({
    id: 'activateReverifies',
    values: [false, true],
    default: false,
    grade: 'inferred',
    source: 'Cloudflare: JumpCloud (SAML) with SCIM (Activate alone verifies too)',
    describes: 'Whether Activate tests again although a test with the same settings has passed.',
  }),
  testCleanUp: defineSwitch({
    id: 'testCleanUp',
    values: ['deactivate-then-delete', 'delete-then-deactivate'],
    default: 'deactivate-then-delete',
    grade: 'inferred',
    source: 'JumpCloud: custom SCIM Identity Management (without DELETE the test user is left deactivated)',
    describes: 'In which order Test Connection disposes of its test user.',
  }),
  latencyMs: defineSwitch({
    id: 'latencyMs',
    values: { min: 0, max: 3_600_000 },
    default: 5_000,
    grade: 'inferred',
    source: 'Receivers say from real time to a few minutes',
    describes: 'The longest time, in milliseconds, between an event and its push; the shortest is none.',
  }),
  pushConcurrency: defineSwitch({
    id: 'pushConcurrency',
    values: { min: 1, max: 50 },
    default: 5,
    grade: 'inferred',
    source: 'No public source',
    describes: 'How many objects one connector writes at a time.',
  }),
  retryLimit: defineSwitch({
    id: 'retryLimit',
    values: { min: 0, max: 20 },
    default: 3,
    grade: 'inferred',
    source: 'No public source',
    describes: 'How often a push is tried again after a transient failure, before it is dropped.',
  }),
  retryBackoffMs: defineSwitch({
    id: 'retryBackoffMs',
    values: { min: 0, max: 3_600_000 },
    default: 1_000,
    grade: 'inferred',
    source: 'No public source',
    describes: 'Wait before the first retry, in milliseconds; it doubles each time. Retry-After wins.',
  }),
} as const

export type Behaviour = SwitchRecord<typeof switches>

/** Named sets of switches. Receivers are exercised both ways. */
export const profiles = {
  'jumpcloud-default': {},
  'jumpcloud-put-groups': { groupUpdateMethod: 'put-full' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, unknown>>>>

export type ProfileName = keyof typeof profiles

/** The switches of a profile with `overrides` laid over them. Throws an Error that names a wrong id or value. */
export function resolveBehaviour(profile: ProfileName, overrides: Readonly<Record<string, unknown>> = {}): Behaviour {
  return resolveSwitches(switches, { ...profiles[profile], ...overrides })
}
