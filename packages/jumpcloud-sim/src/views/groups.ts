import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { MembershipMethod } from '../directory/user-group.ts'
import type { Engine } from '../engine.ts'

const GroupItem = z.object({
  id: z.string(),
  name: z.string(),
  type: z.literal('user_group'),
  description: z.string(),
  email: z.string(),
  membershipMethod: MembershipMethod,
  memberQuery: z.object({ queryType: z.string(), filters: z.array(z.string()).readonly() }).optional(),
  memberQueryExemptions: z.array(z.object({ id: z.string(), type: z.literal('user') })).readonly(),
  memberSuggestionsNotify: z.boolean(),
  members: z.array(z.string()).describe('Usernames, sorted'),
  applications: z.array(z.string()).describe('Display labels, sorted'),
})

export function groupsView({ view }: Engine) {
  return defineView({
    name: 'groups',
    describes: 'User groups by name, with the usernames of their members and the applications that they are bound to.',
    query: z.strictObject({}),
    item: GroupItem,
    watches: ['group', 'member', 'user', 'association', 'application'],
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
