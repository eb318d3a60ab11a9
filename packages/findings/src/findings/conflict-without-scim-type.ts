import { defineFinding } from '../finding.ts'

export const conflictWithoutScimType = defineFinding({
  id: 'conflict-without-scim-type',
  kind: 'fault',
  title: 'A 409 does not say uniqueness',
  detail: 'The body of the 409 has no "scimType": "uniqueness".',
  why: 'Clients cannot tell that the person exists from other conflicts, and try again forever.',
  hurts: ['rfc'],
  damage: 'stops',
  fix: 'Add "scimType": "uniqueness" to the error.',
  clause: 'RFC 7644 §3.12',
  sources: ['getsentry/sentry#117860'],
  signs: ['conflict/scim-type'],
})
