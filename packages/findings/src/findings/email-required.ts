import { methodOf, textOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const emailRequired = defineFinding({
  id: 'email-required',
  kind: 'restriction',
  title: 'People without an email address are refused',
  detail: 'A POST without emails is refused.',
  why: 'Default mappings send no email address for people who have none.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud'],
  when: 'for people without an email address',
  damage: 'stops',
  fix: 'Take them, or say in your guide that every person needs an address.',
  sources: ['clerk/clerk-docs#3308'],
  signs: ['data/without-emails'],
  explains: (difference) =>
    difference.kind === 'user' &&
    methodOf(difference) !== 'PATCH' &&
    difference.attribute === 'answer' &&
    !/"emails"/.test(textOf(difference)),
})
