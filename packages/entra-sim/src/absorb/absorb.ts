// From an exchange or an outcome to the changes of the job's memory. Pure: the caller commits them.

import type { Exchange, Purpose } from '@scimulator/shared/provisioning'
import { asText } from '@scimulator/shared/scim'
import type { EntraSwitches } from '../behaviour.ts'
import { readAnswer } from '../conversation/answer.ts'
import type { Outcome } from '../conversation/outcome.ts'
import { nameOf } from '../conversation/provision-object.ts'
import type { ObjectIntent } from '../cycle/intent.ts'
import { type Escrow, escrowAfterFailure, escrowKey, type MemberDelta } from '../job/escrow.ts'
import type { Link } from '../job/link.ts'
import type { EngineChange } from '../state/change.ts'
import type { JobData } from '../state/state.ts'

export interface AbsorbView {
  readonly jobId: string
  readonly data: JobData
  readonly now: number
  readonly switches: EntraSwitches
}

/**
 * A created or matched resource is linked before the next request about the object goes out.
 * @param purpose what the request was for, as its composer has noted
 */
export function absorbExchange(
  view: AbsorbView,
  intent: ObjectIntent,
  purpose: Purpose | undefined,
  exchange: Exchange,
): readonly EngineChange[] {
  if (purpose !== 'create' && purpose !== 'match') return []
  const answer = readAnswer(exchange, purpose, view.switches)
  const only = answer.kind === 'resources' && answer.resources.length === 1 ? answer.resources[0] : undefined
  const resource = answer.kind === 'resource' ? answer.resource : only
  if (!resource) return []
  const { objectId, objectType } = intent
  const before = view.data.links.get(objectId)
  const targetId = asText(resource.id)
  if (before?.targetId === targetId) return []
  const state = { managed: true, active: true, deletionSeen: false, manager: null }
  const link: Link = { objectId, objectType, targetId, targetName: nameOf(resource), linkedAt: view.now, ...state }
  return [{ kind: 'link', jobId: view.jobId, objectId, value: link }]
}

/** Skips after which the object is linked and looked after all the same. */
const SETTLING_SKIPS: ReadonlySet<string> = new Set(['RedundantExport', 'UpdateNotEnabled'])

export function absorbOutcome(view: AbsorbView, intent: ObjectIntent, outcome: Outcome): readonly EngineChange[] {
  if (outcome.status === 'failure') return absorbFailure(view, intent, outcome)
  const settled = [...clearEscrow(view, intent.objectId, 'object'), ...clearStaged(view, intent.objectId)]
  if (intent.kind === 'remove' && intent.action === 'delete') return [...settled, ...forget(view, intent.objectId)]
  const link = view.data.links.get(intent.objectId)
  const isSettled = outcome.status === 'success' || SETTLING_SKIPS.has(outcome.skipReason ?? '')
  return link && isSettled ? [...settled, ...relink(view, linkAfter(link, intent, outcome), link)] : settled
}

function linkAfter(link: Link, intent: ObjectIntent, outcome: Outcome): Link {
  const targetName = outcome.target?.name || link.targetName
  if (intent.kind === 'remove') {
    const managed = link.managed && intent.cause !== 'outOfScope'
    return { ...link, targetName, managed, active: false, deletionSeen: intent.cause === 'softDeleted' }
  }
  const deletionSeen = intent.kind === 'evaluate' && intent.isInBin
  return { ...link, targetName, managed: true, active: outcome.active ?? link.active, deletionSeen }
}

function relink(view: AbsorbView, link: Link, before: Link): readonly EngineChange[] {
  const isSame =
    link.targetName === before.targetName &&
    link.managed === before.managed &&
    link.active === before.active &&
    link.deletionSeen === before.deletionSeen &&
    link.manager === before.manager
  return isSame ? [] : [{ kind: 'link', jobId: view.jobId, objectId: link.objectId, value: link }]
}

/** What a skip leaves in the job's memory. */
export function absorbSkip(view: AbsorbView, intent: Extract<ObjectIntent, { kind: 'skip' }>): readonly EngineChange[] {
  // Nothing is wanted of the object now, so that nothing is owed either.
  const settled = [
    ...clearEscrow(view, intent.objectId, 'object'),
    ...clearEscrow(view, intent.objectId, 'references'),
    ...clearStaged(view, intent.objectId),
  ]
  const link = view.data.links.get(intent.objectId)
  if (!link) return settled
  switch (intent.after) {
    case 'keep':
      return settled
    case 'forget':
      return [...settled, ...forget(view, intent.objectId)]
    case 'unmanage':
      return [...settled, ...relink(view, { ...link, managed: false }, link)]
    case 'deletionSeen':
      return [...settled, ...relink(view, { ...link, deletionSeen: true }, link)]
  }
}

function absorbFailure(view: AbsorbView, intent: ObjectIntent, { error }: Outcome): readonly EngineChange[] {
  // A failure of the whole job leaves the watermark where it is; the objects come again by themselves.
  if (!error || error.isJobLevel) return []
  const { objectId, objectType } = intent
  const failure = { objectId, objectType, part: 'object', errorCode: error.code, members: [] } as const
  // It was tried, so that it is held back no longer; from here on the escrow says when it is tried again.
  const ends = [
    ...clearStaged(view, objectId),
    // Evaluating a user also checks the manager. A separate escrow for it would come due in every cycle and never clear.
    ...(objectType === 'User' ? clearEscrow(view, objectId, 'references') : []),
  ]
  return [putEscrow(view, failure, error.retryAfterMs), ...ends, ...absorbSeenDeletion(view, intent)]
}

/** A removal that is held back waits for an administrator; what failed before is not tried again meanwhile. */
export function absorbStage(view: AbsorbView, intent: ObjectIntent): readonly EngineChange[] {
  const ends = (['object', 'references'] as const).flatMap((part) => clearEscrow(view, intent.objectId, part))
  return [...ends, ...absorbSeenDeletion(view, intent)]
}

/** That the user lies in the bin is known even when the disable could not be sent. */
function absorbSeenDeletion(view: AbsorbView, intent: ObjectIntent): readonly EngineChange[] {
  const isSeen = (intent.kind === 'remove' || intent.kind === 'stage') && intent.cause === 'softDeleted'
  const link = view.data.links.get(intent.objectId)
  return isSeen && link ? relink(view, { ...link, deletionSeen: true }, link) : []
}

/** The manager that the target has now, by target id. */
export function absorbManager(view: AbsorbView, objectId: string, manager: string | null): readonly EngineChange[] {
  const link = view.data.links.get(objectId)
  return link ? relink(view, { ...link, manager }, link) : []
}

/** A failed PATCH of references keeps what it still owes. */
export function absorbReferenceFailure(
  view: AbsorbView,
  failure: Pick<Escrow, 'objectId' | 'objectType' | 'errorCode'> & { readonly members: readonly MemberDelta[] },
  retryAfterMs: number | undefined,
): EngineChange {
  return putEscrow(view, { ...failure, part: 'references' }, retryAfterMs)
}

/** What a group that failed is not sent waits for the group, without an attempt that counts. */
export function absorbHeldMembers(
  view: AbsorbView,
  groupId: string,
  members: readonly MemberDelta[],
): readonly EngineChange[] {
  const { escrows } = view.data
  const cause = escrows.get(escrowKey({ objectId: groupId, part: 'object' }))
  // Given up after 28 days, or held back until an administrator decides: nothing is tried again.
  if (!cause) return clearEscrow(view, groupId, 'references')
  const key = escrowKey({ objectId: groupId, part: 'references' })
  const { errorCode, nextAttemptAt } = cause
  const { firstFailedAt, attempts } = escrows.get(key) ?? { firstFailedAt: view.now, attempts: 0 }
  const object = { objectId: groupId, objectType: 'Group', part: 'references' } as const
  const value: Escrow = { ...object, errorCode, members, firstFailedAt, attempts, nextAttemptAt }
  return [{ kind: 'escrow', jobId: view.jobId, key, value }]
}

function putEscrow(
  view: AbsorbView,
  failure: Parameters<typeof escrowAfterFailure>[1],
  retryAfterMs: number | undefined,
): EngineChange {
  const key = escrowKey(failure)
  const escrow = escrowAfterFailure(view.data.escrows.get(key), failure, view.now)
  const delay = view.switches.retryAfter === 'honour' ? (retryAfterMs ?? 0) : 0
  const value = escrow && { ...escrow, nextAttemptAt: Math.max(escrow.nextAttemptAt, view.now + delay) }
  return { kind: 'escrow', jobId: view.jobId, key, value }
}

export function clearEscrow(view: AbsorbView, objectId: string, part: Escrow['part']): readonly EngineChange[] {
  const key = escrowKey({ objectId, part })
  return view.data.escrows.has(key) ? [{ kind: 'escrow', jobId: view.jobId, key, value: null }] : []
}

function clearStaged(view: AbsorbView, objectId: string): readonly EngineChange[] {
  return view.data.staged.has(objectId) ? [{ kind: 'staged', jobId: view.jobId, objectId, value: null }] : []
}

/** The link goes, and with it every reference from and to the object. */
function forget(view: AbsorbView, objectId: string): readonly EngineChange[] {
  const { jobId, data } = view
  const out = [...data.references.rightsOf(objectId)].map((memberId) => [objectId, memberId] as const)
  const into = [...data.references.leftsOf(objectId)].map((groupId) => [groupId, objectId] as const)
  const ends = [...out, ...into].map(
    ([groupId, memberId]): EngineChange => ({ kind: 'reference', jobId, groupId, memberId, present: false }),
  )
  const escrows = clearEscrow(view, objectId, 'references')
  return [...ends, ...escrows, { kind: 'link', jobId, objectId, value: null }]
}
