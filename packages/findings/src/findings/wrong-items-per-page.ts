import { defineFinding } from '../finding.ts'

export const wrongItemsPerPage = defineFinding({
  id: 'wrong-items-per-page',
  kind: 'fault',
  title: 'itemsPerPage is not what is in the page',
  detail: 'itemsPerPage echoes count, or is a fixed number.',
  why: 'Clients that page by it skip people or never stop.',
  hurts: ['rfc'],
  damage: 'stops',
  fix: 'Return the number of Resources in this answer.',
  clause: 'RFC 7644 §3.4.2.4',
  sources: ['ory/polis#4054', 'wso2/product-is#5091'],
  signs: ['list/items-per-page'],
})
