import { doesOp, hasStrangers } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const memberRemoveRefused = defineFinding({
  id: 'member-remove-refused',
  kind: 'fault',
  title: 'Removing a member by value is refused',
  detail: 'A PATCH remove on members, with the member as value, is refused.',
  why: 'Entra ID without the suffix, and JumpCloud, remove members so. A user who leaves the group keeps what it gives.',
  hurts: ['entraLegacy', 'jumpcloud'],
  damage: 'access',
  fix: 'Take out the members of the value.',
  sources: ['MicrosoftDocs/azure-docs#30826', 'segment-boneyard/segment-docs#6726'],
  signs: ['member/remove-value-accepted'],
  consequences: ['member/remove-absent-accepted'],
  explains: (difference) =>
    hasStrangers(difference) ||
    (difference.kind !== 'user' && difference.attribute === 'answer' && doesOp(difference, 'remove')),
})
