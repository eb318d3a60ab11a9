import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const scimJsonRefused = defineFinding({
  id: 'scim-json-refused',
  kind: 'fault',
  title: 'application/scim+json is not read',
  detail: 'A body of Content-Type application/scim+json is refused or not read.',
  why: 'It is the media type of SCIM, and what Entra ID sends.',
  hurts: ['entra', 'entraLegacy', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Read application/scim+json as JSON: express.json({ type: ["application/json", "application/scim+json"] }).',
  clause: 'RFC 7644 §3.1',
  sources: ['medplum#4143', 'limosa-io/laravel-scim-server#8'],
  signs: ['media/scim-json-taken'],
  consequences: ['media/charset-taken'],
  explains: isRefusal,
})
