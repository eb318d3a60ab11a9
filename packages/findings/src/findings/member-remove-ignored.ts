import { hasStrangers } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const memberRemoveIgnored = defineFinding({
  id: 'member-remove-ignored',
  kind: 'fault',
  title: 'Removing a member by value is ignored',
  detail: 'A PATCH remove on members, with the member as value, is answered well and not done.',
  why: 'Entra ID without the suffix, and JumpCloud, remove members so. A user who leaves the group keeps what it gives.',
  hurts: ['entraLegacy', 'jumpcloud'],
  damage: 'access',
  fix: 'Take out the members of the value.',
  sources: ['MicrosoftDocs/azure-docs#30826', 'scim-patch (removal by value)'],
  signs: ['member/remove-value-done'],
  explains: hasStrangers,
})
