import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const emptyMemberListRefused = defineFinding({
  id: 'empty-member-list-refused',
  kind: 'fault',
  title: 'A group with an empty list of members is refused',
  detail: 'A POST of a group whose members are an empty list is refused.',
  why: 'An application from Okta’s catalogue makes a group so, and adds its members afterwards. An empty list is no value (RFC 7643).',
  hurts: ['okta'],
  when: 'where groups are provisioned',
  damage: 'stops',
  fix: 'Take an empty list as if it were not there.',
  clause: 'RFC 7643 §2.5',
  sources: ['Okta: Okta and SCIM Version 2.0', 'jelhub/scimgateway#113'],
  signs: ['group/empty-list-accepted'],
  explains: (difference) =>
    difference.sender.startsWith('okta') && difference.kind === 'group' && isRefusal(difference),
})
