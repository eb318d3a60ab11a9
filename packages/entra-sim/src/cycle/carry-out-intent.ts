// Carries out one intent: has its conversation, commits what follows from every exchange and from the outcome, and records it.
import { type Conversation, converse, type Exchange, noteOf, type ScimRequest } from '@scimulator/shared/provisioning'
import { type AbsorbView, absorbExchange, absorbOutcome, absorbSkip, absorbStage } from '../absorb/absorb.ts'
import { type Outcome, skipped } from '../conversation/outcome.ts'
import { deleteObject, deprovisionUser, provisionObject } from '../conversation/provision-object.ts'
import { escrowKey } from '../job/escrow.ts'
import type { ProvisioningRecord } from '../log/provisioning-record.ts'
import type { EngineChange } from '../state/change.ts'
import type { TenantPorts } from '../tenant-ports.ts'
import { objectContext } from './context-of-object.ts'
import { dueReferences, owedMembers } from './due-references.ts'
import { markGivenUp } from './given-up.ts'
import type { ObjectIntent } from './intent.ts'
import { owedManager } from './owed-references.ts'
import { recordOf } from './record-of.ts'
import { listening, NOTHING_SENT, type Sent, sendAbout } from './send-about.ts'
import type { Session } from './session.ts'
import { sourceName } from './source-name.ts'

type ActingIntent = Extract<ObjectIntent, { kind: 'evaluate' | 'remove' }>

export async function carryOutIntent(ports: TenantPorts, session: Session, intent: ObjectIntent): Promise<Outcome> {
  session.facts.add({ kind: 'considered', isEntitled: intent.scope?.isEntitled === true })
  if (intent.kind === 'skip') return settleSkip(ports, session, intent)
  if (intent.kind === 'stage') return settleStage(ports, session, intent)
  return haveConversation(ports, session, intent)
}

function settleSkip(ports: TenantPorts, session: Session, intent: Extract<ObjectIntent, { kind: 'skip' }>): Outcome {
  const outcome = skipped(intent.reason)
  const before = knownTarget(session, intent.objectId)
  ports.commit(absorbSkip(absorbView(ports, session), intent))
  record(ports, session, intent, { ...outcome, target: before }, NOTHING_SENT)
  return outcome
}

function settleStage(ports: TenantPorts, session: Session, intent: Extract<ObjectIntent, { kind: 'stage' }>): Outcome {
  const { objectId, objectType, action } = intent
  const { cycleId, job } = session
  const value = { objectId, objectType, action, stagedAt: ports.now(), cycleId }
  const held = absorbStage(absorbView(ports, session), intent)
  ports.commit([{ kind: 'staged', jobId: job.id, objectId, value }, ...held])
  session.facts.add({ kind: 'staged' })
  const outcome: Outcome = { ...skipped('AccidentalDeletionsPrevented'), action: 'stageddelete' }
  record(ports, session, intent, { ...outcome, target: knownTarget(session, objectId) }, NOTHING_SENT)
  return outcome
}

async function haveConversation(ports: TenantPorts, session: Session, intent: ActingIntent): Promise<Outcome> {
  const wasLinked = session.data.links.has(intent.objectId)
  const known = knownTarget(session, intent.objectId)
  const listener = listening()
  const heard = async (exchange: Exchange, asked: ScimRequest) => {
    listener.heard(exchange)
    const changes = absorbExchange(absorbView(ports, session), intent, noteOf(asked)?.purpose, exchange)
    if (changes.length === 0) return
    ports.commit(changes)
    await ports.durable()
  }
  const outcome = await converse(
    conversationOf(ports, session, intent),
    sendAbout(ports, intent.objectType, intent.objectId),
    heard,
  )
  if (!(outcome.error && session.activity === 'provisionOnDemand')) {
    const owed = owedManager(ports, session, intent, outcome)
    const healed = healedReferences(ports, session, intent, outcome, wasLinked)
    ports.commit([...absorbOutcome(absorbView(ports, session), intent, outcome), ...owed, ...healed])
  }
  addFacts(session, intent, outcome, wasLinked)
  const told = markGivenUp(session, { objectId: intent.objectId, part: 'object' }, outcome)
  record(ports, session, intent, { ...told, target: named(outcome.target, known) }, listener.sent())
  return outcome
}

/** What waited for an object that was missing in the target, or had failed, and is brought in line now. */
function healedReferences(
  ports: TenantPorts,
  session: Session,
  { objectId, objectType, kind }: ActingIntent,
  { error }: Outcome,
  wasLinked: boolean,
): readonly EngineChange[] {
  const { links, escrows, staged } = session.data
  if (error || kind !== 'evaluate' || !links.has(objectId)) return []
  const returned = objectType === 'Group' && staged.has(objectId) ? owedMembers(ports, session, objectId) : []
  const isNews = !wasLinked || escrows.has(escrowKey({ objectId, part: 'object' }))
  if (!isNews) return returned
  const { changes, reports } = dueReferences(ports, session, objectId)
  for (const report of reports) session.facts.add({ kind: 'manager due', userId: report })
  return [...changes, ...returned]
}

/** A resource that is deleted unread has the name under which it was last known. */
function named(target: Outcome['target'], known: Outcome['target']): Outcome['target'] {
  return target ? { id: target.id, name: target.name || (known?.name ?? '') } : known
}

export function conversationOf(ports: TenantPorts, session: Session, intent: ActingIntent): Conversation<Outcome> {
  const isSoftDeleted = intent.kind === 'remove' || intent.isSoftDeleted
  const context = objectContext(ports, session, { ...intent, isSoftDeleted })
  if (intent.kind === 'evaluate') return provisionObject(context)
  // A group that was unassigned is read before it is deleted (Acqueon's capture); what is gone in the source is not.
  if (intent.action === 'delete') return deleteObject(context, intent.cause === 'outOfScope')
  return deprovisionUser(context)
}

export function absorbView(ports: TenantPorts, session: Session): AbsorbView {
  return { jobId: session.job.id, data: session.data, now: ports.now(), switches: ports.switches }
}

function addFacts(
  { facts, data }: Session,
  { objectId, objectType, kind }: ActingIntent,
  { error, status, memberOp, seenManager }: Outcome,
  wasLinked: boolean,
): void {
  if (!wasLinked && data.links.has(objectId)) facts.add({ kind: 'linked', objectType, objectId })
  if (memberOp === 'replace') facts.add({ kind: 'members shown', groupId: objectId })
  if (error) {
    facts.add({ kind: 'failed', objectType, objectId })
    if (error.isJobLevel) facts.add({ kind: 'job failed', error })
    return
  }
  if (status === 'success') facts.add({ kind: 'exported' })
  const isUser = objectType === 'User' && kind === 'evaluate'
  if (isUser && seenManager !== undefined) facts.add({ kind: 'manager seen', userId: objectId, seen: seenManager })
}

function knownTarget(session: Session, objectId: string): Outcome['target'] {
  const link = session.data.links.get(objectId)
  return link ? { id: link.targetId, name: link.targetName } : null
}

function record(ports: TenantPorts, session: Session, intent: ObjectIntent, outcome: Outcome, sent: Sent): void {
  ports.record(objectRecord(ports, session, intent, outcome, sent))
}

/** The entry of the provisioning logs about an object itself. */
function objectRecord(
  ports: TenantPorts,
  session: Session,
  intent: ObjectIntent,
  outcome: Outcome,
  sent: Sent,
): ProvisioningRecord {
  const { target } = outcome
  return recordOf(ports, session, intent, outcome, sent, {
    sourceName: sourceName(ports, intent.objectType, intent.objectId) ?? (target?.name || intent.objectId),
    targetId: target?.id ?? null,
    targetName: target?.name || null,
    importedAs: importedAs(session, intent, outcome),
    scope: intent.scope,
    isReference: false,
  })
}

/** What the change log, or an enumeration of everything, makes of the object. */
function importedAs({ job }: Session, intent: ObjectIntent, { action }: Outcome): ProvisioningRecord['importedAs'] {
  if (intent.scope === null) return 'Delete'
  return job.watermark === null || action === 'create' ? 'Add' : 'Update'
}
