import { isRefusal, textOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const emailMustBeUserName = defineFinding({
  id: 'email-must-be-user-name',
  kind: 'restriction',
  title: 'An email address that differs from the userName is refused',
  detail: 'A POST whose work address is another one than the userName is refused.',
  why: 'Sign-in names and mail addresses differ in many companies. Entra ID also renames users who go into its bin, and the disable in the same request is refused with it.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta'],
  when: 'for people whose email address differs from their userName',
  damage: 'stops',
  fix: 'Take them as two attributes, or say in your guide that both must be mapped from the same source.',
  sources: ['Lark Help Center: Sync user data from JumpCloud to Lark'],
  signs: ['data/other-email'],
  explains: (difference) =>
    difference.kind === 'user' &&
    (isRefusal(difference) || difference.attribute === 'active') &&
    /userName/.test(textOf(difference)),
})
