import type { KeyedRelation } from '@scimulator/shared/scim'
import type { DirectoryRecord, ResourceKind } from './record.ts'

/** Records found together, in a stable order; `size` costs nothing. */
export interface RecordSet {
  readonly size: number
  has(id: string): boolean
  values(): Iterable<DirectoryRecord>
  ids(): Iterable<string>
}

/**
 * One organisation, read-only. Every lookup costs the same at any number of people.
 *
 * Indexes of the directory's own carry the canonical attribute path: `userName`, `externalId`, `emails.value` (each email address),
 * `displayName`, and `managedBy` (sync source id). The profile adds others by `Profile.keys`. Values of attributes that are not
 * caseExact are folded by `foldCase` on both sides; a profile folds its own values itself.
 */
export interface DirectoryView {
  readonly organisation: string
  get(kind: ResourceKind, id: string): DirectoryRecord | undefined
  all(kind: ResourceKind): RecordSet
  lookup(kind: ResourceKind, index: string, value: string): RecordSet
  /** The members of a group, keyed by the member's id; empty for a group that does not exist. */
  members(groupId: string): KeyedRelation
  /** The groups of which a user or group is a direct member. */
  groupsOf(memberId: string): RecordSet
}

/** A view that others write to. */
export interface LiveView extends DirectoryView {
  /** The organisation as it is now, whatever is written to it later. Its sets (`all`, `lookup`) are taken before anything is. */
  hold(): HeldView
}

/** A view to which later writes do nothing. */
export interface HeldView extends DirectoryView {
  /** Called when nobody reads it any more: from then on writes cost nothing for it. */
  release(): void
}

/** One entry of an index: `{ index: 'employeeNumber', value: '42' }`. */
export interface IndexKey {
  readonly index: string
  readonly value: string
}

/** The form under which a value that is not caseExact is indexed and compared. */
export function foldCase(value: string): string {
  return value.toLowerCase()
}
