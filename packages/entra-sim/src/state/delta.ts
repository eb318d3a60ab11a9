// Graph's delta query over the change log: what became of users or groups after a position, at the cost of the changes alone.
import type { EntraGroup } from '../directory/entra-group.ts'
import type { EntraUser } from '../directory/entra-user.ts'
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

/** One thing in a delta, at the place of the change log where it is told. */
export interface DeltaItem<Item> {
  readonly position: number
  readonly id: string
  /** Its present state, or why it is no longer there. */
  readonly item: Item | 'changed' | 'deleted'
}

/** Which part of the change log a page of a delta query covers; positions are exclusive at the beginning, inclusive at the end. */
export interface DeltaRange {
  /** Where the query began; 0 gives everything. */
  readonly from: number
  /** What was told last. */
  readonly after: number
  /** Later changes belong to the next query. */
  readonly until: number
}

/** Position 0 gives everything. */
export function userDelta(view: EntraView, position: number): Delta<EntraUser> {
  return whole(view, userChanges(view, wholeRange(view, position)))
}

export function groupDelta(view: EntraView, position: number): Delta<GroupWithMembers> {
  return whole(view, groupChanges(view, wholeRange(view, position)))
}

/** Users that changed, in the order of their latest change. A page costs what is on it. */
export function* userChanges(view: EntraView, { from, after, until }: DeltaRange): Iterable<DeltaItem<EntraUser>> {
  for (const { event, position } of view.changeLog.since(after)) {
    if (position > until) return
    if (event.about !== 'User') continue
    const user = view.users.get(event.id)
    const told = user?.deletedAt === undefined ? (user ?? 'deleted') : 'changed'
    if (from > 0 || typeof told === 'object') yield { position, id: event.id, item: told }
  }
}

/**
 * Groups that changed, or whose members did, in the order of the first change. A change during the paging can make a group come
 * twice, which Graph's clients must bear, but never makes one be left out.
 */
export function* groupChanges(view: EntraView, range: DeltaRange): Iterable<DeltaItem<GroupWithMembers>> {
  const members = new Map<string, { readonly position: number; readonly ids: Set<string> }>()
  // A first query tells every group with all its members, so that the events of members say nothing more.
  const isFirst = range.from === 0
  for (const { event, position } of view.changeLog.since(isFirst ? range.after : range.from)) {
    if (position > range.until) break
    if (event.about !== 'Group' && (isFirst || event.about !== 'Membership')) continue
    const known = members.get(event.id) ?? { position, ids: new Set() }
    if (event.about === 'Membership') known.ids.add(event.memberId)
    members.set(event.id, known)
  }
  for (const [id, { position, ids }] of members) {
    if (position <= range.after) continue
    const group = view.groups.get(id)
    const isLive = group && group.deletedAt === undefined
    const told = isLive ? { group, members: memberDelta(view, id, ids, range.from) } : group ? 'changed' : 'deleted'
    if (!isFirst || isLive) yield { position, id, item: told }
  }
}

function wholeRange({ changeLog }: EntraView, from: number): DeltaRange {
  return { from, after: from, until: changeLog.lastPosition }
}

function whole<Item extends object>({ changeLog }: EntraView, items: Iterable<DeltaItem<Item>>): Delta<Item> {
  const changed: Item[] = []
  const removed: { id: string; reason: 'changed' | 'deleted' }[] = []
  for (const { id, item } of items) {
    if (typeof item === 'object') changed.push(item)
    else removed.push({ id, reason: item })
  }
  return { changed, removed, position: changeLog.lastPosition }
}

function memberDelta(
  view: EntraView,
  groupId: string,
  changed: ReadonlySet<string>,
  from: number,
): GroupWithMembers['members'] {
  const ids = from === 0 ? view.memberships.rightsOf(groupId) : changed
  return [...ids].map((id) => {
    return { id, type: view.groups.has(id) ? 'group' : 'user', isRemoved: !view.memberships.has(groupId, id) }
  })
}
