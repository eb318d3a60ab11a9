import { defineFinding } from '../finding.ts'

export const sortNotDone = defineFinding({
  id: 'sort-not-done',
  kind: 'fault',
  title: 'Sorting is offered and not done',
  detail: 'A list that was asked for sorted is not.',
  why: 'Clients that merge by order miss people.',
  hurts: ['rfc'],
  damage: 'cosmetic',
  fix: 'Sort by sortBy, or say "sort": { "supported": false }.',
  clause: 'RFC 7644 §3.4.2.3',
  sources: ['RFC 7644 §3.4.2.3'],
  signs: ['discovery/sort-kept'],
})
