import { lacksMembers } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const concurrentMembersLost = defineFinding({
  id: 'concurrent-members-lost',
  kind: 'fault',
  title: 'Members are lost when several are added at once',
  detail: 'Of several PATCHes at the same moment, all answered well, not all take effect.',
  why: 'Services write in parallel. A lost member is never added again.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  when: 'where two changes of a group are sent at the same moment',
  unseen: 'it takes two requests at the same moment, which the lives of a test avoid',
  damage: 'access',
  fix: 'Read, change and write the group in one transaction, or lock it meanwhile.',
  clause: 'RFC 7644 §3.5.2',
  sources: ['fleetdm/fleet#50724', 'scimmyjs/scimmy#79'],
  signs: ['together/all-there'],
  explains: lacksMembers,
})
