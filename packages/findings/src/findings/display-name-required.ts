import { defineFinding } from '../finding.ts'

export const displayNameRequired = defineFinding({
  id: 'display-name-required',
  kind: 'restriction',
  title: 'People without a displayName are refused',
  detail: 'A POST without displayName is refused.',
  why: 'A mapping may leave it out.',
  hurts: ['jumpcloud', 'okta'],
  when: 'for people without a displayName',
  damage: 'stops',
  fix: 'Fall back to the name or userName.',
  sources: ['RFC 7643 §4.1.1'],
  signs: ['data/without-display-name'],
})
