import { defineFinding } from '../finding.ts'

export const nestedGroupsNotKept = defineFinding({
  id: 'nested-groups-not-kept',
  kind: 'restriction',
  title: 'Groups within groups are refused or ignored',
  detail: 'A PATCH that adds a group as a member is refused, or answered well and not done.',
  why: 'Entra ID writes a nested group as a member; where it is refused, the other members of the same request fail with it.',
  hurts: ['entra', 'entraLegacy'],
  when: 'for groups within groups',
  damage: 'attribute',
  fix: 'Take groups as members, or ignore them without refusing the request.',
  clause: 'RFC 7643 §4.2',
  sources: ['AzureAD-BYOA-Provisioning-Samples#26'],
  signs: ['member/nested-accepted', 'member/nested-done'],
  explains: (difference) => difference.act === 'group-nested',
})
