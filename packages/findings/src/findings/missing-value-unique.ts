import { isRefusal, methodOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const missingValueUnique = defineFinding({
  id: 'missing-value-unique',
  kind: 'fault',
  title: 'Only one person may be without an email address or externalId',
  detail:
    'A person without the attribute is taken, and the second one refused: what is missing counts as a value that is taken.',
  why: 'People without an email address are in every directory, and not every mapping sends an externalId.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud'],
  when: 'for people without such an attribute, but for the first of them',
  damage: 'stops',
  fix: 'Store what is missing as NULL, not as an empty text, and leave it out of the unique index.',
  sources: ['snapotter-hq/SnapOtter#1008', 'RFC 7643 §2.5'],
  signs: ['data/second-without-emails', 'data/second-without-external-id'],
  explains: (difference) => isRefusal(difference) && difference.kind === 'user' && methodOf(difference) === 'POST',
})
