// Graph's delta query over the change log: what became of users or groups after a position, at the cost of the changes alone.
import type { EntraGroup } from './entra-group.ts'
import type { EntraUser } from './entra-user.ts'
import type { EntraView } from './state.ts'

export interface Delta<Item> {
  /** Present state of what was created, changed or restored. */
  readonly changed: readonly Item[]
  /** Ids of what was deleted: `changed` lies in the bin, `deleted` is gone for good (Graph: @removed.reason). */
  readonly removed: readonly { readonly id: string; readonly reason: 'changed' | 'deleted' }[]
  /** Where the next query begins. */
  readonly position: number
}

export interface GroupWithMembers {
  readonly group: EntraGroup
  /** Of a first query all members, later those that came and went. */
  readonly members: readonly { readonly id: string; readonly type: 'user' | 'group'; readonly isRemoved: boolean }[]
}

/** Position 0 gives everything. */
export function userDelta(view: EntraView, position: number): Delta<EntraUser> {
  const { lastPosition } = view.changeLog
  const ids = new Set<string>()
  for (const { event } of view.changeLog.since(position)) if (event.about === 'User') ids.add(event.id)
  const found = [...ids].map((id) => [id, view.users.get(id)] as const)
  const live = found.flatMap(([, user]) => (user && user.deletedAt === undefined ? [user] : []))
  return { changed: live, removed: position === 0 ? [] : removedIn(found), position: lastPosition }
}

export function groupDelta(view: EntraView, position: number): Delta<GroupWithMembers> {
  const { lastPosition } = view.changeLog
  const members = new Map<string, Set<string>>()
  for (const { event } of view.changeLog.since(position)) {
    if (event.about !== 'Group' && event.about !== 'Membership') continue
    const known = members.get(event.id) ?? new Set()
    if (event.about === 'Membership') known.add(event.memberId)
    members.set(event.id, known)
  }
  const found = [...members.keys()].map((id) => [id, view.groups.get(id)] as const)
  const live = found.flatMap(([id, group]) =>
    group && group.deletedAt === undefined ? [{ group, members: memberDelta(view, id, members, position) }] : [],
  )
  return { changed: live, removed: position === 0 ? [] : removedIn(found), position: lastPosition }
}

function memberDelta(
  view: EntraView,
  groupId: string,
  members: ReadonlyMap<string, ReadonlySet<string>>,
  position: number,
): GroupWithMembers['members'] {
  const ids = position === 0 ? view.memberships.rightsOf(groupId) : (members.get(groupId) ?? [])
  return [...ids].map((id) => {
    return { id, type: view.groups.has(id) ? 'group' : 'user', isRemoved: !view.memberships.has(groupId, id) }
  })
}

function removedIn(
  found: readonly (readonly [id: string, item: EntraUser | EntraGroup | undefined])[],
): Delta<never>['removed'] {
  return found.flatMap(([id, item]): Delta<never>['removed'] => {
    if (!item) return [{ id, reason: 'deleted' }]
    return item.deletedAt === undefined ? [] : [{ id, reason: 'changed' as const }]
  })
}
