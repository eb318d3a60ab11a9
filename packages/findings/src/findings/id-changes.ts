import { defineFinding } from '../finding.ts'

export const idChanges = defineFinding({
  id: 'id-changes',
  kind: 'fault',
  title: 'An update changes the id',
  detail: 'After a PATCH the person has another id.',
  why: 'Both services know people by id; the next request goes to nobody.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  damage: 'stops',
  fix: 'Keep the id for the life of the resource.',
  clause: 'RFC 7643 §3.1',
  sources: ['RFC 7643 §3.1'],
  signs: ['writes/id-stays', 'put/id-stays'],
  explains: () => true,
})
