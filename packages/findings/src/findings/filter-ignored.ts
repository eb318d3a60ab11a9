import { defineFinding } from '../finding.ts'

export const filterIgnored = defineFinding({
  id: 'filter-ignored',
  kind: 'fault',
  title: 'A lookup finds everybody',
  detail: 'A filter by userName is answered with people who do not have that userName.',
  why: 'Identity providers take the first of the list for the person they looked for, and overwrite, disable or delete a stranger.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'others',
  fix: 'Apply the filter. Where it cannot be applied, answer 400 with scimType invalidFilter, never the whole list.',
  clause: 'RFC 7644 §3.4.2.2',
  sources: ['wso2/product-is#20511', 'NorthlandPositronics/Cogtrix#124'],
  signs: ['look-up/only-them', 'look-up/nobody-is-empty'],
  consequences: [
    'look-up/only-exact',
    'look-up/old-name-finds-nobody',
    'look-up/external-id-only-them',
    'look-up/unknown-attribute-not-everybody',
    'look-up/broken-filter-not-everybody',
    'look-up/total-right',
    'group/nobody-is-empty',
    'group/found-only-that',
  ],
  explains: () => true,
})
