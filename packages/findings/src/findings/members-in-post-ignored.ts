import { lacksMembers } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const membersInPostIgnored = defineFinding({
  id: 'members-in-post-ignored',
  kind: 'fault',
  title: 'Members in the POST of a group are lost',
  detail: 'A group that is created with members has none.',
  why: 'JumpCloud creates a group with its members and does not add them again.',
  hurts: ['jumpcloud', 'rfc'],
  when: 'where groups are provisioned',
  damage: 'access',
  fix: 'Store the members of the body.',
  clause: 'RFC 7644 §3.3',
  sources: ['segment-boneyard/segment-docs#6726', 'RFC 7644 §3.3'],
  signs: ['group/members-in-post'],
  explains: lacksMembers,
})
