import { VerbError } from '@scimulator/shared/behaviour'
import type { Ids } from '@scimulator/shared/runtime'
import { type AppRole, DEFAULT_ACCESS_ROLE, type ServicePrincipal, USER_ROLE } from '../directory/service-principal.ts'
import type { SourceChange } from '../state/change.ts'
import type { EntraView } from '../state/state.ts'

export interface PrincipalId {
  readonly objectType: 'User' | 'Group'
  readonly objectId: string
}

/** Assigns in a role by its value or name, or with `Default Access`; without one in the role named User. */
export function assign(
  view: EntraView,
  app: ServicePrincipal,
  principal: PrincipalId,
  role: string | undefined,
  now: number,
  ids: Ids,
): SourceChange[] {
  return assignRole(view, app, principal, role === undefined ? USER_ROLE : roleIdNamed(app, role), now, ids)
}

/** @param appRoleId may be the all-zero id of default access */
export function assignRole(
  view: EntraView,
  app: ServicePrincipal,
  { objectType, objectId }: PrincipalId,
  appRoleId: string,
  now: number,
  ids: Ids,
): SourceChange[] {
  const held = [...view.assignmentIds(app.id, objectId)].map((id) => view.assignments.get(id)?.appRoleId)
  if (held.includes(appRoleId)) {
    throw new VerbError(
      'conflict',
      `The ${objectType.toLowerCase()} ${objectId} is assigned to "${app.displayName}" in this role already.`,
    )
  }
  const id = ids.uuid('AppRoleAssignment')
  const value = { id, principalId: objectId, principalType: objectType, resourceId: app.id, appRoleId, createdAt: now }
  return [{ kind: 'assignment', id, value, present: true }]
}

export function unassign(view: EntraView, app: ServicePrincipal, principalId: string): SourceChange[] {
  const ids = [...view.assignmentIds(app.id, principalId)]
  if (ids.length === 0) {
    throw new VerbError('not-found', `${principalId} is not assigned to "${app.displayName}" itself.`)
  }
  return ids.flatMap((id): SourceChange[] => {
    const value = view.assignments.get(id)
    return value ? [{ kind: 'assignment', id, value, present: false }] : []
  })
}

function roleIdNamed(app: ServicePrincipal, name: string): string {
  const isDefaultAccess = /^default access$/i.test(name) && !app.appRoles.some((one) => one.displayName === name)
  return isDefaultAccess ? DEFAULT_ACCESS_ROLE : roleNamed(app, name).id
}

function roleNamed({ appRoles, displayName }: ServicePrincipal, name: string): AppRole {
  const role = appRoles.find((one) => one.value === name || one.displayName === name || one.id === name)
  if (role) return role
  const known = appRoles.map((one) => one.displayName).join(', ')
  throw new VerbError('not-found', `"${displayName}" has no app role "${name}". Roles: ${known}.`)
}

/** All assignments of a principal, which end when it goes away for good and are told again when it comes back. */
export function assignmentsOf(view: EntraView, principalId: string, present: boolean): SourceChange[] {
  return [...view.servicePrincipals.keys()].flatMap((resourceId) =>
    [...view.assignmentIds(resourceId, principalId)].flatMap((id): SourceChange[] => {
      const value = view.assignments.get(id)
      return value ? [{ kind: 'assignment', id, value, present }] : []
    }),
  )
}
