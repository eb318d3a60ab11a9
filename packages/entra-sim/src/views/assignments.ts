import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { familiarName } from '../directory/entra-user.ts'
import type { AppRoleAssignment } from '../directory/service-principal.ts'
import { grantedBy } from '../state/assigned-roles.ts'
import { findApp } from '../state/find.ts'
import type { EntraView } from '../state/state.ts'

const AssignmentItem = z.object({
  id: z
    .string()
    .describe('Id of the appRoleAssignment; a member who is assigned through a group has that of the group'),
  principal: z.string().describe('userPrincipalName, or displayName of a group'),
  principalType: z.enum(['User', 'Group']).describe('Whether the principal is a user or a group'),
  principalId: z.string().describe('Object id of the user or group'),
  app: z.string().optional().describe('displayName of the application'),
  role: z.string().describe('displayName of the app role; Default Access where none was chosen'),
  viaGroup: z.string().optional().describe('Of a member: displayName of the group that is assigned'),
})
type AssignmentItem = z.infer<typeof AssignmentItem>

export const assignments = ({ ports: { view } }: EntraContext) =>
  defineView({
    name: 'assignments',
    describes: 'Who is assigned to which app in which role.',
    query: z.strictObject({
      app: z.string().optional().describe('Only of this app').meta({ refers: 'entra.applications' }),
      members: z
        .enum(['yes', 'no'])
        .default('no')
        .describe('Also the direct members of assigned security groups, who are assigned through them'),
    }),
    item: AssignmentItem,
    watches: ['assignment', 'user', 'group', 'servicePrincipal', 'membership'],
    read: ({ app, members }) => {
      const only = app === undefined ? undefined : findApp(view, app).id
      const direct = [...view.assignments.values()].filter(({ resourceId }) => [undefined, resourceId].includes(only))
      return direct
        .map((one) => assignmentItem(view, one))
        .flatMap((one) => (members === 'yes' ? [one, ...throughGroup(view, one)] : [one]))
        .map((value) => ({ key: keyOf(value), value }))
    },
  })

function keyOf({ principal, viaGroup }: AssignmentItem): string {
  return viaGroup === undefined ? principal : `${principal} via ${viaGroup}`
}

function assignmentItem(view: EntraView, assignment: AppRoleAssignment): AssignmentItem {
  const { id, principalId, principalType, resourceId, appRoleId } = assignment
  const app = view.servicePrincipals.get(resourceId)
  const user = view.users.get(principalId)
  const principal = user ? familiarName(user) : (view.groups.get(principalId)?.displayName ?? principalId)
  const role = app?.appRoles.find((one) => one.id === appRoleId)?.displayName ?? 'Default Access'
  return { id, principal, principalType, principalId, app: app?.displayName, role }
}

/** Users alone: a group in a group is assigned to nothing by that. */
function throughGroup(view: EntraView, assignment: AssignmentItem): readonly AssignmentItem[] {
  return grantedBy(view, assignment.principalId).flatMap((userId) => {
    const user = view.users.get(userId)
    if (user === undefined || user.deletedAt !== undefined) return []
    const who = { principal: familiarName(user), principalType: 'User' as const, principalId: userId }
    return [{ ...assignment, ...who, viaGroup: assignment.principal }]
  })
}
