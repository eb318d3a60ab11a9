export interface EntraGroup {
  /** Object id, a UUID. */
  readonly id: string
  readonly displayName: string
  readonly description?: string
  readonly mailNickname: string
  readonly mail?: string
  readonly mailEnabled: boolean
  readonly securityEnabled: boolean
  /** `Unified` for Microsoft 365 groups, `DynamicMembership` where a rule decides about the members. */
  readonly groupTypes: readonly ('Unified' | 'DynamicMembership')[]
  readonly membershipRule?: string
  /** Of a dynamic group: while `Paused`, its members stay as they are. `On` when left out. */
  readonly membershipRuleProcessingState?: RuleProcessing
  readonly createdAt: number
  /** Set while the group lies in the bin. */
  readonly deletedAt?: number
}

export type RuleProcessing = 'On' | 'Paused'

export function isPaused(group: EntraGroup): boolean {
  return group.membershipRuleProcessingState === 'Paused'
}

export function isDynamic(group: EntraGroup): boolean {
  return group.groupTypes.includes('DynamicMembership')
}
