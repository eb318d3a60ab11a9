import { z } from 'zod'

/**
 * Lark A02. One page calls the first permission "Directory Sync", the other "Organization data synchronization"; it is one. The
 * second is called "Admin log". Primary administrators have both.
 */
export const Permission = z.enum(['Directory Sync', 'Admin log'])
export type Permission = z.infer<typeof Permission>

export interface Administrator {
  readonly id: string
  readonly organisation: string
  readonly name: string
  readonly email: string
  readonly primary: boolean
  readonly permissions: readonly Permission[]
  /** SHA-256 of the password and of each personal token, in hex; never the secrets themselves. */
  readonly passwordHash: string | null
  readonly tokenHashes: readonly string[]
  /** A removed administrator acts no more; logs and cards still know the address. */
  readonly removedAt?: number
}

/** The administrator that every organisation starts with. */
export function firstAdministrator(organisation: string): Administrator {
  return {
    id: `${organisation}-primary-administrator`,
    organisation,
    name: 'Primary administrator',
    email: `primary.administrator@${organisation}.example`,
    primary: true,
    permissions: [],
    passwordHash: null,
    tokenHashes: [],
  }
}

export function mayConfigureSync(administrator: Administrator): boolean {
  return administrator.primary || administrator.permissions.includes('Directory Sync')
}
