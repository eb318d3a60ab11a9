import { isRefusal, textOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const groupsMissing = defineFinding({
  id: 'groups-missing',
  kind: 'fault',
  title: 'There is no /Groups',
  detail: 'GET /Groups is not answered with a list.',
  why: 'Entra ID asks for a user and for a group when the connection is tested; a 404 to the second fails the test, although only users are to be provisioned.',
  hurts: ['entra', 'entraLegacy'],
  damage: 'stops',
  fix: 'Answer GET /Groups with an empty ListResponse, even where groups are not supported.',
  clause: 'RFC 7644 §3.4.2',
  sources: [
    'Microsoft: Develop a SCIM endpoint',
    'Entra ID: reports of Test Connection on endpoints without groups (2026)',
  ],
  signs: ['groups/offered'],
  // Entra ID asks for a group at the beginning of each cycle, and does nothing at all where that fails.
  explains: (difference) =>
    isRefusal(difference) && (difference.sender !== 'jumpcloud' || /Groups/.test(textOf(difference))),
})
