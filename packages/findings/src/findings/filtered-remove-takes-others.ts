import { defineFinding } from '../finding.ts'

export const filteredRemoveTakesOthers = defineFinding({
  id: 'filtered-remove-takes-others',
  kind: 'fault',
  title: 'A remove with a filter takes all elements away',
  detail: 'A PATCH that removes the mobile number removes the work number as well.',
  why: 'A user who gives up one number or address loses the others, with a good answer, and they are never sent again.',
  hurts: ['rfc'],
  damage: 'attribute',
  fix: 'Remove the elements that fit the filter of the path, and keep the others.',
  clause: 'RFC 7644 §3.5.2.2',
  sources: ['RFC 7644 §3.5.2.2'],
  signs: ['patch/filtered-remove-keeps'],
})
