// What administrators do to users, as changes. Names stay unique; a soft delete frees the name by prefixing it.
import { VerbError } from '@scimulator/shared/behaviour'
import type { Ids } from '@scimulator/shared/runtime'
import { type AttributeValue, type EntraUser, familiarName } from '../directory/entra-user.ts'
import { guestName } from '../directory/guest-name.ts'
import { findUserAttribute } from '../directory/user-attributes.ts'
import type { SourceChange } from '../state/change.ts'
import { dynamicMembershipChanges } from '../state/dynamic-membership.ts'
import type { EntraView } from '../state/state.ts'
import { assignmentsOf } from './decide-assignment.ts'

/** New values by source or Graph name; null takes the value away. */
export type AttributeValues = Readonly<Record<string, AttributeValue | null>>

export interface NewUser {
  readonly key?: string | undefined
  readonly userType?: 'Member' | 'Guest' | undefined
  readonly managerId?: string | undefined
  /** Must hold userPrincipalName (a guest's email address will do) and displayName. */
  readonly attributes: AttributeValues
}

/** Graph keeps what was deleted for 30 days. */
export const BIN_DAYS = 30

export function createUser(view: EntraView, input: NewUser, now: number, ids: Ids): [EntraUser, SourceChange[]] {
  const userType = input.userType ?? 'Member'
  const attributes = newAttributes(view, input, userType)
  assertNameFree(view, String(attributes.userPrincipalName))
  if (input.key !== undefined && view.userIdByKey(input.key) !== undefined) {
    throw new VerbError('conflict', `There is already a user with the key "${input.key}"; choose another key.`)
  }
  const user: EntraUser = {
    id: ids.uuid('User'),
    ...(input.key !== undefined && { key: input.key }),
    userType,
    attributes,
    ...(input.managerId !== undefined && { managerId: input.managerId }),
    createdAt: now,
  }
  return [user, [put(user), ...dynamicMembershipChanges(view, user)]]
}

export interface UserUpdate {
  readonly set?: AttributeValues | undefined
  readonly userType?: 'Member' | 'Guest' | undefined
  /** Object id of the new manager; null for none. */
  readonly managerId?: string | null | undefined
}

/** Nobody in the bin is changed, or becomes a manager. */
export function updateUser(view: EntraView, user: EntraUser, update: UserUpdate): SourceChange[] {
  assertLive(user)
  assertManager(view, user, update.managerId)
  const attributes = withValues(user.attributes, update.set ?? {})
  const name = String(attributes.userPrincipalName)
  if (name.toLowerCase() !== String(user.attributes.userPrincipalName).toLowerCase()) assertNameFree(view, name)
  const { managerId: before, ...rest } = user
  const managerId = update.managerId === undefined ? before : (update.managerId ?? undefined)
  const userType = update.userType ?? user.userType
  const next: EntraUser = { ...rest, userType, attributes, ...(managerId !== undefined && { managerId }) }
  return [put(next), ...dynamicMembershipChanges(view, next)]
}

/** The directory prefixes the name of a soft-deleted user with the object id, so that it can be used again. */
export function softDeleteUser(user: EntraUser, now: number): SourceChange[] {
  if (user.deletedAt !== undefined)
    throw new VerbError('conflict', `${String(user.nameBeforeDeletion)} is in the bin already.`)
  const name = String(user.attributes.userPrincipalName)
  const attributes = { ...user.attributes, userPrincipalName: `${user.id.replaceAll('-', '')}${name}` }
  return [put({ ...user, attributes, deletedAt: now, nameBeforeDeletion: name })]
}

function assertLive(user: EntraUser): void {
  if (user.deletedAt === undefined) return
  throw new VerbError('not-found', `${familiarName(user)} is deleted; restore the user first.`)
}

function assertManager(view: EntraView, user: EntraUser, managerId: string | null | undefined): void {
  if (managerId === user.id) throw new VerbError('invalid', 'A user cannot be their own manager.')
  const manager = managerId ? view.users.get(managerId) : undefined
  if (manager) assertLive(manager)
}

/** Out of the bin again; the prefix is taken off when the old name is still free, and rules of groups are looked at. */
export function restoreUser(view: EntraView, user: EntraUser): SourceChange[] {
  const { deletedAt, nameBeforeDeletion, ...rest } = user
  if (deletedAt === undefined) {
    throw new VerbError('conflict', `${String(user.attributes.userPrincipalName)} is not deleted; nothing to restore.`)
  }
  const isFree = nameBeforeDeletion !== undefined && view.userIdByName(nameBeforeDeletion) === undefined
  const attributes = isFree ? { ...rest.attributes, userPrincipalName: nameBeforeDeletion } : rest.attributes
  const restored = { ...rest, attributes }
  return [put(restored), ...dynamicMembershipChanges(view, restored)]
}

/** Gone for good, from the bin or at once, with all memberships and assignments. */
export function purgeUser(view: EntraView, user: EntraUser): SourceChange[] {
  const memberships = [...view.memberships.leftsOf(user.id)].map(
    (id): SourceChange => ({ kind: 'membership', id, memberId: user.id, present: false }),
  )
  return [...memberships, ...assignmentsOf(view, user.id, false), { kind: 'user', id: user.id, value: null }]
}

function put(user: EntraUser): SourceChange {
  return { kind: 'user', id: user.id, value: user }
}

function newAttributes(view: EntraView, input: NewUser, userType: 'Member' | 'Guest'): EntraUser['attributes'] {
  const given = withValues({ accountEnabled: true }, input.attributes)
  const name = given.userPrincipalName ?? given.mail
  if (typeof name !== 'string' || name === '') throw new VerbError('invalid', 'A user needs a userPrincipalName.')
  const isPlainGuest = userType === 'Guest' && !name.includes('#EXT#')
  const userPrincipalName = isPlainGuest ? guestName(name, view.tenant.initialDomain) : name
  const alias = name.split('@')[0] ?? name
  return {
    mailNickname: alias,
    displayName: alias,
    ...(isPlainGuest && { mail: name }),
    ...given,
    userPrincipalName,
  }
}

function withValues(before: EntraUser['attributes'], values: AttributeValues): EntraUser['attributes'] {
  const next = new Map(Object.entries(before))
  for (const [name, value] of Object.entries(values)) {
    const known = findUserAttribute(name)
    if (!known) throw new VerbError('invalid', unknownAttribute(name))
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) next.delete(known.name)
    else next.set(known.name, known.multivalued ? value : single(known.name, value))
  }
  return Object.fromEntries(next)
}

function single(name: string, value: AttributeValue): AttributeValue {
  if (typeof value !== 'object') return value
  if (value.length === 1 && value[0] !== undefined) return value[0]
  throw new VerbError('invalid', `${name} takes one value, not ${value.length}.`)
}

function unknownAttribute(name: string): string {
  const way = name === 'manager' ? 'give the manager beside "set"' : 'see Microsoft Graph for the names'
  return `A user has no attribute "${name}"; ${way}.`
}

function assertNameFree(view: EntraView, name: string): void {
  if (view.userIdByName(name) === undefined) return
  throw new VerbError('conflict', `Another object with the userPrincipalName "${name}" already exists; choose another.`)
}
