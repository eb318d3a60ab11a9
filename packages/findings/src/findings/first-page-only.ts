import { defineFinding } from '../finding.ts'

export const firstPageOnly = defineFinding({
  id: 'first-page-only',
  kind: 'fault',
  title: 'startIndex is ignored',
  detail: 'Every page begins with the same resource.',
  why: 'A client that reads all people sees the first ones again and again; an inventory of the endpoint is wrong.',
  hurts: ['okta', 'rfc'],
  whenFor: { okta: 'where Okta imports more users than stand on one page' },
  damage: 'stops',
  fix: 'Begin the page at startIndex, counted from 1.',
  clause: 'RFC 7644 §3.4.2.4',
  sources: ['slashdevops/idp-scim-sync#76'],
  signs: ['list/start-index-kept'],
})
