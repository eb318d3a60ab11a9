import { defineFinding } from '../finding.ts'

export const phoneUnique = defineFinding({
  id: 'phone-unique',
  kind: 'restriction',
  title: 'A second person of the same phone number is refused',
  detail: 'A POST with a phone number that another user has is refused.',
  why: 'Offices share numbers.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta'],
  when: 'for people who share a phone number',
  damage: 'stops',
  fix: 'Do not make phone numbers unique.',
  sources: ['RFC 7643 §4.1.2'],
  signs: ['data/same-phone'],
})
