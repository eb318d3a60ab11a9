// Writes references once users and groups are there: managers of the users that were looked at, then members of groups.

import { converse } from '@scimulator/shared/provisioning'
import { type Outcome, outcome } from '../conversation/outcome.ts'
import { type ManagerChange, managerReference, memberReferences } from '../conversation/references.ts'
import type { Engine } from '../engine.ts'
import { type Escrow, escrowKey, type MemberDelta } from '../job/escrow.ts'
import type { ProvisioningRecord } from '../log/provisioning-record.ts'
import type { EngineChange } from '../state/change.ts'
import { type AbsorbView, absorbHeldMembers, absorbManager, absorbReferenceFailure, clearEscrow } from './absorb.ts'
import { absorbView } from './carry-out-intent.ts'
import { objectContext } from './context-of-object.ts'
import { markGivenUp } from './given-up.ts'
import { type MembersIntent, planReferences } from './plan-references.ts'
import { listening, NOTHING_SENT, type Sent, sendAbout } from './send-about.ts'
import { hasEnded, type Session } from './session.ts'
import { sourceName } from './source-name.ts'
import { workThrough } from './work-through.ts'

export async function carryOutReferences(engine: Engine, session: Session): Promise<void> {
  const isStopped = () => hasEnded(engine, session)
  const write = async ([id, seen]: readonly [string, string | null]) => {
    await carryOutManager(engine, session, id, seen)
    if (!isStopped()) session.seenManagers.delete(id)
  }
  await workThrough(engine, session, managersToWrite(session), write)
  if (isStopped() || !mapsMembers(session)) return
  const intents = planReferences({
    view: engine.view,
    data: session.data,
    watermark: session.job.watermark,
    newlyLinked: session.newlyLinked,
    failed: session.failedGroups,
    waitsForMembers: engine.switches.referenceRetry === 'escrow',
    now: session.startedAt,
  })
  const carry = async (intent: MembersIntent) => {
    await carryOutMembers(engine, session, intent)
    if (!isStopped()) session.newlyLinked.delete(intent.groupId)
  }
  await workThrough(engine, session, [...intents], carry)
}

/** Of the users that were looked at, and of those whose manager is there at last: the manager that the target has. */
function managersToWrite({ seenManagers, dueManagers, data }: Session): [userId: string, seen: string | null][] {
  const due = [...dueManagers].filter((id) => !seenManagers.has(id))
  const known = due.map((id): [string, string | null] => [id, data.links.get(id)?.manager ?? null])
  return [...seenManagers, ...known].sort(([a], [b]) => (a < b ? -1 : 1))
}

export function mapsMembers({ compiled }: Session): boolean {
  const { isEnabled, mapping } = compiled.Group
  return isEnabled && mapping.attributeMappings.some((one) => one.mapping.targetAttributeName === 'members')
}

export async function carryOutManager(engine: Engine, session: Session, userId: string, seen: string | null) {
  const context = objectContext(engine, session, { objectType: 'User', objectId: userId, isSoftDeleted: false })
  const row = context.compiled.mapping.attributeMappings.find((one) => one.isReference && !one.definition.multivalued)
  const { targetId } = context
  if (!row || targetId === undefined) return
  const managerId = managerOf(context.source('manager'))
  const wanted = managerId === undefined ? undefined : context.targetIdOf(managerId)
  if (managerId !== undefined && wanted === undefined) {
    unresolvedManager(engine, session, userId, managerId)
    return
  }
  const written = session.data.links.get(userId)?.manager ?? null
  const isRight = wanted === undefined ? written === null : wanted === seen
  if (isRight) {
    settleManager(engine, session, userId, wanted ?? null)
    return
  }
  const path = row.mapping.targetAttributeName
  // Add or Replace goes by what the target returned; what is taken away may never have been returned.
  const change: ManagerChange = { path, wanted, seen: wanted === undefined ? (seen ?? written) : seen }
  const listener = listening()
  const result = await converse(
    managerReference(context, targetId, change),
    sendAbout(engine, 'User', userId),
    listener.heard,
  )
  const changes = result.error ? [] : absorbManager(absorbView(engine, session), userId, wanted ?? null)
  absorbReferences(engine, session, { objectType: 'User', objectId: userId }, result, changes, [])
  const told = markGivenUp(session, { objectId: userId, part: 'references' }, result)
  engine.record(referenceRecord(engine, session, 'User', userId, told, listener.sent()))
}

function managerOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function settleManager(engine: Engine, session: Session, userId: string, manager: string | null): void {
  const view = absorbView(engine, session)
  engine.commit([...absorbManager(view, userId, manager), ...clearEscrow(view, userId, 'references')])
}

/**
 * The manager is not in the target: the user goes without, until a restart (Microsoft: Known issues for provisioning); or until the
 * manager is there, when his own provisioning failed.
 */
function unresolvedManager(engine: Engine, session: Session, userId: string, managerId: string): void {
  const view = absorbView(engine, session)
  const isAwaited =
    engine.switches.referenceRetry === 'escrow' &&
    session.data.escrows.has(escrowKey({ objectId: managerId, part: 'object' }))
  if (!isAwaited) engine.commit(clearEscrow(view, userId, 'references'))
  else if (session.activity === 'cycle') {
    session.tally.referenceFailures += 1
    engine.commit([absorbUnresolved(view, { objectType: 'User', objectId: userId }, [])])
  }
  const name = sourceName(engine, 'User', userId) ?? userId
  const reason = `We were unable to assign ${managerId} as the manager of ${name}`
  engine.record(referenceRecord(engine, session, 'User', userId, unresolved(reason), NOTHING_SENT))
}

export async function carryOutMembers(engine: Engine, session: Session, intent: MembersIntent): Promise<Outcome> {
  const { groupId } = intent
  const context = objectContext(engine, session, { objectType: 'Group', objectId: groupId, isSoftDeleted: false })
  session.tally.referenceDeltas += intent.added.length + intent.removed.length
  warnUnresolved(engine, session, intent)
  engine.commit(intent.lapsed.map((memberId) => reference(session, groupId, memberId, false)))
  const { targetId } = context
  if (intent.isHeld || targetId === undefined || intent.added.length + intent.removed.length === 0) {
    engine.commit(absorbUnsent(engine, session, intent))
    return outcome({})
  }
  const targets = new Map([...intent.added, ...intent.removed].map((id) => [context.targetIdOf(id) ?? '', id]))
  const idsOf = (sourceIds: readonly string[]) => sourceIds.flatMap((id) => context.targetIdOf(id) ?? [])
  const change = { added: idsOf(intent.added), removed: idsOf(intent.removed) }
  const listener = listening()
  const memberOp = session.replacedMembers.has(groupId) ? 'replace' : 'add'
  const result = await converse(
    memberReferences(context, targetId, change, memberOp),
    sendAbout(engine, 'Group', groupId),
    listener.heard,
  )
  const sourcesOf = (ids: readonly string[]) => ids.flatMap((id) => targets.get(id) ?? [])
  const written = { added: sourcesOf(result.written.added), removed: sourcesOf(result.written.removed) }
  absorbMembers(engine, session, intent, result, written)
  const told = markGivenUp(session, { objectId: groupId, part: 'references' }, result)
  engine.record(referenceRecord(engine, session, 'Group', groupId, told, listener.sent()))
  return result
}

/** What is left of an intent by which nothing is sent. */
function absorbUnsent(engine: Engine, session: Session, intent: MembersIntent): readonly EngineChange[] {
  const view = absorbView(engine, session)
  const { groupId, waiting } = intent
  if (intent.isHeld) return absorbHeldMembers(view, groupId, waiting)
  if (waiting.length === 0) return clearEscrow(view, groupId, 'references')
  session.tally.referenceFailures += 1
  return [absorbUnresolved(view, { objectType: 'Group', objectId: groupId }, waiting)]
}

interface Written {
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

function absorbMembers(
  engine: Engine,
  session: Session,
  intent: MembersIntent,
  result: Outcome,
  written: Written,
): void {
  const { groupId } = intent
  const changes = [
    ...written.added.map((memberId) => reference(session, groupId, memberId, true)),
    ...written.removed.map((memberId) => reference(session, groupId, memberId, false)),
  ]
  const done = new Set([...written.added, ...written.removed])
  const unwritten = [
    ...intent.added.map((memberId) => ({ memberId, present: true })),
    ...intent.removed.map((memberId) => ({ memberId, present: false })),
  ].filter(({ memberId }) => !done.has(memberId))
  const owed = [...unwritten, ...intent.waiting]
  absorbReferences(engine, session, { objectType: 'Group', objectId: groupId }, result, changes, owed)
}

function absorbReferences(
  engine: Engine,
  session: Session,
  object: { readonly objectType: 'User' | 'Group'; readonly objectId: string },
  result: Outcome,
  changes: readonly EngineChange[],
  owed: readonly { readonly memberId: string; readonly present: boolean }[],
): void {
  const view = absorbView(engine, session)
  const { error } = result
  if (!error) {
    session.tally.exports += 1
    if (owed.length > 0) session.tally.referenceFailures += 1
    const rest =
      owed.length > 0 ? [absorbUnresolved(view, object, owed)] : clearEscrow(view, object.objectId, 'references')
    engine.commit([...changes, ...rest])
    return
  }
  session.tally.referenceFailures += 1
  if (error.isJobLevel) session.jobError ??= error
  const failure = { ...object, errorCode: error.code, members: owed }
  const isKept = session.activity === 'cycle' && !error.isJobLevel
  engine.commit([...changes, ...(isKept ? [absorbReferenceFailure(view, failure, error.retryAfterMs)] : [])])
}

function warnUnresolved(engine: Engine, session: Session, { groupId, unresolved: ids }: MembersIntent): void {
  if (ids.length === 0) return
  const name = sourceName(engine, 'Group', groupId) ?? groupId
  const reason = `We were unable to assign ${ids.join(', ')} as the members of ${name}`
  engine.record(referenceRecord(engine, session, 'Group', groupId, unresolved(reason), NOTHING_SENT))
}

const UNRESOLVED = 'UnableToResolveReferenceAttributeValue'

/** References that wait for somebody whose own provisioning failed. */
function absorbUnresolved(
  view: AbsorbView,
  object: Pick<Escrow, 'objectId' | 'objectType'>,
  members: readonly MemberDelta[],
): EngineChange {
  return absorbReferenceFailure(view, { ...object, errorCode: UNRESOLVED, members }, undefined)
}

function unresolved(reason: string): Outcome {
  const error = { code: UNRESOLVED, reason, isJobLevel: false }
  return outcome({ action: 'other', status: 'warning', skipReason: error.code, error })
}

function reference(session: Session, groupId: string, memberId: string, present: boolean): EngineChange {
  return { kind: 'reference', jobId: session.job.id, groupId, memberId, present }
}

function referenceRecord(
  engine: Engine,
  session: Session,
  objectType: 'User' | 'Group',
  sourceId: string,
  result: Outcome,
  { durationMs, exchanges }: Sent,
): ProvisioningRecord {
  const link = session.data.links.get(sourceId)
  return {
    at: engine.now(),
    jobId: session.job.id,
    cycleId: session.cycleId,
    changeId: engine.ids.uuid('changeId'),
    activity: session.activity,
    action: result.action,
    status: result.status,
    durationMs,
    ...(exchanges.length > 0 && { exchanges }),
    objectType,
    sourceId,
    sourceName: sourceName(engine, objectType, sourceId) ?? sourceId,
    targetId: link?.targetId ?? null,
    targetName: link?.targetName ?? null,
    importedAs: 'Update',
    scope: null,
    matches: [],
    modified: result.modified,
    skipReason: result.skipReason,
    error: result.error && { code: result.error.code, reason: result.error.reason },
    isReference: true,
  }
}
