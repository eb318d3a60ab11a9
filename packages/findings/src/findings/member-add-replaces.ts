import { doesOp, lacksMembers } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const memberAddReplaces = defineFinding({
  id: 'member-add-replaces',
  kind: 'fault',
  title: 'An added member becomes the only one',
  detail: 'A PATCH that adds a member takes out those who were in the group.',
  why: 'Entra ID writes one member, or a few, per request. The group holds the one that was added last.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'others',
  fix: 'Append to members on add; replace on replace only.',
  clause: 'RFC 7644 §3.5.2.1',
  sources: ['grokability/snipe-it#19096'],
  signs: ['member/add-keeps'],
  consequences: ['together/all-there', 'member/add-again-once'],
  explains: (difference) => lacksMembers(difference) && !doesOp(difference, 'remove'),
})
