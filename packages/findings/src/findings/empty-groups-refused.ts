import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const emptyGroupsRefused = defineFinding({
  id: 'empty-groups-refused',
  kind: 'restriction',
  title: 'A group without members is refused',
  detail: 'A POST of a group that has no members yet is refused.',
  why: 'Entra ID makes a group empty and adds its members afterwards.',
  hurts: ['entra', 'entraLegacy', 'okta'],
  when: 'where groups are provisioned',
  damage: 'stops',
  fix: 'Take a group without members.',
  sources: ['Microsoft: Develop a SCIM endpoint'],
  signs: ['group/without-members-accepted'],
  consequences: ['group/microsoft-schema-accepted', 'group/empty-list-accepted'],
  explains: (difference) => difference.kind === 'group' && isRefusal(difference),
})
