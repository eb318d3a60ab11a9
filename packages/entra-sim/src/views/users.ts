import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { type EntraUser, familiarName } from '../directory/entra-user.ts'
import { USER_ATTRIBUTES, type UserAttribute } from '../directory/user-attributes.ts'
import { userStanding } from '../state/assigned-roles.ts'
import { findApp } from '../state/find.ts'

const AttributeItem = z.union([z.string(), z.boolean(), z.number(), z.array(z.string()).readonly()])

/** Without their names for the compiler: a name that could be any would be that of `id` as well. */
const ATTRIBUTES: Readonly<Record<never, never>> = Object.fromEntries(
  USER_ATTRIBUTES.map((one) => [one.name, AttributeItem.optional().describe(meaningOf(one))]),
)

/** Beside these the source attributes that have a value, under the names that mappings use, directory extensions among them. */
const UserItem = z
  .object({
    id: z.string().describe('Object id, a UUID'),
    key: z.string().optional().describe('What scenarios call the person'),
    userType: z.enum(['Member', 'Guest']).describe('Guest for people who were invited from elsewhere'),
    manager: z.string().optional().describe('userPrincipalName'),
    deletedDateTime: z.string().optional().describe('Set while the user lies in the bin'),
  })
  .extend(ATTRIBUTES)
  .catchall(AttributeItem)
  .meta({ otherNames: '^extension_' })

export const users = ({ ports: { view } }: EntraContext) =>
  defineView({
    name: 'users',
    describes: 'Users of the tenant, including soft-deleted users, under their prefixed names.',
    query: z.strictObject({
      deleted: z.enum(['yes', 'no']).optional().describe('Only those in the bin, or none of them'),
      blocked: z.enum(['yes', 'no']).optional().describe('Only those who may not sign in, or none of them'),
      assigned: z
        .string()
        .optional()
        .describe('Only those who are assigned to this app, themselves or as members of a group')
        .meta({ refers: 'entra.applications' }),
    }),
    item: UserItem,
    watches: ['user', 'assignment', 'membership', 'group'],
    read: ({ deleted, blocked, assigned }) => {
      const appId = assigned === undefined ? undefined : findApp(view, assigned).id
      const isWanted = (user: EntraUser): boolean =>
        isAsked(deleted, user.deletedAt !== undefined) &&
        isAsked(blocked, user.attributes.accountEnabled === false) &&
        (appId === undefined || userStanding(view, appId, user.id).isAssigned)
      return [...view.users.values()].filter(isWanted).map((user) => {
        const manager = user.managerId === undefined ? undefined : view.users.get(user.managerId)
        const value = {
          id: user.id,
          ...(user.key !== undefined && { key: user.key }),
          userType: user.userType,
          ...user.attributes,
          ...(manager && { manager: familiarName(manager) }),
          ...(user.deletedAt !== undefined && { deletedDateTime: isoTime(user.deletedAt) }),
        }
        return {
          key: user.deletedAt === undefined ? familiarName(user) : String(user.attributes.userPrincipalName),
          value,
        }
      })
    },
  })

function isAsked(asked: 'yes' | 'no' | undefined, is: boolean): boolean {
  return asked === undefined || is === (asked === 'yes')
}

function meaningOf({ name, graphName, describes }: UserAttribute): string {
  return name === graphName ? describes : `${describes} (Microsoft Graph: ${graphName})`
}
