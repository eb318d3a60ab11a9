import { defineFinding } from '../finding.ts'

export const renameConflict500 = defineFinding({
  id: 'rename-conflict-500',
  kind: 'fault',
  title: 'A change to a userName that is taken is answered as a fault of the server',
  detail: 'A PATCH or PUT to another user’s userName is answered 5xx, not 409.',
  why: 'Clients take it for an outage and try again, where the administrator has two people of one name.',
  hurts: ['rfc'],
  damage: 'cosmetic',
  fix: 'Check userName in every write, and answer 409 with scimType uniqueness.',
  clause: 'RFC 7644 §3.12',
  sources: ['NorthlandPositronics/Cogtrix#121', 'snapotter-hq/SnapOtter#1006'],
  signs: ['conflict/rename-no-server-error'],
})
