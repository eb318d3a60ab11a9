import { defineFinding } from '../finding.ts'

export const refusedCreateWrites = defineFinding({
  id: 'refused-create-writes',
  kind: 'fault',
  title: 'A refused create changes somebody',
  detail: 'A POST that is refused as a conflict changes the person who was there.',
  why: 'The values of one person end up on another.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'others',
  fix: 'Check first, then write; a refused request changes nothing.',
  clause: 'RFC 7644 §3.3',
  sources: ['RFC 7644 §3.3'],
  signs: ['conflict/first-untouched'],
})
