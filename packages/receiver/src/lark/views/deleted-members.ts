import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { Desk } from '../acts/desk.ts'
import { DELETED_MEMBERS_KEPT_MS, isKept } from '../values/deleted-members.ts'
import { memberName } from '../values/member.ts'
import { MemberItem, memberItem } from './members.ts'
import { OrganisationQuery } from './organisation-query.ts'

export const DeletedMemberItem = MemberItem.extend({
  deletedAt: z.string().describe('When the member was deleted, ISO 8601 in UTC'),
  keptUntil: z.string().describe('Until then a create can restore it'),
})

/** Lark A13. */
export function deletedMembersView(desk: Desk) {
  return defineView({
    name: 'deleted-members',
    showsResources: true,
    describes: 'Members that were deleted in the last 30 days and not purged.',
    query: OrganisationQuery,
    item: DeletedMemberItem,
    watches: ['deleted', 'record', 'named', 'source'],
    read({ organisation }) {
      const now = desk.ledger.schedule.now()
      const deleted = [...desk.profile.state.deleted.values()]
      const shown = deleted.filter((one) => one.record.organisation === organisation && isKept(one, now))
      // Two people of the same name can have been deleted one after the other: the last one has the name.
      const named = new Map(shown.map(({ record }) => [memberName(record), record.id]))
      return shown.map(({ record, deletedAt }) => ({
        key: named.get(memberName(record)) === record.id ? memberName(record) : `${memberName(record)} (${record.id})`,
        value: {
          ...memberItem(desk, record),
          deletedAt: isoTime(deletedAt),
          keptUntil: isoTime(deletedAt + DELETED_MEMBERS_KEPT_MS),
        },
      }))
    },
  })
}
