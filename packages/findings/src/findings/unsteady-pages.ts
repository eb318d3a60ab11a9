import { defineFinding } from '../finding.ts'

export const unsteadyPages = defineFinding({
  id: 'unsteady-pages',
  kind: 'fault',
  title: 'Pages do not fit together',
  detail:
    'While no user comes or goes the order of people changes from one request to the next, so that one is on two pages and another on none.',
  why: 'A client that reads all people page by page, as imports and inventories do, misses some without an error.',
  hurts: ['okta', 'rfc'],
  whenFor: { okta: 'where Okta imports more users than stand on one page' },
  damage: 'stops',
  fix: 'Sort every list by something unique and constant, such as the id, where sortBy is not given: without ORDER BY a database promises no order.',
  clause: 'RFC 7644 §3.4.2.4',
  sources: ['RFC 7644 §3.4.2.4'],
  signs: ['list/order-stays'],
})
