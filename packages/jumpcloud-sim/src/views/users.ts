import { defineView, type View } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'

export function usersView({ view }: Engine): View {
  return defineView({
    name: 'users',
    describes: "The organisation's users by username, with JumpCloud's field names and the names of their groups.",
    query: z.strictObject({}),
    read: () =>
      [...view.users.values()].map((user) => ({
        key: user.username,
        value: { ...user, groups: groupNames(user._id) },
      })),
  })

  function groupNames(userId: string): string[] {
    return [...view.groupsOf(userId)].map((id) => view.groups.get(id)?.name ?? id).sort()
  }
}
