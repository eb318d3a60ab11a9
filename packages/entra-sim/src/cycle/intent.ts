import type { ScopeFinding } from '../log/provisioning-record.ts'

/** Why a cycle looks at an object. */
export type Reason =
  | 'initialCycle'
  | 'changed'
  | 'assignmentChanged'
  | 'membershipChanged'
  | 'escrow'
  | 'staged'
  | 'unsettled'
  | 'onDemand'

interface IntentBase {
  readonly objectType: 'User' | 'Group'
  /** Object id in the source. */
  readonly objectId: string
  readonly reasons: readonly Reason[]
  /** Null when the object is gone from the source. */
  readonly scope: ScopeFinding | null
}

/** What a cycle wants for one object, from the source side and the job's own memory alone. */
export type ObjectIntent =
  /** Create, match, or update by what differs. */
  | (IntentBase & { readonly kind: 'evaluate'; readonly isSoftDeleted: boolean; readonly isInBin: boolean })
  /** Disable a user, or delete a user or group. These are what the prevention of accidental deletions counts. */
  | (IntentBase & { readonly kind: 'remove'; readonly action: 'disable' | 'delete'; readonly cause: RemovalCause })
  /** A removal that is held back. */
  | (IntentBase & { readonly kind: 'stage'; readonly action: 'disable' | 'delete'; readonly cause: RemovalCause })
  | (IntentBase & { readonly kind: 'skip'; readonly reason: SkipReason; readonly after: AfterSkip })

export type RemovalIntent = Extract<ObjectIntent, { kind: 'remove' }>

export type RemovalCause = 'outOfScope' | 'disabledInSource' | 'softDeleted' | 'hardDeleted' | 'groupDeleted'

/** Codes of the provisioning log, and our words where the log has none. */
export type SkipReason =
  | 'NotEffectivelyEntitled'
  | 'OutOfScope'
  | 'DisabledNeverProvisioned'
  | 'DeletedNeverProvisioned'
  | 'AlreadyDisabled'
  | 'ActiveNotMapped'
  | 'SkipOutOfScopeDeletions'
  | 'UpdateNotEnabled'
  | 'DeleteNotEnabled'
  | 'NoLongerManaged'
  | 'PurgedBetweenCycles'
  | 'GroupsNotEnabled'

/** What the job's memory about the object becomes although nothing is sent. */
export type AfterSkip = 'keep' | 'unmanage' | 'forget' | 'deletionSeen'
