import { doesOp, lacksMembers } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const onlyOneMemberAdded = defineFinding({
  id: 'only-one-member-added',
  kind: 'fault',
  title: 'Of several members added at once not all arrive',
  detail: 'A PATCH that adds two members puts one of them into the group.',
  why: 'Entra ID and JumpCloud add several members in one request.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'access',
  fix: 'Take every element of the value.',
  clause: 'RFC 7644 §3.5.2.1',
  sources: ['Microsoft: gallery requirements', 'RFC 7644 §3.5.2.1'],
  signs: ['member/add-several-done'],
  explains: (difference) => lacksMembers(difference) && !doesOp(difference, 'remove'),
})
