/** A removal held back by the prevention of accidental deletions, until an administrator allows it or the cause is gone. */
export interface StagedDelete {
  readonly objectId: string
  readonly objectType: 'User' | 'Group'
  readonly action: 'disable' | 'delete'
  readonly stagedAt: number
  readonly cycleId: string
}
