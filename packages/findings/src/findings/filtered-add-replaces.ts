import { defineFinding } from '../finding.ts'

export const filteredAddReplaces = defineFinding({
  id: 'filtered-add-replaces',
  kind: 'fault',
  title: 'A new value of one kind drops those of other kinds',
  detail: 'Adding a mobile number took the work number away.',
  why: 'The person loses a value that was there.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'attribute',
  fix: 'Add the element beside the others.',
  clause: 'RFC 7644 §3.5.2.1',
  sources: ['RFC 7644 §3.5.2.1'],
  signs: ['filtered-path/add-keeps', 'writes/add-keeps-others'],
  explains: (difference) =>
    (difference.sender === 'entra' || difference.sender === 'entraLegacy' || difference.sender === 'onDemand') &&
    /\[/.test(difference.attribute),
})
