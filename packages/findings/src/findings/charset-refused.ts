import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const charsetRefused = defineFinding({
  id: 'charset-refused',
  kind: 'fault',
  title: 'A Content-Type with a charset is refused',
  detail: 'A body of application/scim+json; charset=utf-8 is refused or not read.',
  why: 'Entra ID sends the charset with every body, so that nothing it writes arrives.',
  hurts: ['entra', 'entraLegacy', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Compare the media type without its parameters.',
  clause: 'RFC 9110 §8.3.1',
  sources: ['koajs/bodyparser#151', 'scimmyjs/scimmy-routers#22'],
  signs: ['media/charset-taken'],
  explains: isRefusal,
})
