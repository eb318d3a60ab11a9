// Whether an object is in scope: assigned (directly, or as a direct member of an assigned security group; nested groups are never
// followed), or everybody; and through the scoping filter.
import type { EntraSwitches } from '../behaviour.ts'
import type { EntraGroup } from '../directory/entra-group.ts'
import { type EntraUser, isEnabled } from '../directory/entra-user.ts'
import { groupSource, userSource } from '../directory/source-attributes.ts'
import type { EntraView } from '../directory/state.ts'
import type { CompiledJob } from '../job/compiled-job.ts'
import type { ScopeFinding } from '../log/provisioning-record.ts'
import type { EvaluatedScope } from '../scoping/index.ts'

export interface ScopeContext {
  readonly view: EntraView
  readonly servicePrincipalId: string
  readonly syncAll: boolean
  readonly compiled: CompiledJob
  readonly switches: EntraSwitches
}

export function userScope(user: EntraUser, context: ScopeContext): ScopeFinding {
  const { view, servicePrincipalId, syncAll, compiled, switches } = context
  const isAssigned = isUserAssigned(user.id, context)
  const source = userSource(user, { view, servicePrincipalId, isSoftDeleted: false, switches })
  return {
    isActive: user.deletedAt === undefined && isEnabled(user),
    isAssigned,
    isEntitled: syncAll || isAssigned,
    ...filterFinding(compiled.User.evaluateScope(source)),
  }
}

export function groupScope(group: EntraGroup, context: ScopeContext): ScopeFinding {
  const { view, servicePrincipalId, syncAll, compiled } = context
  const isAssigned = isGroupAssigned(group.id, context) && view.assignmentIds(servicePrincipalId, group.id).size > 0
  return {
    isActive: group.deletedAt === undefined,
    isAssigned,
    isEntitled: syncAll || isAssigned,
    ...filterFinding(compiled.Group.evaluateScope(groupSource(group, view))),
  }
}

function filterFinding({ inScope, passesInputFilter, passesCategoryFilter }: EvaluatedScope) {
  return { passesFilter: inScope, isRead: passesInputFilter && passesCategoryFilter }
}

export function isInScope(scope: ScopeFinding): boolean {
  return scope.isEntitled && scope.passesFilter
}

/** Assigned groups need `securityEnabled` (Microsoft: How application provisioning works). */
export function isGroupAssigned(groupId: string, { view, servicePrincipalId }: ScopeContext): boolean {
  const group = view.groups.get(groupId)
  if (!group || group.deletedAt !== undefined || !group.securityEnabled) return false
  return view.assignmentIds(servicePrincipalId, groupId).size > 0
}

function isUserAssigned(userId: string, context: ScopeContext): boolean {
  const { view, servicePrincipalId } = context
  if (view.assignmentIds(servicePrincipalId, userId).size > 0) return true
  for (const groupId of view.memberships.leftsOf(userId)) if (isGroupAssigned(groupId, context)) return true
  return false
}
