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
  readonly createdAt: number
  /** Set while a Microsoft 365 group lies in the bin; security groups are gone at once. */
  readonly deletedAt?: number
}

export function isDynamic(group: EntraGroup): boolean {
  return group.groupTypes.includes('DynamicMembership')
}
