import type { Pain } from './pain.ts'

/** The end of the list of what users of SCIM integrations report: less often, or less painful. */
export const SELDOM_REPORTED: readonly Pain[] = [
  {
    what: 'Validators disagree, and mix edge cases with basics',
    source: 'scim2-compliance-test-utility#5; keycloak#48521; azure-docs#104859',
    shows: ['packages/receiver/test/scim/public-suites.test.ts', 'packages/harness/test/examine/truth.test.ts'],
    notAtAReceiver:
      'it is about testers; each finding here has its clause or its source, and what the RFCs leave open is a remark',
  },
  {
    what: 'JumpCloud’s test user deactivates a real account',
    source: 'suna#4894; Lark Help Center',
    names: ['create-takes-over'],
    shows: ['scenarios/jumpcloud/e03-made-by-hand.yaml', 'scenarios/jumpcloud/e03-managed-active.yaml'],
  },
  {
    what: 'JumpCloud repeats operations',
    source: 'infisical#2138',
    names: ['repeated-member-add-refused', 'duplicate-members', 'absent-member-remove-refused', 'second-delete-fails'],
    shows: ['scenarios/jumpcloud/repeated-member-adds.yaml'],
  },
  {
    what: 'What PUT leaves out: active, members, names',
    source: 'vouch#1415; keycloak-scim-server#111; gestalt#3132',
    names: [
      'put-merges',
      'put-requires-all',
      'put-active-ignored',
      'put-not-done',
      'put-not-supported',
      'put-return-refused',
    ],
    shows: ['packages/jumpcloud-sim/test/wire.test.ts', 'scenarios/jumpcloud/people/emptied-attribute.yaml'],
  },
  {
    what: 'Two requests for one event, in an awkward order',
    source: 'budibase#17175',
    names: ['absent-member-remove-refused', 'deactivation-drops-memberships'],
    shows: ['scenarios/entra/quirks/deleted-in-lark.yaml', 'scenarios/entra/reference-checks.yaml'],
  },
  {
    what: 'Groups are ids instead of names',
    source: 'chainguard-dev/edu#3793; bytebase#18209; rancher#54869',
    names: ['group-not-found', 'group-rename-not-done', 'display-name-unique'],
    shows: [
      'scenarios/entra/groups-with-external-id.yaml',
      'scenarios/entra/groups-without-external-id.yaml',
      'scenarios/entra/groups-of-one-name.yaml',
    ],
  },
  {
    what: 'An attribute cannot be cleared',
    source: 'Microsoft: Known issues for provisioning',
    names: ['remove-not-done'],
    shows: ['scenarios/entra/cleared-attribute.yaml', 'scenarios/entra/quirks/cleared-attribute-removed.yaml'],
  },
  {
    what: 'Special characters in values that people are matched by',
    source: 'Microsoft: Known issues for provisioning',
    names: ['special-characters-not-found', 'plus-not-decoded', 'text-changed'],
    shows: ['scenarios/entra/quirks/special-characters-in-lookups.yaml'],
  },
  {
    what: 'Two people match one record, or one matches two',
    source: 'Microsoft: On-demand provisioning',
    names: ['duplicates-created', 'phone-unique', 'external-id-not-filterable'],
    shows: ['scenarios/matching/two-hits.yaml', 'scenarios/entra/two-people-one-number.yaml'],
  },
  {
    what: 'Who connected, who changed the token?',
    source: 'rancher#54873; cloudflare-docs#29068',
    shows: ['scenarios/receiver/what-administrators-see.yaml', 'packages/receiver/test/admin/admin-api.test.ts'],
    notAtAReceiver: 'an audit log is no part of SCIM; our receiver keeps one',
  },
]
