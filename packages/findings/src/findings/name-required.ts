import { defineFinding } from '../finding.ts'

export const nameRequired = defineFinding({
  id: 'name-required',
  kind: 'restriction',
  title: 'People without a full name are refused',
  detail: 'A POST without name, or with a family name only, is refused.',
  why: 'Service accounts, and people of one name, have none; JumpCloud sends users without first or last name as they are.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud'],
  when: 'for people without a given or family name',
  damage: 'stops',
  fix: 'Take them, or fall back to displayName or userName.',
  sources: ['AWS: JumpCloud as an identity source'],
  signs: ['data/without-name', 'data/without-given-name'],
})
