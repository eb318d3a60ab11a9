import { doesOp, lacksMembers } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const updateDropsMemberships = defineFinding({
  id: 'update-drops-memberships',
  kind: 'fault',
  title: 'An update of a person takes them out of their groups',
  detail: 'A person who is in a group and is then written to is no longer in it.',
  why: 'Entra ID and JumpCloud send a membership once. A user who is promoted or renamed loses what the group gave, and no client notices.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  hurtsBy: {
    'member/stays-after-patch': ['entra', 'entraLegacy', 'okta', 'rfc'],
    'member/stays-after-put': ['jumpcloud', 'okta', 'rfc'],
  },
  damage: 'access',
  fix: 'Leave memberships alone when a person is written: groups of a person are read-only, and change with the group.',
  clause: 'RFC 7643 §4.1.2',
  sources: ['RFC 7643 §4.1.2'],
  signs: ['member/stays-after-patch', 'member/stays-after-put'],
  consequences: ['leave-and-return/member-again'],
  explains: (difference) => lacksMembers(difference) && !doesOp(difference, 'remove'),
})
