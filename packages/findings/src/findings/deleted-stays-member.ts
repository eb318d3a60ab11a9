import { defineFinding } from '../finding.ts'

export const deletedStaysMember = defineFinding({
  id: 'deleted-stays-member',
  kind: 'fault',
  title: 'A deleted person stays in their groups',
  detail:
    'A user who is created with the userName of a deleted person is in the groups of that person; or the deleted person is still shown as a member, and cannot be taken out.',
  why: 'A person who is hired anew, or who has got a name that was free again, has what a group gives, and no administrator has given it. Entra ID knows of no such membership and never takes it away.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  hurtsBy: { 'delete/member-removable': ['rfc'] },
  unseen: 'who is purged in the story is out of all groups before',
  when: 'for people who are deleted while they are in a group',
  damage: 'access',
  fix: 'Keep memberships by id, and delete those of a person with the person.',
  clause: 'RFC 7644 §3.6',
  sources: ['RFC 7644 §3.6', 'RFC 7643 §4.2'],
  signs: ['delete/name-without-groups', 'delete/member-removable'],
})
