import { doesOp } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const absentMemberRemoveRefused = defineFinding({
  id: 'absent-member-remove-refused',
  kind: 'fault',
  title: 'Removing somebody who is not in the group is refused',
  detail: 'A PATCH that removes a user who is not in the group is refused.',
  why: 'The account is often deleted or disabled first, and the membership afterwards; the refusal is repeated forever.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud'],
  when: 'for people who are deleted while they are in a group',
  damage: 'stops',
  fix: 'Take it for done.',
  sources: ['Budibase/budibase#17175'],
  signs: ['member/remove-absent-accepted'],
  explains: (difference) =>
    difference.kind === 'group' && difference.attribute === 'answer' && doesOp(difference, 'remove'),
})
