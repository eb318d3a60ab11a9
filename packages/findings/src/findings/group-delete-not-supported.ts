import { isStillThere, methodOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const groupDeleteNotSupported = defineFinding({
  id: 'group-delete-not-supported',
  kind: 'fault',
  title: 'Groups cannot be deleted',
  detail: 'DELETE of a group is refused, or the group stays.',
  why: 'A group that is gone in the directory goes on giving access. With group management on, JumpCloud cannot be activated.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  when: 'where groups are provisioned',
  damage: 'others',
  fix: 'Support DELETE of groups.',
  clause: 'RFC 7644 §3.6',
  sources: ['JumpCloud: Troubleshoot custom SCIM integrations'],
  signs: ['group/delete-accepted', 'group/delete-gone'],
  explains: (difference) =>
    difference.kind === 'connection' ||
    (difference.kind === 'group' && (isStillThere(difference) || methodOf(difference) === 'DELETE')),
})
