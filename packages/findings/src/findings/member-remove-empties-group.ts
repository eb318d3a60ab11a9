import { lacksMembers } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const memberRemoveEmptiesGroup = defineFinding({
  id: 'member-remove-empties-group',
  kind: 'fault',
  title: 'Removing one member empties the group',
  detail: 'A PATCH remove on members, with the member as value, takes everybody out.',
  why: 'Entra ID without the suffix, and JumpCloud, remove members so. One person leaves, and all lose access.',
  hurts: ['entraLegacy', 'jumpcloud'],
  damage: 'others',
  fix: 'Where a remove on members has a value, take out the members of the value only.',
  sources: ['AzureAD/SCIMReferenceCode#10', 'apache/directory-scimple#436'],
  signs: ['member/remove-value-keeps', 'member/remove-absent-keeps'],
  explains: lacksMembers,
})
