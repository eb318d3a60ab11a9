import { defineFinding } from '../finding.ts'

export const returnStaysOut = defineFinding({
  id: 'return-stays-out',
  kind: 'fault',
  title: 'A user who returns does not get in again',
  detail: 'A user is active again in SCIM, and the application keeps them out.',
  why: 'People come back from a leave and are locked out, while the directory says that all is well.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'access',
  fix: 'Give back what the disable took when active becomes true.',
  clause: 'RFC 7643 §4.1.1',
  sources: ['growthbook/growthbook#1680', 'kirodotdev/Kiro#10711'],
  signs: ['door/returner-in'],
})
