import { lacksMembers } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const memberFilterRemoveEmptiesGroup = defineFinding({
  id: 'member-filter-remove-empties-group',
  kind: 'fault',
  title: 'Removing a member by a filter empties the group',
  detail: 'A PATCH remove with the path members[value eq "…"] takes everybody out.',
  why: 'With the suffix on its URL Entra ID removes members so. One person leaves, and all lose access.',
  hurts: ['entra', 'okta', 'rfc'],
  damage: 'access',
  fix: 'Take out the members that fit the filter, and no others.',
  clause: 'RFC 7644 §3.5.2.2',
  sources: ['apache/directory-scimple#448'],
  signs: ['member/remove-filter-keeps'],
  explains: lacksMembers,
})
