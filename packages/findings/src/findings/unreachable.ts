import { defineFinding } from '../finding.ts'

export const unreachable = defineFinding({
  id: 'unreachable',
  kind: 'fault',
  title: 'The endpoint does not answer',
  detail: 'No connection could be made to the URL, or it was cut.',
  why: 'Nothing can be provisioned to an address that does not answer.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Start the endpoint, and check host, port and scheme of the URL.',
  sources: ['RFC 7644 §3'],
  signs: ['meet/reachable'],
})
