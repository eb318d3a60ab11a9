import { defineFinding } from '../finding.ts'

export const membersNotShown = defineFinding({
  id: 'members-not-shown',
  kind: 'fault',
  title: 'Groups do not show their members',
  detail: 'A group that is read shows no members although it has some.',
  why: 'No client can see or compare who is in a group.',
  hurts: ['rfc'],
  damage: 'attribute',
  fix: 'Return members with value for each.',
  clause: 'RFC 7643 §4.2',
  sources: ['RFC 7643 §4.2'],
  signs: ['group/members-shown'],
  consequences: ['group/members-in-post', 'member/add-done', 'member/add-keeps', 'together/all-there'],
  explains: (difference) => difference.attribute === 'members',
})
