import { addsMembers, isRefusal, lacksMembers } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const secondGroupRefused = defineFinding({
  id: 'second-group-refused',
  kind: 'restriction',
  title: 'A member of one group cannot join another',
  detail: 'A PATCH that adds a person to a second group is refused.',
  why: 'People are in several groups. Each request with one of them fails for all the others in it, again and again.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta'],
  when: 'for people in several groups',
  damage: 'stops',
  fix: 'Keep memberships of a person in as many groups as there are, or say in the documentation which groups may be provisioned.',
  clause: 'RFC 7643 §4.2',
  sources: ['SimpleCloudManagerProject/SCAMP#262', 'RFC 7643 §4.2'],
  signs: ['member/second-group-accepted'],
  explains: (difference) =>
    difference.kind === 'group' && ((isRefusal(difference) && addsMembers(difference)) || lacksMembers(difference)),
})
