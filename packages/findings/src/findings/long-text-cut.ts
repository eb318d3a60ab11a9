import { defineFinding } from '../finding.ts'

export const longTextCut = defineFinding({
  id: 'long-text-cut',
  kind: 'restriction',
  title: 'Long text is cut or refused',
  detail: 'A title of some 120 characters does not come back whole.',
  why: 'Values are cut without a word, or the person is refused.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  when: 'for people with long values',
  damage: 'attribute',
  fix: 'Store texts of 256 characters at least.',
  sources: ['RFC 7643 §2.3.1'],
  signs: ['data/long-text-kept'],
})
