import { hasStrangers, removedAtOnce } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const onlyOneMemberRemoved = defineFinding({
  id: 'only-one-member-removed',
  kind: 'fault',
  title: 'Of several members removed at once only one is',
  detail: 'A PATCH that removes two members, in one value or in two operations, leaves one of them in the group.',
  why: 'Entra ID puts the members who leave in one cycle into one request. Those who are left keep what the group gives them.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'access',
  fix: 'Remove every member of the value, and carry out every operation.',
  clause: 'RFC 7644 §3.5.2.2',
  sources: ['FusionAuth/fusionauth-issues#2834', 'Microsoft: Develop a SCIM endpoint'],
  signs: ['member/remove-several-done', 'member/remove-operations-done'],
  // Who leaves alone leaves.
  explains: (difference) => hasStrangers(difference) && removedAtOnce(difference) > 1,
})
