import { defineFinding } from '../finding.ts'

export const wrongPath = defineFinding({
  id: 'wrong-path',
  kind: 'fault',
  title: 'There is no /Users below this URL',
  detail: 'GET /Users is answered 404 or 405.',
  why: 'Identity providers put /Users behind the base URL as it was given.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Give the SCIM base URL, the part before /Users, such as https://app.example/scim/v2.',
  clause: 'RFC 7644 §3.2',
  sources: ['bitwarden/server#7309'],
  signs: ['meet/path-right'],
})
