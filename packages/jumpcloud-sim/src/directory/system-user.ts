import { z } from 'zod'

/** JumpCloud's user states. STAGED is a user who has not been let in yet. Source: JumpCloud API V1, "Manage User States". */
export const UserState = z.enum(['STAGED', 'ACTIVATED', 'SUSPENDED'])
export type UserState = z.infer<typeof UserState>

const Text = z.string().max(1024)

export const Address = z.object({
  id: z.string().optional(),
  type: Text.optional(),
  poBox: Text.optional(),
  extendedAddress: Text.optional(),
  streetAddress: Text.optional(),
  locality: Text.optional(),
  region: Text.optional(),
  postalCode: Text.optional(),
  country: Text.optional(),
})
export type Address = z.infer<typeof Address>

export const PhoneNumber = z.object({ id: z.string().optional(), type: Text.optional(), number: Text.optional() })
export type PhoneNumber = z.infer<typeof PhoneNumber>

const NameValue = z.object({ name: z.string(), value: Text })
const Relationship = z.object({ type: z.string(), value: z.string() })

/** What an administrator may write, in the keys of `systemusers` (JumpCloud API V1, SystemUserPost and SystemUserPut). */
export const UserFields = z.object({
  username: Text.min(1).describe('User name at JumpCloud; sent as SCIM userName'),
  email: Text.min(3),
  alternateEmail: z.string().optional(),
  firstname: Text.optional(),
  middlename: Text.optional(),
  lastname: Text.optional(),
  displayname: Text.optional(),
  state: UserState.optional(),
  activated: z.boolean().optional().describe('Has finished registration, which is not the state'),
  suspended: z.boolean().optional(),
  account_locked: z.boolean().optional(),
  password_expired: z.boolean().optional(),
  password_expiration_date: z.string().nullable().optional(),
  password_never_expires: z.boolean().optional(),
  password: z.string().optional().meta({ secret: true }),
  jobTitle: Text.optional(),
  department: Text.optional(),
  company: Text.optional(),
  costCenter: Text.optional(),
  employeeType: Text.optional(),
  employeeIdentifier: z.string().max(256).optional(),
  location: Text.optional(),
  description: Text.optional(),
  manager: z.string().optional().describe('Id of another systemuser'),
  addresses: z.array(Address).optional(),
  phoneNumbers: z.array(PhoneNumber).optional(),
  attributes: z.array(NameValue).optional(),
  relationships: z.array(Relationship).optional(),
  external_dn: z.string().optional(),
  external_source_type: z.string().optional(),
  managedAppleId: Text.optional(),
  sudo: z.boolean().optional(),
  unix_uid: z.int().min(1).optional(),
  unix_guid: z.int().min(1).optional(),
})
export type UserFields = z.infer<typeof UserFields>

export const UserChanges = UserFields.partial()
export type UserChanges = z.infer<typeof UserChanges>

/** A user of the organisation, with the keys that the API answers. Texts that were never given are empty. Immutable. */
export interface SystemUser {
  readonly _id: string
  readonly username: string
  readonly email: string
  readonly alternateEmail?: string
  readonly firstname: string
  readonly middlename: string
  readonly lastname: string
  readonly displayname: string
  readonly state: UserState
  readonly activated: boolean
  readonly suspended: boolean
  readonly account_locked: boolean
  readonly account_locked_date: string | null
  readonly password_expired: boolean
  readonly password_expiration_date: string | null
  readonly password_never_expires: boolean
  readonly password_date: string | null
  readonly jobTitle: string
  readonly department: string
  readonly company: string
  readonly costCenter: string
  readonly employeeType: string
  readonly employeeIdentifier?: string
  readonly location: string
  readonly description: string
  readonly manager?: string
  readonly addresses: readonly Address[]
  readonly phoneNumbers: readonly PhoneNumber[]
  readonly attributes: readonly z.infer<typeof NameValue>[]
  readonly relationships: readonly z.infer<typeof Relationship>[]
  readonly external_dn?: string
  readonly external_source_type?: string
  readonly managedAppleId?: string
  readonly sudo: boolean
  readonly unix_uid: number
  readonly unix_guid: number
  readonly totp_enabled: boolean
  readonly creationSource: string
  readonly organization: string
  readonly created: string
}

/** Name of the custom attribute that keeps what scenarios call a person. Custom attributes are never exported. */
export const KEY_ATTRIBUTE = 'key'
