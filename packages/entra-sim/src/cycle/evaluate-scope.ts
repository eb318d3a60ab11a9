// Whether an object is in scope: assigned in a role that entitles, or everybody; and through the scoping filter.
import type { EntraSwitches } from '../behaviour.ts'
import type { CompiledJob } from '../compiled/compiled-job.ts'
import type { EntraGroup } from '../directory/entra-group.ts'
import { type EntraUser, isEnabled } from '../directory/entra-user.ts'
import type { ScopeFinding } from '../log/provisioning-record.ts'
import type { EvaluatedScope } from '../scoping/index.ts'
import { groupStanding, userStanding } from '../state/assigned-roles.ts'
import { groupSource, userSource } from '../state/source-attributes.ts'
import type { EntraView } from '../state/state.ts'

export interface ScopeContext {
  readonly view: EntraView
  readonly servicePrincipalId: string
  readonly syncAll: boolean
  readonly compiled: CompiledJob
  readonly switches: EntraSwitches
}

export function userScope(user: EntraUser, context: ScopeContext): ScopeFinding {
  const { view, servicePrincipalId, syncAll, compiled, switches } = context
  const { isAssigned, isEntitled } = userStanding(view, servicePrincipalId, user.id)
  const source = userSource(user, { view, servicePrincipalId, isSoftDeleted: false, switches })
  return {
    isActive: user.deletedAt === undefined && isEnabled(user),
    isAssigned,
    isEntitled: syncAll || isEntitled,
    ...filterFinding(compiled.User.evaluateScope(source)),
  }
}

export function groupScope(group: EntraGroup, context: ScopeContext): ScopeFinding {
  const { view, servicePrincipalId, syncAll, compiled } = context
  const { isAssigned, isEntitled } = groupStanding(view, servicePrincipalId, group)
  return {
    isActive: group.deletedAt === undefined,
    isAssigned,
    isEntitled: syncAll || isEntitled,
    ...filterFinding(compiled.Group.evaluateScope(groupSource(group, view))),
  }
}

function filterFinding({ inScope, passesInputFilter, passesCategoryFilter }: EvaluatedScope) {
  return { passesFilter: inScope, isRead: passesInputFilter && passesCategoryFilter }
}

export function isInScope(scope: ScopeFinding): boolean {
  return scope.isEntitled && scope.passesFilter
}
