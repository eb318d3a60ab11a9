import { isStillThere, methodOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const deleteNotSupported = defineFinding({
  id: 'delete-not-supported',
  kind: 'fault',
  title: 'People cannot be deleted',
  detail: 'DELETE of a person is refused.',
  why: 'Accounts pile up: Entra ID deletes users who are gone for good, and JumpCloud leaves a test user behind at each test.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Support DELETE of users.',
  clause: 'RFC 7644 §3.6',
  sources: ['Unleash/unleash#9190'],
  signs: ['delete/accepted'],
  consequences: ['group/delete-accepted'],
  explains: (difference) => isStillThere(difference) || methodOf(difference) === 'DELETE',
})
