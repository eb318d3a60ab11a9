import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { familiarName } from '../directory/entra-user.ts'

export const groups = ({ engine: { view } }: EntraContext) =>
  defineView({
    name: 'groups',
    describes: 'Groups of the tenant with the names of their direct members',
    query: z.looseObject({}),
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
