// A user as the tenant's directory holds it. Attributes carry the names that mappings use, which follow the old Azure AD Graph and
// not Microsoft Graph: `telephoneNumber`, not `businessPhones`.

export type AttributeValue = string | boolean | number | readonly string[]

export type Attributes = Readonly<Record<string, AttributeValue>>

export interface EntraUser {
  /** Object id, a UUID. */
  readonly id: string
  /** What scenarios call the person, such as `ana`. */
  readonly key?: string
  readonly userType: 'Member' | 'Guest'
  /** Own source attributes that have a value. `userPrincipalName`, `displayName` and `accountEnabled` are always there. */
  readonly attributes: Attributes
  /** Object id of the manager. */
  readonly managerId?: string
  /** Milliseconds since the epoch. */
  readonly createdAt: number
  /** Set while the user lies in the bin of deleted items. */
  readonly deletedAt?: number
  /** The userPrincipalName before the soft delete prefixed it with the object id. */
  readonly nameBeforeDeletion?: string
}

/** Name as people know it: after a soft delete still the one without the prefix. */
export function familiarName(user: EntraUser): string {
  return user.nameBeforeDeletion ?? String(user.attributes.userPrincipalName)
}

export function isEnabled(user: EntraUser): boolean {
  return user.attributes.accountEnabled !== false
}
