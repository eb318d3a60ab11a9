// What a cycle keeps about one object that it considered. Graph's provisioningObjectSummary, with its steps and texts, is rendered
// from it when somebody reads the log.

export type ProvisioningAction = 'create' | 'update' | 'delete' | 'stageddelete' | 'disable' | 'other'

export type ProvisioningStatus = 'success' | 'failure' | 'skipped' | 'warning'

export interface ModifiedProperty {
  readonly displayName: string
  readonly oldValue: string | null
  readonly newValue: string | null
}

export interface MatchAttempt {
  /** The target attribute that was asked for, or `id` for a linked object. */
  readonly attribute: string
  readonly value: string
  readonly found: number
}

/** What Graph's scoping step shows. */
export interface ScopeFinding {
  /** Enabled and not deleted in the source. */
  readonly isActive: boolean
  readonly isAssigned: boolean
  /** Assigned, or the scope is everybody. */
  readonly isEntitled: boolean
  /** Passes the scoping filter. */
  readonly passesFilter: boolean
  /** False when an input filter dropped the object at once; leaving that way does not deprovision. */
  readonly isRead: boolean
}

interface RecordError {
  readonly code: string
  readonly reason: string
}

export interface ProvisioningRecord {
  readonly at: number
  readonly jobId: string
  readonly cycleId: string
  readonly changeId: string
  readonly activity: 'cycle' | 'provisionOnDemand'
  readonly action: ProvisioningAction
  readonly status: ProvisioningStatus
  readonly durationMs: number
  /** Numbers of its exchanges on the wire, where somebody keeps it. */
  readonly exchanges?: readonly number[]
  readonly objectType: 'User' | 'Group'
  readonly sourceId: string
  readonly sourceName: string
  readonly targetId: string | null
  readonly targetName: string | null
  /** What the change log said about the source object. */
  readonly importedAs: 'Add' | 'Update' | 'Delete'
  readonly scope: ScopeFinding | null
  readonly matches: readonly MatchAttempt[]
  readonly modified: readonly ModifiedProperty[]
  /** Why nothing was sent, as a code of the log. */
  readonly skipReason: string | null
  readonly error: RecordError | null
  /** Mapped attributes that a POST did not carry, because of their names. */
  readonly leftOut?: readonly string[]
  /** Members or a manager were written, not the object itself. */
  readonly isReference: boolean
}
