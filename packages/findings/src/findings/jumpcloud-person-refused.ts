import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const jumpcloudPersonRefused = defineFinding({
  id: 'jumpcloud-person-refused',
  kind: 'fault',
  title: 'The person as JumpCloud writes it is refused',
  detail: 'A POST with everything that JumpCloud writes is refused although a plainer one is taken.',
  why: 'JumpCloud’s connection test names the enterprise extension without its object, and sends addresses with primary.',
  hurts: ['jumpcloud'],
  damage: 'stops',
  fix: 'Ignore what the endpoint has no use for; a schema that is named need not have an object.',
  clause: 'RFC 7644 §3.3',
  sources: ['ShiftControl scim-v2: captured payloads'],
  signs: ['data/jumpcloud-body'],
  explains: isRefusal,
})
