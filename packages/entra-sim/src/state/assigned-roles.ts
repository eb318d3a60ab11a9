// In which app roles somebody may use an app: their own, and those of every assigned group that they are a direct member of (Microsoft
// Q&A 671361). Default access, the all-zero role, entitles to nothing where the app has roles to choose from.
import type { EntraGroup } from '../directory/entra-group.ts'
import { type AppRole, DEFAULT_ACCESS_ROLE } from '../directory/service-principal.ts'
import type { EntraView } from './state.ts'

/** How a user or a group stands to an app. */
export interface Standing {
  readonly isAssigned: boolean
  /** In a role that provisioning counts: any but default access, or default access of an app without roles. */
  readonly isEntitled: boolean
}

/** A user is assigned directly, or as a direct member of an assigned security group; nested groups are never followed. */
export function userStanding(view: EntraView, appId: string, userId: string): Standing {
  return standingOf(view, appId, [userId, ...grantingGroups(view, userId)])
}

/** Assigned groups need `securityEnabled` (Microsoft: How application provisioning works). */
export function groupStanding(view: EntraView, appId: string, group: EntraGroup): Standing {
  return standingOf(view, appId, grants(group) ? [group.id] : [])
}

/** The roles that provisioning can read, each once: those of the user, then those of groups, in the order of their assignment. */
export function assignedRoles(view: EntraView, appId: string, userId: string): readonly AppRole[] {
  const roles = view.servicePrincipals.get(appId)?.appRoles ?? []
  const held = new Set([userId, ...grantingGroups(view, userId)].flatMap((id) => roleIds(view, appId, id)))
  return [...held].flatMap((id) => roles.find((role) => role.id === id) ?? [])
}

function standingOf(view: EntraView, appId: string, principals: readonly string[]): Standing {
  const held = principals.flatMap((id) => roleIds(view, appId, id))
  const hasRoles = (view.servicePrincipals.get(appId)?.appRoles ?? []).some(({ isEnabled }) => isEnabled)
  const counts = (roleId: string) => roleId !== DEFAULT_ACCESS_ROLE || !hasRoles
  return { isAssigned: held.length > 0, isEntitled: held.some(counts) }
}

/** Groups through which a user is assigned where they are: security groups with the user as a direct member. */
export function grantingGroups(view: EntraView, userId: string): readonly string[] {
  return [...view.memberships.leftsOf(userId)].filter((groupId) => {
    const group = view.groups.get(groupId)
    return group !== undefined && grants(group)
  })
}

/** Members to whom a group gives its assignments; nobody of one that gives none. */
export function grantedBy(view: EntraView, groupId: string): readonly string[] {
  const group = view.groups.get(groupId)
  return group !== undefined && grants(group) ? [...view.memberships.rightsOf(groupId)] : []
}

function grants({ deletedAt, securityEnabled }: EntraGroup): boolean {
  return deletedAt === undefined && securityEnabled
}

function roleIds(view: EntraView, appId: string, principalId: string): readonly string[] {
  return [...view.assignmentIds(appId, principalId)].flatMap((id) => view.assignments.get(id)?.appRoleId ?? [])
}
