/** A group of the organisation, or one that an import has seen at an application. */
export interface Group {
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly created?: string
  /** When the name or the description changed last. */
  readonly lastUpdated?: string
  readonly lastMembershipUpdated?: string
}

export interface Member {
  readonly groupId: string
  readonly userId: string
  /** The rule that has put the person in. */
  readonly ruleId?: string
}
