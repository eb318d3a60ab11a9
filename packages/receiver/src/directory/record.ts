import type { JsonObject, ScimResource } from '@scimulator/shared/scim'

/** The resource types that clients write, by their names: `User`, `Group`, and what is declared beside them, such as `Device`. */
export type ResourceKind = string

/**
 * One person, or one group, of one organisation. Immutable: a write puts a new record under the same id. The members of a group
 * are not here but in a relation of their own, so that a record stays small.
 */
export interface DirectoryRecord {
  readonly kind: ResourceKind
  /** The SCIM id, which is the id of the person or group everywhere. */
  readonly id: string
  readonly organisation: string
  /** The sync source that manages it; null when nobody does (made by hand, or the source was deleted). */
  readonly managedBy: string | null
  /** Counts writes from 1; the ETag is made of it. */
  readonly version: number
  /** Milliseconds since the epoch. */
  readonly created: number
  readonly lastModified: number
  /** What the client last wrote, in canonical spelling: no id, meta, groups, members, password. Answers are made of it. */
  readonly resource: ScimResource
  /** What the profile knows beyond the resource. The directory does not look into it. */
  readonly facts: JsonObject
}
