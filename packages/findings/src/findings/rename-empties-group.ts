import { lacksMembers, textOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const renameEmptiesGroup = defineFinding({
  id: 'rename-empties-group',
  kind: 'fault',
  title: 'A rename empties the group',
  detail: 'After a PATCH of displayName the members are gone.',
  why: 'All members of the group lose what it gave.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'access',
  fix: 'Change the name and leave members alone.',
  clause: 'RFC 7644 §3.5.2.3',
  sources: ['FusionAuth#3273'],
  signs: ['group/rename-keeps-members'],
  consequences: ['group/put-done'],
  explains: (difference) => lacksMembers(difference) && /displayName/.test(textOf(difference)),
})
