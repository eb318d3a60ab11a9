import { doesOp, hasStrangers } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const memberFilterRemoveNotDone = defineFinding({
  id: 'member-filter-remove-not-done',
  kind: 'fault',
  title: 'Removing a member by a filter is refused or ignored',
  detail: 'A PATCH remove with the path members[value eq "…"] is refused, or answered well and not done.',
  why: 'With the suffix on its URL Entra ID removes members so. A user who leaves the group keeps what it gives.',
  hurts: ['entra', 'okta', 'rfc'],
  damage: 'access',
  fix: 'Resolve the filter in the path, and take out the members that fit.',
  clause: 'RFC 7644 §3.5.2.2',
  sources: ['Microsoft: SCIM 2.0 protocol compliance', 'RFC 7644 §3.5.2.2'],
  signs: ['member/remove-filter-accepted', 'member/remove-filter-done'],
  explains: (difference) =>
    hasStrangers(difference) ||
    (difference.kind === 'group' && difference.attribute === 'answer' && doesOp(difference, 'remove')),
})
