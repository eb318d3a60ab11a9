import { doesOp, lacksMembers } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const deactivationDropsMemberships = defineFinding({
  id: 'deactivation-drops-memberships',
  kind: 'fault',
  title: 'A disabled user leaves all groups for good',
  detail:
    'Setting active to false removes the person from every group, and setting it to true does not bring them back.',
  why: 'Entra ID and JumpCloud send a membership once. A person who returns from a leave is in no group, and no administrator is notified.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'access',
  fix: 'Keep the memberships of disabled people, and let access depend on active.',
  clause: 'RFC 7643 §4.1.1',
  sources: ['lightdash/lightdash#17494'],
  signs: ['leave-and-return/member-again'],
  explains: (difference) => lacksMembers(difference) && !doesOp(difference, 'add'),
})
