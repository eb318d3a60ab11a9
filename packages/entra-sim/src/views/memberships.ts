import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { type EntraGroup, isDynamic } from '../directory/entra-group.ts'
import { familiarName } from '../directory/entra-user.ts'
import { findGroup, findUserOrGroup } from '../state/find.ts'
import type { EntraView } from '../state/state.ts'
import { GroupName } from '../verbs/inputs.ts'

const MembershipItem = z.object({
  group: z.string().describe('displayName'),
  groupId: z.string().describe('Object id of the group'),
  member: z.string().describe('userPrincipalName, or displayName of a group'),
  memberId: z.string().describe('Object id of the member'),
  memberType: z.enum(['User', 'Group']).describe('Whether the member is a user or a nested group'),
  displayName: z.string().describe('Of the member'),
  isDynamic: z.boolean().describe('The rule of the group decides, not an administrator'),
})
type MembershipItem = z.infer<typeof MembershipItem>

export const memberships = ({ ports: { view } }: EntraContext) =>
  defineView({
    name: 'memberships',
    describes: 'The direct members of each group; soft-deleted ones are left out.',
    query: z.strictObject({
      group: GroupName.optional().describe('Only members of this group'),
      member: z.string().optional().describe('Only groups of this user or group'),
    }),
    item: MembershipItem,
    watches: ['group', 'membership', 'user'],
    read: ({ group, member }) => {
      const groups = group === undefined ? [...view.groups.values()] : [findGroup(view, group)]
      const memberId = member === undefined ? undefined : findUserOrGroup(view, member).objectId
      return groups
        .filter(({ deletedAt }) => deletedAt === undefined)
        .flatMap((one) => membersOf(view, one, memberId))
        .map((value) => ({ key: `${value.groupId} ${value.memberId}`, value }))
    },
  })

function membersOf(view: EntraView, group: EntraGroup, only: string | undefined): readonly MembershipItem[] {
  const all = only === undefined ? view.memberships.rightsOf(group.id) : [only]
  return [...all].flatMap((memberId) => {
    const known = view.memberships.has(group.id, memberId) ? memberOf(view, memberId) : undefined
    if (known === undefined) return []
    return { group: group.displayName, groupId: group.id, memberId, ...known, isDynamic: isDynamic(group) }
  })
}

function memberOf(
  view: EntraView,
  id: string,
): Pick<MembershipItem, 'member' | 'memberType' | 'displayName'> | undefined {
  const user = view.users.get(id)
  const group = view.groups.get(id)
  const one = user ?? group
  if (one === undefined || one.deletedAt !== undefined) return undefined
  if (group) return { member: group.displayName, memberType: 'Group', displayName: group.displayName }
  const member = user ? familiarName(user) : id
  return { member, memberType: 'User', displayName: String(user?.attributes.displayName ?? member) }
}
