import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const acceptJsonRefused = defineFinding({
  id: 'accept-json-refused',
  kind: 'fault',
  title: 'Accept: application/json is refused',
  detail: 'A request that accepts application/json only is refused.',
  why: 'JumpCloud sends it with every request.',
  hurts: ['jumpcloud'],
  damage: 'stops',
  fix: 'Answer application/json where it is asked for.',
  clause: 'RFC 7644 §3.1',
  sources: ['JumpCloud: recorded connector requests'],
  signs: ['media/accept-json-answered'],
  explains: isRefusal,
})
