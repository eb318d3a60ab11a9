import { defineFinding } from '../finding.ts'

export const unknownFilterReturnsAll = defineFinding({
  id: 'unknown-filter-returns-all',
  kind: 'fault',
  title: 'A filter that is not understood finds everybody',
  detail: 'A filter by an unknown attribute, or a broken one, is answered with people.',
  why: 'The first person of the list is taken for the one that was looked for.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  when: 'where the attribute that people are matched by is not known to filters',
  damage: 'others',
  fix: 'Answer 400 with scimType invalidFilter.',
  clause: 'RFC 7644 §3.4.2.2',
  sources: ['wso2/product-is#20511'],
  signs: [
    'look-up/unknown-attribute-not-everybody',
    'look-up/broken-filter-not-everybody',
    'look-up/external-id-only-them',
  ],
  consequences: ['look-up/external-id-finds'],
})
