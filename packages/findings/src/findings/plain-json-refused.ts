import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const plainJsonRefused = defineFinding({
  id: 'plain-json-refused',
  kind: 'fault',
  title: 'application/json is not read',
  detail: 'A body of Content-Type application/json is refused or not read.',
  why: 'JumpCloud sends it.',
  hurts: ['jumpcloud'],
  damage: 'stops',
  fix: 'Read application/json as well as application/scim+json.',
  clause: 'RFC 7644 §3.1',
  sources: ['JumpCloud: recorded connector requests'],
  signs: ['media/plain-json-taken'],
  explains: isRefusal,
})
