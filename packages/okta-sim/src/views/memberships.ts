import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { pair } from '../plan/org.ts'
import { USER_STATES } from '../values/user.ts'

export function membershipsView({ org }: Engine) {
  return defineView({
    name: 'memberships',
    describes: 'Who is in which group, one item for each.',
    query: z.strictObject({
      group: z.string().optional().describe('Id of one group'),
      user: z.string().optional().describe('Id of one person'),
    }),
    item: z.object({
      groupId: z.string().describe('Id of the group'),
      group: z.string().describe('Name of the group'),
      userId: z.string().describe('Id of the person'),
      login: z.string().describe("The person's login"),
      name: z.string().describe('First and last name'),
      status: z.enum(USER_STATES).describe('State of the person'),
    }),
    watches: ['group', 'member', 'user'],
    read: (asked) =>
      org.all('member').flatMap(({ groupId, userId }) => {
        if ((asked.group ?? groupId) !== groupId || (asked.user ?? userId) !== userId) return []
        const [group, user] = [org.get('group', groupId), org.get('user', userId)]
        if (!group || !user) return []
        const { login, firstName, lastName } = user.profile
        const value = {
          groupId,
          group: group.name,
          userId,
          login,
          name: `${firstName} ${lastName}`,
          status: user.status,
        }
        return [{ key: pair(groupId, userId), value }]
      }),
  })
}
