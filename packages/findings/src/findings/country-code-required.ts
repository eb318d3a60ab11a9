import { defineFinding } from '../finding.ts'

export const countryCodeRequired = defineFinding({
  id: 'country-code-required',
  kind: 'restriction',
  title: 'Countries that are no two-letter code are refused',
  detail: 'A POST whose address has a country name is refused.',
  why: 'Directories hold "Germany" or "USA" as often as DE and US.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud'],
  when: 'for people whose country is not a two-letter code',
  damage: 'stops',
  fix: 'Take any text, or say in your guide how to map names to codes.',
  sources: ['learn.microsoft.com question 2747'],
  signs: ['data/country-name'],
})
