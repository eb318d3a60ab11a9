import { defineFinding } from '../finding.ts'

export const filteredReplaceHitsAll = defineFinding({
  id: 'filtered-replace-hits-all',
  kind: 'fault',
  title: 'A path with a filter changes every element',
  detail: 'A PATCH of the work number changed the home number as well.',
  why: 'A private address is overwritten by the one at work.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'attribute',
  fix: 'Change the elements that fit the filter, and no others.',
  clause: 'RFC 7644 §3.5.2.3',
  sources: ['RFC 7644 §3.5.2.3'],
  signs: ['writes/others-of-the-kind-unchanged'],
  explains: (difference) =>
    (difference.sender === 'entra' || difference.sender === 'entraLegacy' || difference.sender === 'onDemand') &&
    /\[/.test(difference.attribute),
})
