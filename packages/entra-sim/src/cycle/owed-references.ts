// A cycle that breaks off leaves the watermark, and most of what it had to do comes again by itself. Two things do not: the manager of
// a user who was there for the sake of an escrow, which is settled by now, and the members of a group that was linked in this cycle.
import type { EngineChange } from '../directory/change.ts'
import { type Escrow, escrowKey } from '../job/escrow.ts'
import type { Engine } from './engine.ts'
import { liveMembers } from './plan-references.ts'
import type { Session } from './session.ts'

/** Escrows, due in the next cycle, for the references that a cycle could not write any more. */
export function owedReferences({ view, now }: Engine, session: Session): EngineChange[] {
  const { job, jobError, seenManagers, newlyLinked, compiled } = session
  if (!jobError) return []
  const at = {
    part: 'references',
    errorCode: jobError.code,
    firstFailedAt: now(),
    attempts: 1,
    nextAttemptAt: now(),
  } as const
  const mapsManagers = compiled.User.mapping.attributeMappings.some((one) => one.isReference)
  const users = [...(mapsManagers ? seenManagers.keys() : [])].map((objectId): Escrow => {
    return { ...at, objectId, objectType: 'User', members: [] }
  })
  const groups = [...newlyLinked].flatMap((objectId): Escrow[] => {
    const members = liveMembers(objectId, view).map((memberId) => ({ memberId, present: true }))
    return members.length === 0 ? [] : [{ ...at, objectId, objectType: 'Group', members }]
  })
  return [...users, ...groups].map((value) => ({ kind: 'escrow', jobId: job.id, key: escrowKey(value), value }))
}
