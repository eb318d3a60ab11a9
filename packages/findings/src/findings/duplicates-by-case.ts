import { defineFinding } from '../finding.ts'

export const duplicatesByCase = defineFinding({
  id: 'duplicates-by-case',
  kind: 'fault',
  title: 'userNames that differ in case only are two people',
  detail: 'A POST with the same userName in capitals makes a second person.',
  why: 'Directories do not tell names apart by case; a corrected spelling makes a second account.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  when: 'for people whose userName changes in case',
  damage: 'others',
  fix: 'Compare userName without regard to case when it is checked for uniqueness.',
  clause: 'RFC 7643 §4.1.1',
  sources: ['zitadel/zitadel#9257', 'langfuse#13528'],
  signs: ['conflict/other-case-refused'],
})
