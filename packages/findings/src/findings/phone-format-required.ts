import { defineFinding } from '../finding.ts'

export const phoneFormatRequired = defineFinding({
  id: 'phone-format-required',
  kind: 'restriction',
  title: 'Phone numbers in local form are refused',
  detail: 'A POST with a local phone number is refused.',
  why: 'Directories hold numbers as people typed them.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta'],
  when: 'for people whose phone number has no international form',
  damage: 'stops',
  fix: 'Take any text as a phone number; RFC 7643 recommends a form and requires none.',
  sources: ['RFC 7643 §4.1.2'],
  signs: ['data/local-phone'],
})
