import { z } from 'zod'

/** Lark A01: the identity providers that the two help pages are about. */
export const SyncSourceKind = z.enum(['Entra ID', 'JumpCloud'])
export type SyncSourceKind = z.infer<typeof SyncSourceKind>

/** Lark A05: a value of Employee Type at the identity provider, and the workforce type in Lark that it means. */
export const WorkforceTypeRule = z.strictObject({
  employeeType: z.string().trim().min(1).describe('Field value of Employee Type at the identity provider: Regular'),
  workforceType: z.string().trim().min(1).describe('Name of the workforce type in Lark: regular employee'),
})
export type WorkforceTypeRule = z.infer<typeof WorkforceTypeRule>

/** Lark A08: how a SCIM DELETE of a user is answered. */
export const MemberDeletionRule = z.enum(['deactivate', 'delete', 'reject'])
export type MemberDeletionRule = z.infer<typeof MemberDeletionRule>

/** Lark A10: by what a create looks for existing members, besides the user name. */
export const IdentifyingAttribute = z.enum(['email', 'employee number', 'mobile'])
export type IdentifyingAttribute = z.infer<typeof IdentifyingAttribute>

/** What an administrator configures on the wizard's pages "Set attributes" and "General settings". */
export interface SyncConfiguration {
  readonly workforceTypeRules: readonly WorkforceTypeRule[]
  /** Lark A07; on the Entra ID page only, so always false for JumpCloud. */
  readonly memberNotification: boolean
  readonly memberDeletionRule: MemberDeletionRule
  /** Lark A09: ids of the administrators who hear of sync failures. */
  readonly administratorNotification: readonly string[]
  readonly identifyingAttributes: readonly IdentifyingAttribute[]
}

/** SHA-256 of the token, 64 lower-case hex digits; the token itself is shown once and not kept (Lark A04). */
interface SourceToken {
  readonly hash: string
  readonly issuedAt: number
  readonly expiresAt: number
}

export type SyncSource = SyncConfiguration & {
  readonly id: string
  readonly organisation: string
  readonly kind: SyncSourceKind
  readonly name: string
  readonly status: 'active' | 'inactive'
  readonly token: SourceToken
  /** Hashes of refreshed tokens, oldest first, so that clients that still show one can be told apart (Lark A09). */
  readonly formerTokens: readonly string[]
  readonly createdAt: number
  /** Id of the administrator. */
  readonly createdBy: string
}

export const DEFAULT_CONFIGURATION: SyncConfiguration = {
  workforceTypeRules: [],
  memberNotification: false,
  memberDeletionRule: 'deactivate',
  administratorNotification: [],
  identifyingAttributes: ['email'],
}
