import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { Desk } from '../acts/desk.ts'
import { DELETED_MEMBERS_KEPT_MS, isKept } from '../values/deleted-members.ts'
import { memberName } from '../values/member.ts'
import { MemberItem, memberItem } from './members.ts'
import { OrganisationQuery } from './organisation-query.ts'

export const DeletedMemberItem = MemberItem.extend({
  deletedAt: z.string(),
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
      return shown.map(({ record, deletedAt }) => ({
        // Two people of the same name can have been deleted one after the other.
        key: uniqueName(shown, record.id, memberName(record)),
        value: {
          ...memberItem(desk, record),
          deletedAt: isoTime(deletedAt),
          keptUntil: isoTime(deletedAt + DELETED_MEMBERS_KEPT_MS),
        },
      }))
    },
  })
}

function uniqueName(shown: readonly { record: Parameters<typeof memberName>[0] }[], id: string, name: string): string {
  const namesakes = shown.filter(({ record }) => memberName(record) === name)
  return namesakes.length === 1 || namesakes.at(-1)?.record.id === id ? name : `${name} (${id})`
}
