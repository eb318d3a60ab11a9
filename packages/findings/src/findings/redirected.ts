import { defineFinding } from '../finding.ts'

export const redirected = defineFinding({
  id: 'redirected',
  kind: 'fault',
  title: 'The URL redirects',
  detail: 'The first request is answered with a redirect.',
  why: 'Identity providers do not carry their token to another address, and a redirected POST becomes a GET.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Use the URL that is redirected to as base URL, or answer SCIM without a redirect (often from http to https, or to a sign-in page).',
  sources: ['RFC 7644 §3.1'],
  signs: ['meet/no-redirect'],
})
