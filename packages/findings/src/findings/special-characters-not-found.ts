import { textOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const specialCharactersNotFound = defineFinding({
  id: 'special-characters-not-found',
  kind: 'fault',
  title: 'People with special characters are not found',
  detail: 'A userName with an apostrophe and a plus is taken, and not found by a filter.',
  why: 'O’Neil and plus addresses are looked up like all others; not found, they are created again and collide.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  when: 'for people with an apostrophe or a plus in the userName',
  damage: 'attribute',
  fix: 'Decode the value of the filter once, and compare it literally; bind it as a parameter in SQL.',
  clause: 'RFC 7644 §3.4.2.2',
  sources: ['Microsoft: Known issues for provisioning'],
  signs: ['look-up/special-characters'],
  explains: (difference) => /['+]/.test(textOf(difference)),
})
