// What a cycle wants for one group. Groups have no `active`: leaving scope and being deleted both end in DELETE
// (SCIMReferenceCode validation tests; azure-docs#63942).
import type { Link } from '../job/link.ts'
import { groupScope, isInScope } from './evaluate-scope.ts'
import type { ObjectIntent, Reason, RemovalCause } from './intent.ts'
import { planForgotten } from './plan-forgotten.ts'
import type { PlanInput } from './plan-input.ts'

/** Undefined when groups are switched off, or the job knows nothing of the group and it is gone. */
export function planGroup(objectId: string, reasons: readonly Reason[], input: PlanInput): ObjectIntent | undefined {
  if (!input.compiled.Group.isEnabled) return planForgotten('Group', objectId, reasons, 'GroupsNotEnabled')
  const group = input.view.groups.get(objectId)
  const link = input.links.get(objectId)
  const scope = group ? groupScope(group, input) : null
  const base = { objectType: 'Group', objectId, reasons, scope } as const
  if (!group || group.deletedAt !== undefined) {
    return link ? removal(base, link, 'groupDeleted', input) : planForgotten('Group', objectId, reasons)
  }
  if (scope && isInScope(scope)) return { ...base, kind: 'evaluate', isSoftDeleted: false, isInBin: false }
  if (!link?.managed || scope?.isRead === false) {
    return { ...base, kind: 'skip', reason: scope?.isEntitled ? 'OutOfScope' : 'NotEffectivelyEntitled', after: 'keep' }
  }
  if (input.skipOutOfScopeDeletions)
    return { ...base, kind: 'skip', reason: 'SkipOutOfScopeDeletions', after: 'unmanage' }
  return removal(base, link, 'outOfScope', input)
}

function removal(
  base: Pick<ObjectIntent, 'objectId' | 'reasons' | 'scope'> & { readonly objectType: 'Group' },
  link: Link,
  cause: RemovalCause,
  input: PlanInput,
): ObjectIntent {
  if (!link.managed) return { ...base, kind: 'skip', reason: 'NoLongerManaged', after: 'forget' }
  if (!input.compiled.Group.flow.delete) {
    const after = cause === 'outOfScope' ? 'unmanage' : 'forget'
    return { ...base, kind: 'skip', reason: 'DeleteNotEnabled', after }
  }
  return { ...base, kind: 'remove', action: 'delete', cause }
}
