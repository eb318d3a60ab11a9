import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const inactiveUsersHidden = defineFinding({
  id: 'inactive-users-hidden',
  kind: 'fault',
  title: 'Inactive people are not found',
  detail: 'A person with active false is left out of filters and lists.',
  why: 'A user who comes back is looked up, not found, created again, and collides.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Find inactive people like everybody else.',
  clause: 'RFC 7644 §3.4.2',
  sources: ['better-auth/better-auth#11111', 'growthbook/growthbook#1680'],
  signs: ['active/found-when-inactive', 'list/inactive-in-it'],
  consequences: ['list/total-right', 'list/total-stays', 'look-up/total-right'],
  explains: (difference) =>
    difference.act !== 'hired' && (isRefusal(difference) || ['active', 'members'].includes(difference.attribute)),
})
