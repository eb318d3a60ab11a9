import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { familiarName } from '../directory/entra-user.ts'

const AssignmentItem = z.object({
  id: z.string(),
  principal: z.string().describe('userPrincipalName, or displayName of a group'),
  principalType: z.enum(['User', 'Group']),
  principalId: z.string(),
  app: z.string().optional(),
  role: z.string(),
})

export const assignments = ({ engine: { view } }: EntraContext) =>
  defineView({
    name: 'assignments',
    describes: 'Who is assigned to which app in which role',
    query: z.strictObject({}),
    item: AssignmentItem,
    watches: ['assignment', 'user', 'group', 'servicePrincipal'],
    read: () =>
      [...view.assignments.values()].map(({ id, principalId, principalType, resourceId, appRoleId }) => {
        const app = view.servicePrincipals.get(resourceId)
        const user = view.users.get(principalId)
        const principal = user ? familiarName(user) : (view.groups.get(principalId)?.displayName ?? principalId)
        const role = app?.appRoles.find((one) => one.id === appRoleId)?.displayName ?? 'Default Access'
        return { key: principal, value: { id, principal, principalType, principalId, app: app?.displayName, role } }
      }),
  })
