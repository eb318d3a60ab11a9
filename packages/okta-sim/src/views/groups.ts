import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import type { Org } from '../plan/org.ts'

export function groupsView({ org }: Engine) {
  return defineView({
    name: 'groups',
    describes: 'Groups by name, with the logins of their members.',
    query: z.strictObject({
      members: z.enum(['logins', 'none']).default('logins').describe('"none" leaves the logins of members out'),
    }),
    item: z.object({
      id: z.string().describe('Id at Okta'),
      description: z.string().optional().describe('Description'),
      memberCount: z.number().int().describe('How many people are in it'),
      members: z.array(z.string()).describe('Logins, sorted; memberships has them page by page'),
    }),
    watches: ['group', 'member', 'user'],
    read({ members }) {
      const loginsOf = memberLogins(org)
      return org.all('group').map(({ id, name, description }) => {
        const logins = loginsOf.get(id) ?? []
        return {
          key: name,
          value: {
            id,
            ...(description === undefined ? {} : { description }),
            ...{ memberCount: logins.length, members: members === 'none' ? [] : logins.toSorted() },
          },
        }
      })
    },
  })
}

/** By id of the group: the logins of its members. */
function memberLogins(org: Org): ReadonlyMap<string, readonly string[]> {
  const logins = new Map<string, string[]>()
  for (const { groupId, userId } of org.all('member')) {
    const login = org.get('user', userId)?.profile.login
    if (login === undefined) continue
    const known = logins.get(groupId)
    if (known) known.push(login)
    else logins.set(groupId, [login])
  }
  return logins
}
