import { defineFinding } from '../finding.ts'

export const filteredAddIgnored = defineFinding({
  id: 'filtered-add-ignored',
  kind: 'fault',
  title: 'The first value of a kind is lost',
  detail: 'A PATCH to a path whose filter fits no element yet is answered well and not done.',
  why: 'The first mobile number of a user never arrives, and no error says so.',
  hurts: ['entra', 'entraLegacy'],
  damage: 'attribute',
  fix: 'Where nothing fits, add an element with the type of the filter.',
  sources: ['thomaspoignant/scim-patch#187', 'pingidentity/scim2#213'],
  signs: ['filtered-path/add-done', 'filtered-path/replace-missing-done'],
  explains: (difference) =>
    (difference.sender === 'entra' || difference.sender === 'entraLegacy' || difference.sender === 'onDemand') &&
    /\[/.test(difference.attribute),
})
