import { defineFinding } from '../finding.ts'

export const filteredRemoveTakesOthers = defineFinding({
  id: 'filtered-remove-takes-others',
  kind: 'fault',
  title: 'A remove with a filter takes all elements away',
  detail: 'A PATCH that removes the mobile number removes the work number as well.',
  why: 'Who gives one number or address up loses the others, with a good answer, and nobody sends them again.',
  hurts: ['rfc'],
  damage: 'attribute',
  fix: 'Remove the elements that fit the filter of the path, and keep the others.',
  clause: 'RFC 7644 §3.5.2.2',
  sources: ['RFC 7644 §3.5.2.2'],
  signs: ['patch/filtered-remove-keeps'],
})
