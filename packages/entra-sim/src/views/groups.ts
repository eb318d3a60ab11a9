import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { familiarName } from '../directory/entra-user.ts'
import type { EntraView } from '../state/state.ts'

const GroupItem = z.object({
  id: z.string().describe('Object id, a UUID'),
  displayName: z.string().describe('Name of the group, such as Sales'),
  description: z.string().optional().describe('What the group is for, in an administrator’s words'),
  mailNickname: z.string().describe('Mail alias; made from the displayName where none was given'),
  mail: z.string().optional().describe('SMTP address of a Microsoft 365 group, such as sales@contoso.com'),
  mailEnabled: z.boolean().describe('Whether the group receives mail, as a Microsoft 365 group does'),
  securityEnabled: z.boolean().describe('Whether it is a security group; assignments of any other have no effect'),
  groupTypes: z
    .array(z.enum(['Unified', 'DynamicMembership']))
    .readonly()
    .describe('Unified for a Microsoft 365 group, DynamicMembership where a rule decides who is a member'),
  membershipRule: z
    .string()
    .optional()
    .describe('Of a dynamic group: who its members are, such as user.department -eq "Sales"'),
  membershipRuleProcessingState: z
    .enum(['On', 'Paused'])
    .optional()
    .describe('While Paused, the members of a dynamic group stay as they are; On when left out'),
  createdDateTime: z.string().describe('When the group was created: 2026-01-05T09:40:00Z'),
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
