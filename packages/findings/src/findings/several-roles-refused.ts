import { textOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const severalRolesRefused = defineFinding({
  id: 'several-roles-refused',
  kind: 'restriction',
  title: 'A person may not have two roles of one type',
  detail: 'A person with one role is taken; two roles, which Entra ID gives the same type, are refused or not kept.',
  why: 'A user with two app roles, perhaps through two groups, is refused with all that is in the request.',
  hurts: ['entra'],
  when: 'for people with more than one app role',
  damage: 'stops',
  fix: 'Tell roles apart by their value, not by their type.',
  clause: 'RFC 7643 §2.4',
  sources: ['Microsoft: Customize attribute mappings', 'RFC 7643 §2.4'],
  signs: ['roles/two-created', 'roles/two-replaced-accepted', 'roles/two-replaced-done'],
  explains: (difference) => difference.kind === 'user' && /"roles"/.test(textOf(difference)),
})
