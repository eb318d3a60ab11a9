/** Graph's object connection: which target resource belongs to a source object of one job. */
export interface Link {
  readonly objectId: string
  readonly objectType: 'User' | 'Group'
  /** The SCIM id (Graph: targetAnchor). */
  readonly targetId: string
  readonly targetName: string
  readonly linkedAt: number
  /** False once the object was unassigned or left scope: its later deletion in the source is no business of the job. */
  readonly managed: boolean
  /** Whether the engine left the target account enabled. A group is always enabled. */
  readonly active: boolean
  /** Whether a cycle has seen the object in the bin. */
  readonly deletionSeen: boolean
  /** Target id of the manager that the engine wrote or found right; null for none. No other manager is ever taken away. */
  readonly manager: string | null
}
