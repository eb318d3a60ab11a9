import type { SnapshotRow } from '@scimulator/shared/store'
import type { ProfileChange } from './change.ts'

/** The profile's own collections, kept by the same store as the directory. Rows carry collections of the profile's own names. */
export interface ProfileState {
  apply(change: ProfileChange): void
  rows(): Iterable<SnapshotRow>
  load(row: SnapshotRow): void
  clear(): void
}
