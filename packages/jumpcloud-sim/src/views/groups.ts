import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { MembershipMethod } from '../directory/user-group.ts'
import type { Engine } from '../engine.ts'

const GroupItem = z.object({
  id: z.string().describe('Object id of the group'),
  name: z.string().describe('Name of the group; sent as SCIM displayName'),
  type: z.literal('user_group').describe('Type of the object, as the API has it'),
  description: z.string().describe('Free text about the group; empty for none'),
  email: z.string().describe('Email address of the group; empty for none'),
  membershipMethod: MembershipMethod.describe('How members come in: STATIC by hand, DYNAMIC_AUTOMATED by memberQuery'),
  memberQuery: z
    .object({
      queryType: z.string().describe('Filter or FilterQuery; it makes no difference here'),
      filters: z
        .array(z.string())
        .readonly()
        .describe('Rules, all of which must hold: {"field":"department","operator":"eq","value":"Sales"}'),
    })
    .optional()
    .describe('Rules that decide who is a member; absent if none were given'),
  memberQueryExemptions: z
    .array(
      z.object({
        id: z.string().describe('Object id of the user'),
        type: z.literal('user').describe('Type of the object, as the API has it'),
      }),
    )
    .readonly()
    .describe('Users whose membership the rules leave as it is'),
  memberSuggestionsNotify: z
    .boolean()
    .describe('Administrators are to be told of suggested members; none are suggested here'),
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
