import type { KeyedDelta, KeyedElement } from '@scimulator/shared/scim'
import type { DirectoryRecord, ResourceKind } from './record.ts'

/**
 * A fact about the directory. Changes are absolute (see the store's port): each carries a whole record, or sets and unsets
 * memberships, so that replaying one over a state that already has it changes nothing.
 */
export type DirectoryChange =
  | { readonly kind: 'record-put'; readonly record: DirectoryRecord }
  /** The record goes for good, together with its memberships and, for a group, its members. */
  | RecordRemoved
  | MembersChanged
  /** How many seeded ids of each kind were given out, so that a restarted program goes on where it stopped. */
  | { readonly kind: 'ids-given'; readonly counters: Readonly<Record<string, number>> }

interface RecordRemoved {
  readonly kind: 'record-removed'
  readonly organisation: string
  readonly resourceKind: ResourceKind
  readonly id: string
}

/** Applied in this order: all removed, `remove`, `add`. An element of `add` replaces the one of the same value. */
export interface MembersChanged {
  readonly kind: 'members-changed'
  readonly organisation: string
  readonly group: string
  readonly removeAll: boolean
  readonly remove: readonly string[]
  readonly add: readonly KeyedElement[]
}

/** What belongs to the profile alone; its own part of the state applies it. */
export interface ProfileChange {
  readonly kind: `profile:${string}`
}

export type Change = DirectoryChange | ProfileChange

export function isProfileChange(change: Change): change is ProfileChange {
  return change.kind.startsWith('profile:')
}

/** The change that a keyed delta of `members` stands for. */
export function membersChanged(
  group: Pick<DirectoryRecord, 'organisation' | 'id'>,
  delta: Omit<KeyedDelta, 'attribute'>,
): MembersChanged {
  const { removeAll, remove, add } = delta
  return { kind: 'members-changed', organisation: group.organisation, group: group.id, removeAll, remove, add }
}
