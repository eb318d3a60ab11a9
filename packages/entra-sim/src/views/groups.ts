import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { familiarName } from '../directory/entra-user.ts'

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
  members: z.array(z.string()).describe('Names of the direct members, sorted'),
})

export const groups = ({ engine: { view } }: EntraContext) =>
  defineView({
    name: 'groups',
    describes: 'Groups of the tenant with the names of their direct members',
    query: z.looseObject({}),
    item: GroupItem,
    read: () =>
      [...view.groups.values()].map(({ deletedAt, createdAt, ...group }) => {
        const members = [...view.memberships.rightsOf(group.id)].flatMap((id) => {
          const user = view.users.get(id)
          if (user) return user.deletedAt === undefined ? [familiarName(user)] : []
          return view.groups.get(id)?.displayName ?? []
        })
        const dates = {
          createdDateTime: isoTime(createdAt),
          ...(deletedAt !== undefined && { deletedDateTime: isoTime(deletedAt) }),
        }
        return { key: group.displayName, value: { ...group, ...dates, members: members.sort() } }
      }),
  })
