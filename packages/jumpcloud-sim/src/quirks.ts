import type { Grade } from '@scimulator/shared/behaviour'

/** A behaviour of JumpCloud that surprises receivers, for the quirk catalogue. */
export interface Quirk {
  readonly id: string
  readonly title: string
  readonly grade: Grade
  readonly source: string
  /** Whom it hurts, and how. */
  readonly hurts: string
  /** The scenario or test that shows it, from the root of the repository. */
  readonly shows: string
  /** The switch of behaviour.ts that changes it. */
  readonly switch?: string
}

const FAILING = 'scenarios/jumpcloud/test-connection-fails.yaml'
const QUIRKS = 'scenarios/jumpcloud/quirks'
const CAPTURE = 'Captured payloads in the tests of ShiftControl scim-v2'
const TROUBLE = 'JumpCloud: Troubleshoot custom SCIM integrations'
const CUSTOM = 'JumpCloud: custom SCIM Identity Management integration'
const GROUPS = 'JumpCloud: Group Management Considerations'

export const quirks: readonly Quirk[] = [
  {
    id: 'JC-01',
    title: 'Test Connection can deactivate a real account',
    grade: 'documented',
    source: 'Lark Help Center: Sync user data from JumpCloud to Lark',
    hurts: 'The owner of the test email address at a target that answers a create with the account it has',
    shows: 'scenarios/jumpcloud/e03-made-by-hand.yaml',
  },
  {
    id: 'JC-02',
    title: 'Every test leaves a dead test user where DELETE is not supported',
    grade: 'documented',
    source: CUSTOM,
    hurts: 'Targets without user DELETE: deactivated users pile up, and the address cannot be used again',
    shows: FAILING,
    switch: 'testCleanUp',
  },
  {
    id: 'JC-03',
    title: 'An integer id in an answer breaks activation',
    grade: 'documented',
    source: TROUBLE,
    hurts: 'Targets that answer "id": 7',
    shows: FAILING,
  },
  {
    id: 'JC-04',
    title: 'A trailing slash in the base URL becomes //Users',
    grade: 'documented',
    source: TROUBLE,
    hurts: 'Targets that do not fold slashes',
    shows: 'scenarios/jumpcloud/trailing-slash.yaml',
  },
  {
    id: 'JC-05',
    title: 'Group management demands create, update and delete of groups',
    grade: 'documented',
    source: TROUBLE,
    hurts: 'Targets with half of group support: the whole activation fails',
    shows: FAILING,
  },
  {
    id: 'JC-06',
    title: 'The test PUT says "emails": null',
    grade: 'observed',
    source: CAPTURE,
    hurts: 'Targets that require emails, or that refuse null where an array is expected',
    shows: FAILING,
  },
  {
    id: 'JC-07',
    title: 'PUT carries the id, empty arrays that clear, and what the target supplied itself',
    grade: 'observed',
    source: CAPTURE,
    hurts: 'Targets that refuse read-only attributes in a body, or keep values that an empty array should clear',
    shows: `${QUIRKS}/put-gives-back-what-was-fetched.yaml`,
    switch: 'putBase',
  },
  {
    id: 'JC-08',
    title: 'The enterprise URN is listed without an enterprise object',
    grade: 'observed',
    source: CAPTURE,
    hurts: 'Targets that read the object whenever its URN is listed',
    shows: `${QUIRKS}/enterprise-urn-alone.yaml`,
  },
  {
    id: 'JC-09',
    title: 'Addresses carry "primary"',
    grade: 'observed',
    source: 'Comments of ShiftControl scim-v2',
    hurts: 'Strict models of RFC 7643, which has no primary in addresses',
    shows: `${QUIRKS}/primary-in-addresses.yaml`,
  },
  {
    id: 'JC-10',
    title: 'A member is removed with a value array, not with a value filter',
    grade: 'documented',
    source: 'Uni-moni: SSO setup with JumpCloud',
    hurts: 'Targets that ignore the value of a remove: they empty the group',
    shows: 'scenarios/jumpcloud/e06-groups-while-managed.yaml',
    switch: 'groupUpdateMethod',
  },
  {
    id: 'JC-11',
    title: 'An expired password makes the user inactive',
    grade: 'documented',
    source: 'Bitwarden: JumpCloud SCIM integration',
    hurts: 'People who come back from a long leave, and targets that take active:false for a goodbye',
    shows: 'scenarios/jumpcloud/password-expiry.yaml',
  },
  {
    id: 'JC-12',
    title: 'Unbinding a group leaves it at the target and deactivates its members',
    grade: 'documented',
    source: GROUPS,
    hurts: 'Administrators who expect the group to go, or its people to stay',
    shows: 'scenarios/jumpcloud/ending-unbind.yaml',
  },
  {
    id: 'JC-13',
    title: 'Empty groups never appear, groups of the same name are taken over',
    grade: 'documented',
    source: GROUPS,
    hurts: 'Groups made by hand at the target that happen to have the name of a JumpCloud group',
    shows: 'scenarios/jumpcloud/taken-over.yaml',
  },
  {
    id: 'JC-14',
    title: 'userName is the JumpCloud username, not the email address',
    grade: 'documented',
    source: 'Lark Help Center: Sync user data from JumpCloud to Lark',
    hurts: 'Targets that demand equal values: no user is synchronised',
    shows: 'scenarios/jumpcloud/usernames-differ.yaml',
    switch: 'userNameSource',
  },
  {
    id: 'JC-15',
    title: 'displayName is always sent, computed by JumpCloud',
    grade: 'documented',
    source: 'JumpCloud: Integrate with Slack',
    hurts: 'Targets where people choose their display name themselves',
    shows: `${QUIRKS}/display-name-computed.yaml`,
  },
  {
    id: 'JC-16',
    title: 'A deactivation at the target is not noticed; updates keep coming',
    grade: 'documented',
    source: 'AWS: JumpCloud as an identity source',
    hurts: 'Administrators who switch a user off at the target: the next update switches the account on',
    shows: `${QUIRKS}/disabled-at-the-receiver.yaml`,
  },
  {
    id: 'JC-17',
    title: 'A user without first or last name is sent without, and a refusal is silent',
    grade: 'documented',
    source: 'AWS: JumpCloud as an identity source',
    hurts: 'Administrators who wait for a user who never arrives; only Directory Insights tells why',
    shows: `${QUIRKS}/no-last-name.yaml`,
  },
  {
    id: 'JC-18',
    title: 'There are no custom SCIM attributes',
    grade: 'documented',
    source: 'Vanta: Connecting JumpCloud',
    hurts: 'Targets that need an extension, such as a role: they must map groups instead',
    shows: `${QUIRKS}/no-custom-attributes.yaml`,
  },
  {
    id: 'JC-19',
    title: 'Every failed activation shows the same toast',
    grade: 'observed',
    source: 'Snipe-IT issue 17002',
    hurts: 'Administrators who have to find out that it was the token, the firewall or the group support',
    shows: 'scenarios/jumpcloud/trailing-slash.yaml',
  },
  {
    id: 'JC-20',
    title: 'A month of silence is normal, and a failed push is forgotten',
    grade: 'inferred',
    source: 'JumpCloud pushes on events; no public text knows a periodic cycle',
    hurts: 'Monitoring that takes silence for an outage, and targets that were down for an hour',
    shows: 'scenarios/jumpcloud/dropped-push.yaml',
    switch: 'retryLimit',
  },
  {
    id: 'JC-21',
    title: 'A user is looked up before each write, not only before the first',
    grade: 'documented',
    source: CUSTOM,
    hurts: 'Targets whose filter fails or misses: updates and deactivations stop too, and a leaver keeps access',
    shows: 'scenarios/jumpcloud/looked-up-before-each-write.yaml',
    switch: 'lookupBeforeWrite',
  },
  {
    id: 'JC-22',
    title: 'Members are added again who are in the group already',
    grade: 'observed once',
    source: 'Infisical pull request 2138, 2024-07',
    hurts: 'Targets that answer an error to that: the new member who stands in the same request is lost with it',
    shows: 'scenarios/jumpcloud/repeated-member-adds.yaml',
    switch: 'repeatMemberAdds',
  },
  {
    id: 'JC-23',
    title: 'A user who was refused is missing from the groups until a later push of the same user succeeds',
    grade: 'inferred',
    source: 'No public text says what becomes of a membership whose user failed',
    hurts:
      'Targets that refuse somebody once: they have the user later, and must take the membership without an event of the group',
    shows: 'scenarios/jumpcloud/refused-user-enters-groups-later.yaml',
    switch: 'membershipAfterHeal',
  },
  {
    id: 'JC-24',
    title: 'One value of a wrong type makes the whole answer unreadable',
    grade: 'documented',
    source: TROUBLE,
    hurts: 'Targets that answer "primary": "True", or the manager as a text: nothing more is written for that user',
    shows: `${QUIRKS}/answer-of-a-wrong-type.yaml`,
    switch: 'typedAttributes',
  },
]
