import { defineFinding } from '../finding.ts'

export const filteredReplaceWipesOthers = defineFinding({
  id: 'filtered-replace-wipes-others',
  kind: 'fault',
  title: 'A path with a filter wipes the other elements',
  detail: 'A PATCH of one email address or phone number takes the others of the person away.',
  why: 'A private address or number is lost, with a good answer.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'attribute',
  fix: 'Change the elements that fit the filter, and keep the others.',
  clause: 'RFC 7644 §3.5.2.3',
  sources: ['RFC 7644 §3.5.2.3'],
  signs: ['writes/others-of-the-kind-kept'],
  consequences: ['writes/add-keeps-others', 'filtered-path/add-keeps'],
  explains: (difference) =>
    (difference.sender === 'entra' || difference.sender === 'entraLegacy' || difference.sender === 'onDemand') &&
    /\[/.test(difference.attribute),
})
