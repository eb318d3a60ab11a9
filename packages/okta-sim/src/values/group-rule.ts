/** Who fits the expression is put into the groups (O920). */
export interface GroupRule {
  readonly id: string
  readonly name: string
  /** INVALID once one of its groups is gone. */
  readonly status: 'ACTIVE' | 'INACTIVE' | 'INVALID'
  readonly expression: string
  readonly groupIds: readonly string[]
  readonly created: string
  readonly lastUpdated: string
}
