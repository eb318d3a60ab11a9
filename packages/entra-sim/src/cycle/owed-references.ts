// An aborted cycle keeps the old watermark, so most of its work is repeated. Two things are not: the manager of
// a user who was there for the sake of an escrow, which is settled by now, and the members of a group that was linked in this cycle.
// Where the process dies, nothing can be said at the end: the manager is owed from the step that settles the escrow.

import type { Outcome } from '../conversation/outcome.ts'
import { type Escrow, escrowKey } from '../job/escrow.ts'
import type { EngineChange } from '../state/change.ts'
import type { TenantPorts } from '../tenant-ports.ts'
import type { ObjectIntent } from './intent.ts'
import { liveMembers } from './plan-references.ts'
import type { Session } from './session.ts'

/** Escrows, due in the next cycle, for the references that a cycle could not write any more. */
export function owedReferences({ view, now }: TenantPorts, session: Session): EngineChange[] {
  const { job } = session
  const { jobError, seenManagers, newlyLinked } = session.facts
  if (!jobError) return []
  const at = {
    part: 'references',
    errorCode: jobError.code,
    firstFailedAt: now(),
    attempts: 1,
    nextAttemptAt: now(),
  } as const
  const users = [...(mapsManagers(session) ? seenManagers.keys() : [])].map((objectId): Escrow => {
    return { ...at, objectId, objectType: 'User', members: [] }
  })
  const groups = [...newlyLinked].flatMap((objectId): Escrow[] => {
    const members = liveMembers(objectId, view).map((memberId) => ({ memberId, present: true }))
    return members.length === 0 ? [] : [{ ...at, objectId, objectType: 'Group', members }]
  })
  return [...users, ...groups].map((value) => ({ kind: 'escrow', jobId: job.id, key: escrowKey(value), value }))
}

/** The manager of a user whose escrow this outcome settles: an escrow of its own, until the reference is written. */
export function owedManager(
  { now }: TenantPorts,
  session: Session,
  intent: ObjectIntent,
  outcome: Outcome,
): EngineChange[] {
  const { objectId, objectType, kind } = intent
  const { escrows } = session.data
  const settled = escrows.get(escrowKey({ objectId, part: 'object' }))
  const key = escrowKey({ objectId, part: 'references' })
  const isEvaluatedUser = objectType === 'User' && kind === 'evaluate' && outcome.seenManager !== undefined
  if (!settled || escrows.has(key) || !isEvaluatedUser || outcome.error || !mapsManagers(session)) return []
  const { errorCode } = settled
  const at = { firstFailedAt: now(), attempts: 0, nextAttemptAt: now() }
  const value: Escrow = { objectId, objectType, part: 'references', errorCode, members: [], ...at }
  return [{ kind: 'escrow', jobId: session.job.id, key, value }]
}

function mapsManagers({ compiled }: Session): boolean {
  return compiled.User.mapping.attributeMappings.some((one) => one.isReference)
}
