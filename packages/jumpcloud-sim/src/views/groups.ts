import { defineView, type View } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'

export function groupsView({ view }: Engine): View {
  return defineView({
    name: 'groups',
    describes: 'User groups by name, with the usernames of their members and the applications that they are bound to.',
    query: z.strictObject({}),
    read: () =>
      [...view.groups.values()].map((group) => ({
        key: group.name,
        value: { ...group, members: memberNames(group.id), applications: applicationLabels(group.id) },
      })),
  })

  function memberNames(groupId: string): string[] {
    return [...view.membersOf(groupId)].map((id) => view.users.get(id)?.username ?? id).sort()
  }

  function applicationLabels(id: string): string[] {
    const ids = view.applicationsOf({ type: 'user_group', id })
    return ids.map((each) => view.applications.get(each)?.displayLabel ?? each).sort()
  }
}
