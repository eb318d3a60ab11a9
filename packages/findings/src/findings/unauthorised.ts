import { defineFinding } from '../finding.ts'

export const unauthorised = defineFinding({
  id: 'unauthorised',
  kind: 'fault',
  title: 'The token is not accepted',
  detail: 'The first request is answered 401 or 403.',
  why: 'Without access nothing can be tested, and identity providers go into quarantine or stop.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Check that the token belongs to this URL and has not expired, and that it is sent as "Authorization: Bearer …".',
  clause: 'RFC 7644 §2',
  sources: ['bitwarden/server#7309'],
  signs: ['meet/authorised'],
})
