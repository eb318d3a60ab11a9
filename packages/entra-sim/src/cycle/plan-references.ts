// Which members of which groups are to be written, after users and groups. An incremental cycle sends the memberships that changed;
// a group that is new to the job, and every group of an initial cycle, sends all. A member who is not linked is left out:
//
//  the member                                  | what becomes of the membership
//  --------------------------------------------+-----------------------------------------------------------------------------
//  was out of scope                            | missed until a restart (Microsoft: Known issues for provisioning)
//  is in scope, and could not be provisioned   | kept with what the group still owes, and due once that is done (switch referenceRetry)
//
// A group that failed in this cycle, or whose removal is held back, is sent nothing; its memberships wait for it.

import type { MemberDelta } from '../job/escrow.ts'
import { escrowKey } from '../job/escrow.ts'
import type { EntraView, JobData } from '../state/state.ts'

export interface ReferencePlanInput {
  readonly view: EntraView
  readonly data: JobData
  /** Null for an initial cycle. */
  readonly watermark: number | null
  /** Groups that were created or matched in this cycle. */
  readonly newlyLinked: ReadonlySet<string>
  /** Groups that failed in this cycle. */
  readonly failed: ReadonlySet<string>
  /** Whether a membership waits for a member whose own provisioning failed. */
  readonly waitsForMembers: boolean
  readonly now: number
}

export interface MembersIntent {
  readonly groupId: string
  /** Object ids of linked members to add and to remove. */
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** Members whom the target does not have. */
  readonly unresolved: readonly string[]
  /** References that are forgotten without a request, because the member is gone from the target. */
  readonly lapsed: readonly string[]
  /** What is kept for later: memberships of members, or of a group, that are in the target only once a retry succeeds. */
  readonly waiting: readonly MemberDelta[]
  /** Nothing is sent, because of what became of the group itself. */
  readonly isHeld: boolean
}

export function* planReferences(input: ReferencePlanInput): Iterable<MembersIntent> {
  const deltas = input.watermark === null ? allGroups(input) : changedGroups(input.watermark, input)
  for (const [groupId, members] of [...deltas].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const isManaged = input.data.links.get(groupId)?.managed ?? false
    const intent = isManaged ? membersIntent(groupId, members, input) : undefined
    if (intent) yield intent
  }
}

type Deltas = Map<string, Map<string, boolean>>

function allGroups(input: ReferencePlanInput): Deltas {
  const groups = [...input.data.links.values()].filter((link) => link.objectType === 'Group' && link.managed)
  return new Map(groups.map(({ objectId }) => [objectId, allMembers(objectId, input)]))
}

function changedGroups(watermark: number, input: ReferencePlanInput): Deltas {
  const deltas: Deltas = new Map()
  for (const escrow of input.data.escrows.values()) {
    const isDue = escrow.part === 'references' && escrow.objectType === 'Group' && escrow.nextAttemptAt <= input.now
    if (isDue) deltas.set(escrow.objectId, new Map(escrow.members.map(pair)))
  }
  for (const { event } of input.view.changeLog.since(watermark)) {
    if (event.about !== 'Membership' || !input.data.links.has(event.id)) continue
    const members = deltas.get(event.id) ?? waiting(event.id, input)
    members.set(event.memberId, input.view.memberships.has(event.id, event.memberId))
    deltas.set(event.id, members)
  }
  for (const groupId of input.newlyLinked) deltas.set(groupId, allMembers(groupId, input))
  return deltas
}

/** What an escrow that is not yet due still owes joins a new change of the same group. */
function waiting(groupId: string, { data }: ReferencePlanInput): Map<string, boolean> {
  return new Map(data.escrows.get(escrowKey({ objectId: groupId, part: 'references' }))?.members.map(pair))
}

function pair({ memberId, present }: MemberDelta): [string, boolean] {
  return [memberId, present]
}

/** Everybody who is a member, and the end of those who were. */
function allMembers(groupId: string, { view, data }: Pick<ReferencePlanInput, 'view' | 'data'>): Map<string, boolean> {
  const members = new Map<string, boolean>()
  for (const memberId of liveMembers(groupId, view)) members.set(memberId, true)
  for (const memberId of data.references.rightsOf(groupId)) {
    if (!view.memberships.has(groupId, memberId)) members.set(memberId, false)
  }
  return members
}

/** The same as a list. */
export function membersOf(groupId: string, input: Pick<ReferencePlanInput, 'view' | 'data'>): readonly MemberDelta[] {
  return [...allMembers(groupId, input)].map(([memberId, present]) => ({ memberId, present }))
}

/** Members who are not in the bin. */
export function liveMembers(groupId: string, view: EntraView): readonly string[] {
  return [...view.memberships.rightsOf(groupId)].filter((memberId) => isLive(memberId, view))
}

function isLive(memberId: string, view: EntraView): boolean {
  const member = view.users.get(memberId) ?? view.groups.get(memberId)
  return member !== undefined && member.deletedAt === undefined
}

function membersIntent(
  groupId: string,
  members: ReadonlyMap<string, boolean>,
  input: ReferencePlanInput,
): MembersIntent | undefined {
  const wanted = [...members].sort(([a], [b]) => (a < b ? -1 : 1))
  const intent = isHeld(groupId, input) ? heldIntent(groupId, wanted, input) : openIntent(groupId, wanted, input)
  const { added, removed, unresolved, lapsed, waiting } = intent
  const isEmpty = [added, removed, unresolved, lapsed, waiting].every((list) => list.length === 0)
  // What is owed may have become nothing meanwhile; that ends the escrow.
  const owed = input.data.escrows.get(escrowKey({ objectId: groupId, part: 'references' }))
  return isEmpty && !(owed && owed.nextAttemptAt <= input.now) ? undefined : intent
}

type Wanted = readonly (readonly [memberId: string, present: boolean])[]

function isHeld(groupId: string, { data, failed }: ReferencePlanInput): boolean {
  return data.staged.has(groupId) || failed.has(groupId) || isOwed(groupId, data)
}

/** Whether the object itself failed and is to be tried again. */
function isOwed(objectId: string, { escrows }: JobData): boolean {
  return escrows.has(escrowKey({ objectId, part: 'object' }))
}

function heldIntent(groupId: string, wanted: Wanted, { data }: ReferencePlanInput): MembersIntent {
  const waiting = wanted
    .filter(([memberId, present]) => present || data.references.has(groupId, memberId))
    .map(([memberId, present]) => ({ memberId, present }))
  return { groupId, added: [], removed: [], unresolved: [], lapsed: [], waiting, isHeld: true }
}

function openIntent(groupId: string, wanted: Wanted, { data, waitsForMembers }: ReferencePlanInput): MembersIntent {
  const known = (id: string) => data.links.has(id)
  const sent = (id: string) => data.references.has(groupId, id)
  const unresolved = wanted.filter(([id, present]) => present && !known(id)).map(([id]) => id)
  const waiting = waitsForMembers ? unresolved.filter((id) => isOwed(id, data)) : []
  return {
    groupId,
    added: wanted.filter(([id, present]) => present && known(id)).map(([id]) => id),
    removed: wanted.filter(([id, present]) => !present && known(id) && sent(id)).map(([id]) => id),
    unresolved,
    lapsed: wanted.filter(([id, present]) => !present && !known(id) && sent(id)).map(([id]) => id),
    waiting: waiting.map((memberId) => ({ memberId, present: true })),
    isHeld: false,
  }
}
