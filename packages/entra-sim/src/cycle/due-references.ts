// Once an object that had failed is in the target, what waited for it is due in the same cycle: the memberships and the reports that
// name it, and the members of a group that failed itself. The step that settles the object says so, so that a cycle which breaks off
// after it leaves nothing behind.

import { type Escrow, escrowKey } from '../job/escrow.ts'
import type { EngineChange } from '../state/change.ts'
import type { TenantPorts } from '../tenant-ports.ts'
import { membersOf } from './plan-references.ts'
import type { Session } from './session.ts'

export interface DueReferences {
  readonly changes: readonly EngineChange[]
  /** Users whose manager is to be written although they were not looked at in this cycle. */
  readonly reports: readonly string[]
}

/** @param objectId of an object that is in the target now and was not, or had failed, before */
export function dueReferences(
  { view }: TenantPorts,
  { job, data, startedAt }: Session,
  objectId: string,
): DueReferences {
  const owedBy = (id: string) => data.escrows.get(escrowKey({ objectId: id, part: 'references' }))
  const own = view.groups.has(objectId) ? [owedBy(objectId)] : []
  const groups = [...view.memberships.leftsOf(objectId)].map(owedBy).filter((owed) => names(owed, objectId))
  const reports = [...view.reportsOf(objectId)].map(owedBy)
  const due = (escrow: Escrow | undefined): EngineChange[] => {
    if (!escrow || escrow.nextAttemptAt <= startedAt) return []
    const value = { ...escrow, nextAttemptAt: startedAt }
    return [{ kind: 'escrow', jobId: job.id, key: escrowKey(escrow), value }]
  }
  return {
    changes: [...own, ...groups, ...reports].flatMap(due),
    reports: reports.flatMap((escrow) => (escrow?.objectType === 'User' ? [escrow.objectId] : [])),
  }
}

/**
 * The members of a group whose removal was held back and is not wanted any more: what has changed since is to be sent. Meanwhile nothing
 * was, and nothing was kept.
 */
export function owedMembers(
  { view, now }: TenantPorts,
  { job, data, startedAt }: Session,
  groupId: string,
): EngineChange[] {
  const members = membersOf(groupId, { view, data }).filter(
    ({ memberId, present }) => present !== data.references.has(groupId, memberId),
  )
  if (members.length === 0) return []
  const at = { firstFailedAt: now(), attempts: 0, nextAttemptAt: startedAt, errorCode: 'AccidentalDeletionsPrevented' }
  const value: Escrow = { objectId: groupId, objectType: 'Group', part: 'references', members, ...at }
  return [{ kind: 'escrow', jobId: job.id, key: escrowKey(value), value }]
}

function names(escrow: Escrow | undefined, memberId: string): boolean {
  return escrow?.members.some((member) => member.memberId === memberId) ?? false
}
