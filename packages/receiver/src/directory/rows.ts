import type { KeyedElement } from '@scimulator/shared/scim'
import type { DirectoryRecord } from './record.ts'

/** Values of snapshot rows. Collection `records`: one row a record. */
export type RecordRow = DirectoryRecord

/** Collection `members`: one row a membership, so that no row grows with a group. */
export interface MemberRow {
  readonly organisation: string
  readonly group: string
  readonly member: KeyedElement
}
