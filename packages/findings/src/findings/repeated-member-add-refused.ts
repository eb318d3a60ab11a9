import { doesOp, lacksMembers } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const repeatedMemberAddRefused = defineFinding({
  id: 'repeated-member-add-refused',
  kind: 'fault',
  title: 'Adding a member who is there is refused',
  detail: 'A PATCH that adds a user who is already in the group is refused.',
  why: 'Entra ID and JumpCloud add all members to a group that they find, and Entra ID does so again after a restart. The other members in the request fail with it.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  when: 'where groups are provisioned',
  damage: 'stops',
  fix: 'Take it for done: it changes nothing.',
  clause: 'RFC 7644 §3.5.2.1',
  sources: ['Infisical/infisical#2138'],
  signs: ['member/add-again-accepted'],
  explains: (difference) =>
    lacksMembers(difference) ||
    (difference.kind === 'group' && ['answer', 'exists'].includes(difference.attribute) && doesOp(difference, 'add')),
})
