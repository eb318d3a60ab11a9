// The plan of a cycle: one intent for each object to consider, users before groups, each by source id. It looks at the source and at
// the job's memory, never at the target. An incremental plan costs what changed since the watermark.
import type { SourceEvent } from '../directory/change-log.ts'
import type { Link } from '../job/link.ts'
import { isInScope, userScope } from './evaluate-scope.ts'
import type { ObjectIntent, Reason } from './intent.ts'
import { planGroup } from './plan-group.ts'
import type { PlanInput } from './plan-input.ts'
import { planUser } from './plan-user.ts'

export function* planCycle(input: PlanInput): Iterable<ObjectIntent> {
  const considered = input.watermark === null ? everything(input) : changedSince(input.watermark, input)
  for (const [id, reasons] of inOrder(considered.users)) {
    const intent = planUser(id, reasons, input)
    if (intent) yield intent
  }
  for (const [id, reasons] of inOrder(considered.groups)) {
    const intent = planGroup(id, reasons, input)
    if (intent) yield intent
  }
}

type Considered = Map<string, Reason[]>

interface Consideration {
  readonly users: Considered
  readonly groups: Considered
}

/** All objects of the source, and those that only the job still knows. */
function everything({ view, links }: PlanInput): Consideration {
  const users: Considered = new Map()
  const groups: Considered = new Map()
  for (const user of view.users.values()) if (user.deletedAt === undefined) note(users, user.id, 'initialCycle')
  for (const group of view.groups.values()) if (group.deletedAt === undefined) note(groups, group.id, 'initialCycle')
  for (const link of links.values()) note(link.objectType === 'User' ? users : groups, link.objectId, 'initialCycle')
  return { users, groups }
}

function changedSince(watermark: number, input: PlanInput): Consideration {
  const considered: Consideration = { users: new Map(), groups: new Map() }
  const { users, groups } = considered
  for (const { event } of input.view.changeLog.since(watermark)) {
    considerEvent(event, considered, input)
  }
  for (const escrow of input.escrows.values()) {
    if (escrow.nextAttemptAt <= input.now)
      note(escrow.objectType === 'User' ? users : groups, escrow.objectId, 'escrow')
  }
  for (const { objectId, objectType } of unsettledLinks(input.links, input.unsettledSince)) {
    note(objectType === 'User' ? users : groups, objectId, 'unsettled')
  }
  for (const { objectId, objectType } of input.staged.values()) {
    note(objectType === 'User' ? users : groups, objectId, 'staged')
  }
  return considered
}

/** Links that were made in cycles which were never settled. */
export function unsettledLinks(links: ReadonlyMap<string, Link>, since: number | null | undefined): readonly Link[] {
  if (since === null || since === undefined) return []
  return [...links.values()].filter(({ linkedAt }) => linkedAt >= since)
}

function considerEvent(event: SourceEvent, considered: Consideration, input: PlanInput): void {
  switch (event.about) {
    case 'User':
      note(considered.users, event.id, 'changed')
      return
    case 'Group':
      considerGroup(event.id, 'changed', considered, input)
      return
    case 'Membership':
      considerMembership(event, considered, input)
      return
    case 'Assignment':
      if (event.resourceId === input.servicePrincipalId) considerAssignment(event.id, considered, input)
  }
}

/** A soft-deleted group entitles no one. A new or restored group shows up through its assignment events. A rename changes nothing. */
function considerGroup(id: string, reason: Reason, considered: Consideration, input: PlanInput): void {
  note(considered.groups, id, reason)
  if (input.view.groups.get(id)?.deletedAt !== undefined) considerMembers(id, considered, input)
}

function considerMembership(
  event: { readonly id: string; readonly memberId: string },
  considered: Consideration,
  input: PlanInput,
): void {
  const isThere = input.view.groups.has(event.id)
  if (isThere) note(considered.groups, event.id, 'membershipChanged')
  // A group that is gone may have granted a role; one that is there does so only while it is assigned.
  const mayGrant = !isThere || input.view.assignmentIds(input.servicePrincipalId, event.id).size > 0
  if (mayGrant) considerRoles(event.memberId, 'membershipChanged', considered, input)
  considerEntitlement(event.memberId, 'membershipChanged', considered, input)
}

function considerAssignment(principalId: string, considered: Consideration, input: PlanInput): void {
  if (input.view.users.has(principalId)) note(considered.users, principalId, 'assignmentChanged')
  if (!input.view.groups.has(principalId)) return
  note(considered.groups, principalId, 'assignmentChanged')
  considerMembers(principalId, considered, input)
}

function considerMembers(groupId: string, considered: Consideration, input: PlanInput): void {
  for (const memberId of input.view.memberships.rightsOf(groupId)) {
    considerRoles(memberId, 'assignmentChanged', considered, input)
    if (!input.syncAll) considerEntitlement(memberId, 'assignmentChanged', considered, input)
  }
}

/** Looks at a user only when it is news to the job that the user is in scope. */
function considerEntitlement(userId: string, reason: Reason, considered: Consideration, input: PlanInput): void {
  const user = input.view.users.get(userId)
  if (!user) return
  const isManaged = input.links.get(userId)?.managed ?? false
  if (isInScope(userScope(user, input)) !== isManaged) note(considered.users, userId, reason)
}

/** Looks at a user whose roles may have changed, where the mapping reads roles. A group in a group has none. */
function considerRoles(userId: string, reason: Reason, considered: Consideration, input: PlanInput): void {
  if (!input.view.users.has(userId)) return
  if (input.compiled.User.readsRoles && input.links.get(userId)?.managed) note(considered.users, userId, reason)
}

function note(considered: Considered, id: string, reason: Reason): void {
  const reasons = considered.get(id)
  if (!reasons) considered.set(id, [reason])
  else if (!reasons.includes(reason)) reasons.push(reason)
}

function inOrder(considered: Considered): [string, Reason[]][] {
  return [...considered].sort(([a], [b]) => (a < b ? -1 : 1))
}
