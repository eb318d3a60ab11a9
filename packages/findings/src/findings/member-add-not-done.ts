import { doesOp, lacksMembers } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const memberAddNotDone = defineFinding({
  id: 'member-add-not-done',
  kind: 'fault',
  title: 'A member cannot be added',
  detail: 'A PATCH that adds a member is refused, or answered well and not done.',
  why: 'A new member does not get what the group gives.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  when: 'where groups are provisioned',
  damage: 'access',
  fix: 'Append the members of the value to those who are there.',
  clause: 'RFC 7644 §3.5.2.1',
  sources: ['Metatavu/keycloak-scim-server#111'],
  signs: ['member/add-accepted', 'member/add-done'],
  consequences: ['member/pathless-add-accepted', 'member/pathless-add-done', 'member/ref-null-accepted'],
  explains: (difference) =>
    lacksMembers(difference) ||
    (difference.kind !== 'user' && difference.attribute === 'answer' && doesOp(difference, 'add')),
})
