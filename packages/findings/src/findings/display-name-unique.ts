import { defineFinding } from '../finding.ts'

export const displayNameUnique = defineFinding({
  id: 'display-name-unique',
  kind: 'restriction',
  title: 'A second person of the same displayName is refused',
  detail: 'A POST with a displayName that another user has is refused.',
  why: 'Two people may be called Anna Schmidt.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta'],
  when: 'for people of the same name',
  damage: 'stops',
  fix: 'Make userName unique, not displayName.',
  sources: ['RFC 7643 §4.1.1'],
  signs: ['data/same-display-name'],
})
