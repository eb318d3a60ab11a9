// What the references of a user or a group leave behind. Pure: the caller commits and counts.
//
//  the references                      | known to be at the target | escrow
//  ------------------------------------|---------------------------|---------------------------------------------------
//  were written, all of them           | what was written          | cleared
//  were written, but some have to wait | what was written          | has those that wait; counts as a failure
//  failed                              | what had been written     | has the rest, with the code of the failure
//  failed, and so has the whole job    | what had been written     | stays: the cycle comes again; not sent is owed later
//  failed on demand                    | what had been written     | stays: on demand nothing is tried again
//  were not sent, as all have to wait  | nothing                   | has those that wait; counts as a failure
//  were not sent, as the group failed  | nothing                   | has them, without an attempt that counts
//  were not sent, as there are none    | nothing                   | cleared
import type { EntraSwitches } from '../behaviour.ts'
import type { Outcome } from '../conversation/outcome.ts'
import type { MembersIntent } from '../cycle/plan-references.ts'
import { type Escrow, escrowKey, type MemberDelta } from '../job/escrow.ts'
import type { EngineChange } from '../state/change.ts'
import { type AbsorbView, absorbHeldMembers, absorbManager, absorbReferenceFailure, clearEscrow } from './absorb.ts'

export interface AbsorbedReferences {
  readonly changes: readonly EngineChange[]
  /** Whether something reached the target. */
  readonly isExported: boolean
  /** Whether it counts as a failure of references. */
  readonly isFailure: boolean
}

/** The code under which references wait for an object that is not in the target. */
export const UNRESOLVED = 'UnableToResolveReferenceAttributeValue'

/** Whether references to an object whose own provisioning failed are kept until it succeeds. */
export function keepsReferences({ referenceRetry }: Pick<EntraSwitches, 'referenceRetry'>): boolean {
  return referenceRetry === 'escrow'
}

type Activity = 'cycle' | 'provisionOnDemand'

/** What a PATCH of the manager leaves. @param wanted the target's id of the manager, null for none */
export function absorbWrittenManager(
  view: AbsorbView,
  activity: Activity,
  userId: string,
  wanted: string | null,
  error: Outcome['error'],
): AbsorbedReferences {
  const written = error ? [] : absorbManager(view, userId, wanted)
  return absorbWritten(view, activity, { objectType: 'User', objectId: userId }, error, written, [])
}

/** The target has the right manager already. */
export function absorbRightManager(view: AbsorbView, userId: string, manager: string | null): AbsorbedReferences {
  return quiet([...absorbManager(view, userId, manager), ...clearEscrow(view, userId, 'references')])
}

/**
 * The manager is not in the target: the user goes without, until a restart (Microsoft: Known issues for provisioning); or until the
 * manager is there, when the manager's own provisioning failed.
 */
export function absorbMissingManager(
  view: AbsorbView,
  activity: Activity,
  userId: string,
  managerId: string,
): AbsorbedReferences {
  const isAwaited =
    keepsReferences(view.switches) && view.data.escrows.has(escrowKey({ objectId: managerId, part: 'object' }))
  if (!isAwaited) return quiet(clearEscrow(view, userId, 'references'))
  if (activity !== 'cycle') return quiet([])
  return waits(view, { objectType: 'User', objectId: userId }, [])
}

/** What PATCHes of members leave. @param written whom they reached, by their ids in the source */
export function absorbWrittenMembers(
  view: AbsorbView,
  activity: Activity,
  intent: MembersIntent,
  error: Outcome['error'],
  written: Pick<MembersIntent, 'added' | 'removed'>,
): AbsorbedReferences {
  const { groupId } = intent
  const changes = [
    ...written.added.map((memberId) => reference(view, groupId, memberId, true)),
    ...written.removed.map((memberId) => reference(view, groupId, memberId, false)),
  ]
  const done = new Set([...written.added, ...written.removed])
  const unwritten = [
    ...intent.added.map((memberId) => ({ memberId, present: true })),
    ...intent.removed.map((memberId) => ({ memberId, present: false })),
  ].filter(({ memberId }) => !done.has(memberId))
  const owed = [...unwritten, ...intent.waiting]
  return absorbWritten(view, activity, { objectType: 'Group', objectId: groupId }, error, changes, owed)
}

/** What is left of an intent by which nothing is sent. */
export function absorbUnsentMembers(view: AbsorbView, { groupId, waiting, isHeld }: MembersIntent): AbsorbedReferences {
  if (isHeld) return quiet(absorbHeldMembers(view, groupId, waiting))
  if (waiting.length === 0) return quiet(clearEscrow(view, groupId, 'references'))
  return waits(view, { objectType: 'Group', objectId: groupId }, waiting)
}

/** Members who lie in the target no more, because they themselves are gone there. */
export function absorbLapsedMembers(view: AbsorbView, { groupId, lapsed }: MembersIntent): readonly EngineChange[] {
  return lapsed.map((memberId) => reference(view, groupId, memberId, false))
}

function absorbWritten(
  view: AbsorbView,
  activity: Activity,
  object: Pick<Escrow, 'objectId' | 'objectType'>,
  error: Outcome['error'],
  written: readonly EngineChange[],
  owed: readonly MemberDelta[],
): AbsorbedReferences {
  if (!error) {
    const isFailure = owed.length > 0
    const rest = isFailure ? [unresolved(view, object, owed)] : clearEscrow(view, object.objectId, 'references')
    return { changes: [...written, ...rest], isExported: true, isFailure }
  }
  const failure = { ...object, errorCode: error.code, members: owed }
  const isKept = activity === 'cycle' && !error.isJobLevel
  const kept = isKept ? [absorbReferenceFailure(view, failure, error.retryAfterMs)] : []
  return { changes: [...written, ...kept], isExported: false, isFailure: true }
}

function waits(
  view: AbsorbView,
  object: Pick<Escrow, 'objectId' | 'objectType'>,
  members: readonly MemberDelta[],
): AbsorbedReferences {
  return { changes: [unresolved(view, object, members)], isExported: false, isFailure: true }
}

function quiet(changes: readonly EngineChange[]): AbsorbedReferences {
  return { changes, isExported: false, isFailure: false }
}

/** References that wait for an object whose own provisioning failed. */
function unresolved(
  view: AbsorbView,
  object: Pick<Escrow, 'objectId' | 'objectType'>,
  members: readonly MemberDelta[],
): EngineChange {
  return absorbReferenceFailure(view, { ...object, errorCode: UNRESOLVED, members }, undefined)
}

function reference({ jobId }: AbsorbView, groupId: string, memberId: string, present: boolean): EngineChange {
  return { kind: 'reference', jobId, groupId, memberId, present }
}
