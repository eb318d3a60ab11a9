import { defineFinding } from '../finding.ts'

export const duplicateMembers = defineFinding({
  id: 'duplicate-members',
  kind: 'fault',
  title: 'A member is in the group twice',
  detail: 'Adding a user who is already a member makes a second entry.',
  why: 'Counts are wrong, and one removal leaves the other entry and the access.',
  hurts: ['rfc'],
  damage: 'attribute',
  fix: 'Keep members unique by value.',
  clause: 'RFC 7644 §3.5.2.1',
  sources: ['scimmyjs/scimmy (adds a member twice)'],
  signs: ['member/add-again-once'],
})
