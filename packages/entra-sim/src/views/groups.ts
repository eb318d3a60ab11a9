import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { familiarName } from '../directory/entra-user.ts'
import type { EntraView } from '../state/state.ts'

const GroupItem = z.object({
  id: z.string(),
  displayName: z.string(),
  description: z.string().optional(),
  mailNickname: z.string(),
  mail: z.string().optional(),
  mailEnabled: z.boolean(),
  securityEnabled: z.boolean(),
  groupTypes: z.array(z.enum(['Unified', 'DynamicMembership'])).readonly(),
  membershipRule: z.string().optional(),
  membershipRuleProcessingState: z.enum(['On', 'Paused']).optional(),
  createdDateTime: z.string(),
  deletedDateTime: z.string().optional().describe('Set while the group lies in the bin'),
  memberCount: z.number().int().describe('How many direct members it has, without those in the bin'),
  members: z.array(z.string()).describe('Names of the direct members, sorted; memberships has them page by page'),
})

export const groups = ({ ports: { view } }: EntraContext) =>
  defineView({
    name: 'groups',
    describes: 'Groups of the tenant with the names of their direct members.',
    query: z.strictObject({
      members: z.enum(['names', 'none']).default('names').describe('"none" leaves the names of members out'),
    }),
    item: GroupItem,
    watches: ['group', 'membership', 'user'],
    read: ({ members }) =>
      [...view.groups.values()].map(({ deletedAt, createdAt, ...group }) => {
        const ids = [...view.memberships.rightsOf(group.id)].filter((id) => isThere(view, id))
        const dates = {
          createdDateTime: isoTime(createdAt),
          ...(deletedAt !== undefined && { deletedDateTime: isoTime(deletedAt) }),
        }
        const names = members === 'none' ? [] : ids.map((id) => nameOf(view, id)).sort()
        return { key: group.displayName, value: { ...group, ...dates, memberCount: ids.length, members: names } }
      }),
  })

/** Somebody in the bin keeps the membership and is hidden. */
function isThere(view: EntraView, id: string): boolean {
  const user = view.users.get(id)
  return user ? user.deletedAt === undefined : view.groups.has(id)
}

function nameOf(view: EntraView, id: string): string {
  const user = view.users.get(id)
  return user ? familiarName(user) : (view.groups.get(id)?.displayName ?? id)
}
