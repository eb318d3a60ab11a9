import { defineFinding } from '../finding.ts'

export const managerFilterRemoveRefused = defineFinding({
  id: 'manager-filter-remove-refused',
  kind: 'fault',
  title: 'Taking a manager away by a filter is refused or ignored',
  detail: 'A PATCH remove with the path …:manager[value eq "…"] is refused, or answered well and not done.',
  why: 'With the suffix on its URL Entra ID is believed to take the manager away so. The person keeps the old one.',
  hurts: ['entra'],
  when: 'if Entra ID sends the filter, which no public capture proves',
  damage: 'attribute',
  fix: 'Take a remove of the manager with a filter in its path for a remove of the manager.',
  sources: ['scim-patch#453', 'Microsoft: SCIM 2.0 protocol compliance'],
  signs: ['manager/filter-remove'],
  explains: (difference) => difference.sender === 'entra' && difference.act === 'manager-gone',
})
