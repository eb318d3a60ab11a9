import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { groupScope, isInScope, userScope } from '../cycle/evaluate-scope.ts'
import { openSession } from '../cycle/session.ts'
import type { ServicePrincipal } from '../directory/service-principal.ts'
import type { ScopeFinding } from '../log/provisioning-record.ts'
import { grantingGroups } from '../state/assigned-roles.ts'
import { type Found, findUserOrGroup, jobOf } from '../state/find.ts'
import type { EntraView } from '../state/state.ts'

const StandingItem = z.object({
  app: z.string().describe('displayName of the application'),
  objectType: z.enum(['User', 'Group']).describe('Whether the object that was asked for is a user or a group'),
  assignedBy: z.array(z.string()).readonly().describe('"directly", or the names of groups'),
  roles: z
    .array(z.string())
    .readonly()
    .describe('Names of the app roles in which it is assigned; Default Access where none was chosen'),
  isActive: z.boolean().describe('Active in source system'),
  passesFilter: z.boolean().describe('Through the scoping filters of the mapping'),
  inScope: z.boolean().describe('Assigned in a role that counts, or all are synced; and through the scoping filters'),
  targetId: z.string().nullable().describe('The SCIM id of the account that belongs to it'),
  linkedAt: z
    .string()
    .nullable()
    .describe('When it was linked to that account: 2026-01-05T09:40:00Z; null while it is not'),
})

export const standings = (context: EntraContext) =>
  defineView({
    name: 'standings',
    describes:
      'For a user or a group, each application: how it is assigned, whether it is in scope, and which account is linked.',
    query: z.strictObject({
      object: z.string().optional().describe('A user or a group, by any name; nothing is shown without one'),
    }),
    item: StandingItem,
    watches: ['user', 'group', 'membership', 'assignment', 'servicePrincipal', 'job', 'link'],
    read: ({ object }) => {
      if (object === undefined) return []
      const { view } = context.ports
      const found = findUserOrGroup(view, object)
      return [...view.servicePrincipals.values()]
        .filter(({ isApplicationOnly }) => !isApplicationOnly)
        .flatMap((app) => standing(context, app, found))
        .map((value) => ({ key: value.app, value }))
    },
  })

/** None of an application without a provisioning job. */
function standing(
  { ports }: EntraContext,
  app: ServicePrincipal,
  found: Found,
): readonly z.infer<typeof StandingItem>[] {
  const { view } = ports
  const job = jobOf(view, app)
  if (!job) return []
  const { plan, data } = openSession(ports, job, 'rehearsal')
  const scope = found.objectType === 'User' ? userScope(found.user, plan) : groupScope(found.group, plan)
  const link = data.links.get(found.objectId)
  return [
    {
      app: app.displayName,
      objectType: found.objectType,
      ...assignmentsOf(view, app, found),
      ...scopeOf(scope),
      targetId: link?.targetId ?? null,
      linkedAt: link ? isoTime(link.linkedAt) : null,
    },
  ]
}

function scopeOf(scope: ScopeFinding) {
  const { isActive, passesFilter } = scope
  return { isActive, passesFilter, inScope: isInScope(scope) }
}

function assignmentsOf(view: EntraView, app: ServicePrincipal, { objectType, objectId }: Found) {
  const groups = objectType === 'User' ? grantingGroups(view, objectId) : []
  const held = [objectId, ...groups].flatMap((id) =>
    [...view.assignmentIds(app.id, id)].map((assignment) => ({
      id,
      role: view.assignments.get(assignment)?.appRoleId,
    })),
  )
  const by = held.map(({ id }) => (id === objectId ? 'directly' : (view.groups.get(id)?.displayName ?? id)))
  const roles = held.map(({ role }) => app.appRoles.find((one) => one.id === role)?.displayName ?? 'Default Access')
  return { assignedBy: [...new Set(by)], roles: [...new Set(roles)] }
}
