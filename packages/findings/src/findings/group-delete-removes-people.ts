import { lacksMembers } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const groupDeleteRemovesPeople = defineFinding({
  id: 'group-delete-removes-people',
  kind: 'fault',
  title: 'Deleting a group touches its members’ accounts',
  detail: 'After DELETE of a group a member is gone or inactive.',
  why: 'People lose their accounts because a list of them was tidied up.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'others',
  fix: 'Delete the group and leave people alone.',
  clause: 'RFC 7644 §3.6',
  sources: ['MicrosoftDocs/azure-docs#63942'],
  signs: ['group/delete-keeps-people'],
  // A user who is gone is in no other group either.
  explains: (difference) =>
    difference.act === 'group-deleted' && (difference.kind === 'user' || lacksMembers(difference)),
})
