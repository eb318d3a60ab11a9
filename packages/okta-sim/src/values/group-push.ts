/** A group that is pushed (O929). */
export interface GroupPush {
  readonly id: string
  readonly appId: string
  readonly sourceGroupId: string
  readonly status: 'ACTIVE' | 'INACTIVE' | 'ERROR'
  /** The endpoint's id of the group, once it is made or linked. */
  readonly targetId?: string
  /** As it was last written there. */
  readonly targetName?: string
  /** Ids at the endpoint of those who were written last. */
  readonly pushed: readonly string[]
  /** Linked to a group that was there: whom the endpoint had stays until "Push now" (O427). */
  readonly isLinked: boolean
  readonly errorSummary?: string
  readonly created?: string
  readonly lastUpdated?: string
  readonly lastPush?: string
}
