import { defineFinding } from '../finding.ts'

export const lowerCaseFalseNotRead = defineFinding({
  id: 'lower-case-false-not-read',
  kind: 'fault',
  title: '"false" in lower case is not read as a boolean',
  detail:
    'PATCH active with the text "false" is refused, or answered well and not done, although "False" is understood.',
  why: 'Entra ID was seen to write it in lower case, where the mapping makes a text of the boolean.',
  hurts: ['entraLegacy'],
  when: 'if Entra ID writes the text in lower case, which one tenant was seen to do',
  damage: 'access',
  fix: 'Read "true" and "false" as booleans in any case.',
  clause: 'RFC 7643 §2.3.2',
  sources: ['scimmyjs/scimmy#86'],
  signs: ['active/text-false-accepted', 'active/text-false-done'],
})
