// Writes references once users and groups are there: managers of the users that were looked at, then members of groups.

import { converse } from '@scimulator/shared/provisioning'
import {
  type AbsorbedReferences,
  absorbLapsedMembers,
  absorbMissingManager,
  absorbRightManager,
  absorbUnsentMembers,
  absorbWrittenManager,
  absorbWrittenMembers,
  keepsReferences,
  UNRESOLVED,
} from '../absorb/absorb-references.ts'
import { type ObjectError, type Outcome, outcome } from '../conversation/outcome.ts'
import { type ManagerChange, managerReference, memberReferences } from '../conversation/references.ts'
import type { TenantPorts } from '../tenant-ports.ts'
import { absorbView } from './carry-out-intent.ts'
import { objectContext } from './context-of-object.ts'
import { markGivenUp } from './given-up.ts'
import { type MembersIntent, planReferences } from './plan-references.ts'
import { recordOf } from './record-of.ts'
import { listening, NOTHING_SENT, type Sent, sendAbout } from './send-about.ts'
import { hasEnded, type Session } from './session.ts'
import { sourceName } from './source-name.ts'
import { workThrough } from './work-through.ts'

export async function carryOutReferences(ports: TenantPorts, session: Session): Promise<void> {
  const isStopped = () => hasEnded(ports, session)
  const write = async ([id, seen]: readonly [string, string | null]) => {
    await carryOutManager(ports, session, id, seen)
    if (!isStopped()) session.facts.add({ kind: 'manager in line', userId: id })
  }
  await workThrough(ports, session, managersToWrite(session), write)
  if (isStopped() || !mapsMembers(session)) return
  const intents = planReferences({
    view: ports.view,
    data: session.data,
    watermark: session.job.watermark,
    newlyLinked: session.facts.newlyLinked,
    failed: session.facts.failedGroups,
    waitsForMembers: keepsReferences(ports.switches),
    now: session.startedAt,
  })
  const carry = async (intent: MembersIntent) => {
    await carryOutMembers(ports, session, intent)
    if (!isStopped()) session.facts.add({ kind: 'members in line', groupId: intent.groupId })
  }
  await workThrough(ports, session, [...intents], carry)
}

/** Of the users that were looked at, and of those whose manager is there at last: the manager that the target has. */
function managersToWrite({ facts, data }: Session): [userId: string, seen: string | null][] {
  const { seenManagers, dueManagers } = facts
  const due = [...dueManagers].filter((id) => !seenManagers.has(id))
  const known = due.map((id): [string, string | null] => [id, data.links.get(id)?.manager ?? null])
  return [...seenManagers, ...known].sort(([a], [b]) => (a < b ? -1 : 1))
}

export function mapsMembers({ compiled }: Session): boolean {
  const { isEnabled, mapping } = compiled.Group
  return isEnabled && mapping.attributeMappings.some((one) => one.mapping.targetAttributeName === 'members')
}

export async function carryOutManager(ports: TenantPorts, session: Session, userId: string, seen: string | null) {
  const context = objectContext(ports, session, { objectType: 'User', objectId: userId, isSoftDeleted: false })
  const row = context.compiled.mapping.attributeMappings.find((one) => one.isReference && !one.definition.multivalued)
  const { targetId } = context
  if (!row || targetId === undefined) return
  const managerId = managerOf(context.source('manager'))
  const wanted = managerId === undefined ? undefined : context.targetIdOf(managerId)
  const view = absorbView(ports, session)
  if (managerId !== undefined && wanted === undefined) {
    settle(ports, session, absorbMissingManager(view, session.activity, userId, managerId))
    const name = sourceName(ports, 'User', userId) ?? userId
    const reason = `We were unable to assign ${managerId} as the manager of ${name}`
    recordReferences(ports, session, 'User', userId, unresolved(reason), NOTHING_SENT)
    return
  }
  const written = session.data.links.get(userId)?.manager ?? null
  const isRight = wanted === undefined ? written === null : wanted === seen
  if (isRight) {
    settle(ports, session, absorbRightManager(view, userId, wanted ?? null))
    return
  }
  const path = row.mapping.targetAttributeName
  // Add or Replace goes by what the target returned; what is taken away may never have been returned.
  const change: ManagerChange = { path, wanted, seen: wanted === undefined ? (seen ?? written) : seen }
  const listener = listening()
  const result = await converse(
    managerReference(context, targetId, change),
    sendAbout(ports, 'User', userId),
    listener.heard,
  )
  const after = absorbView(ports, session)
  const absorbed = absorbWrittenManager(after, session.activity, userId, wanted ?? null, result.error)
  settle(ports, session, absorbed, result.error)
  const told = markGivenUp(session, { objectId: userId, part: 'references' }, result)
  recordReferences(ports, session, 'User', userId, told, listener.sent())
}

function managerOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

export async function carryOutMembers(ports: TenantPorts, session: Session, intent: MembersIntent): Promise<Outcome> {
  const { groupId } = intent
  const context = objectContext(ports, session, { objectType: 'Group', objectId: groupId, isSoftDeleted: false })
  session.facts.add({ kind: 'members differ', count: intent.added.length + intent.removed.length })
  warnUnresolved(ports, session, intent)
  ports.commit(absorbLapsedMembers(absorbView(ports, session), intent))
  const { targetId } = context
  if (intent.isHeld || targetId === undefined || intent.added.length + intent.removed.length === 0) {
    settle(ports, session, absorbUnsentMembers(absorbView(ports, session), intent))
    return outcome({})
  }
  const targets = new Map([...intent.added, ...intent.removed].map((id) => [context.targetIdOf(id) ?? '', id]))
  const idsOf = (sourceIds: readonly string[]) => sourceIds.flatMap((id) => context.targetIdOf(id) ?? [])
  const change = { added: idsOf(intent.added), removed: idsOf(intent.removed) }
  const listener = listening()
  const memberOp = session.facts.replacedMembers.has(groupId) ? 'replace' : 'add'
  const result = await converse(
    memberReferences(context, targetId, change, memberOp),
    sendAbout(ports, 'Group', groupId),
    listener.heard,
  )
  const sourcesOf = (ids: readonly string[]) => ids.flatMap((id) => targets.get(id) ?? [])
  const written = { added: sourcesOf(result.written.added), removed: sourcesOf(result.written.removed) }
  const absorbed = absorbWrittenMembers(absorbView(ports, session), session.activity, intent, result.error, written)
  settle(ports, session, absorbed, result.error)
  const told = markGivenUp(session, { objectId: groupId, part: 'references' }, result)
  recordReferences(ports, session, 'Group', groupId, told, listener.sent())
  return result
}

/** Commits what follows, and counts it. A failure of the whole job ends the cycle. */
function settle(
  { commit }: TenantPorts,
  session: Session,
  { changes, isExported, isFailure }: AbsorbedReferences,
  error?: ObjectError | null,
): void {
  session.facts.add({ kind: 'references', isExported, isFailure })
  if (error?.isJobLevel) session.facts.add({ kind: 'job failed', error })
  commit(changes)
}

function warnUnresolved(ports: TenantPorts, session: Session, { groupId, unresolved: ids }: MembersIntent): void {
  if (ids.length === 0) return
  const name = sourceName(ports, 'Group', groupId) ?? groupId
  const reason = `We were unable to assign ${ids.join(', ')} as the members of ${name}`
  recordReferences(ports, session, 'Group', groupId, unresolved(reason), NOTHING_SENT)
}

function unresolved(reason: string): Outcome {
  const error = { code: UNRESOLVED, reason, isJobLevel: false }
  return outcome({ action: 'other', status: 'warning', skipReason: error.code, error })
}

function recordReferences(
  ports: TenantPorts,
  session: Session,
  objectType: 'User' | 'Group',
  objectId: string,
  outcome: Outcome,
  sent: Sent,
): void {
  const link = session.data.links.get(objectId)
  const found = {
    sourceName: sourceName(ports, objectType, objectId) ?? objectId,
    targetId: link?.targetId ?? null,
    targetName: link?.targetName ?? null,
    importedAs: 'Update',
    scope: null,
    isReference: true,
  } as const
  ports.record(recordOf(ports, session, { objectType, objectId }, outcome, sent, found))
}
