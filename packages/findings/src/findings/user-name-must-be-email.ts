import { defineFinding } from '../finding.ts'

export const userNameMustBeEmail = defineFinding({
  id: 'user-name-must-be-email',
  kind: 'restriction',
  title: 'userNames that are no email address are refused',
  detail: 'A POST whose userName is a plain name is refused.',
  why: 'JumpCloud sends the username, which is no email address.',
  hurts: ['jumpcloud', 'okta'],
  when: 'for people whose userName is no email address',
  damage: 'stops',
  fix: 'Take any text as userName, or say in your guide that userName must be mapped from the email address.',
  sources: ['Lark Help Center: Sync user data from JumpCloud to Lark', 'scaleway/docs-content#6704'],
  signs: ['data/plain-user-name'],
})
