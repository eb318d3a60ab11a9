import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import type { Org } from '../plan/org.ts'
import { Profile, USER_STATES } from '../values/user.ts'
import { NoQuery } from './queries.ts'

export function usersView({ org }: Engine) {
  return defineView({
    name: 'users',
    describes: 'People by login, with their state, profile and groups.',
    query: NoQuery,
    item: z.object({
      id: z.string().describe('Id at Okta; sent as SCIM externalId'),
      status: z.enum(USER_STATES).describe('State of the person'),
      ...Profile.shape,
      groups: z.array(z.string()).describe('Names of groups, sorted'),
    }),
    watches: ['user', 'member', 'group'],
    read() {
      const groups = groupNames(org)
      return org.all('user').map(({ id, status, profile }) => ({
        key: profile.login,
        value: { id, status, ...profile, groups: [...(groups.get(id) ?? [])].sort() },
      }))
    },
  })
}

function groupNames(org: Org): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  for (const { groupId, userId } of org.all('member')) {
    const name = org.get('group', groupId)?.name ?? groupId
    names.set(userId, [...(names.get(userId) ?? []), name])
  }
  return names
}
