import { z } from 'zod'

/** JumpCloud's user states. STAGED is a user who has not been let in yet. Source: JumpCloud API V1, "Manage User States". */
export const UserState = z.enum(['STAGED', 'ACTIVATED', 'SUSPENDED'])
export type UserState = z.infer<typeof UserState>

const Text = z.string().max(1024)

export const Address = z.object({
  id: z.string().optional().describe('Object id of the address; made if none is given'),
  type: Text.optional().describe('Kind of address, such as work or home'),
  poBox: Text.optional().describe('Post office box; never sent'),
  extendedAddress: Text.optional().describe('Second line, such as the floor or the building; never sent'),
  streetAddress: Text.optional().describe('Street and house number'),
  locality: Text.optional().describe('City or town'),
  region: Text.optional().describe('State, province or county'),
  postalCode: Text.optional().describe('Postal code'),
  country: Text.optional().describe('Country, such as US; sent as it is written'),
})
export type Address = z.infer<typeof Address>

export const PhoneNumber = z.object({
  id: z.string().optional().describe('Object id of the phone number; made if none is given'),
  type: Text.optional().describe('Kind of phone number, such as work or mobile'),
  number: Text.optional().describe('The number; sent as it is written'),
})
export type PhoneNumber = z.infer<typeof PhoneNumber>

const NameValue = z.object({
  name: z.string().describe('Name of the attribute; the one named key holds what scenarios call the person'),
  value: Text.describe('Value of the attribute'),
})
const Relationship = z.object({
  type: z.string().describe('Kind of relationship, such as manager'),
  value: z.string().describe('The other side of the relationship, as text'),
})

/** What an administrator may write, in the keys of `systemusers` (JumpCloud API V1, SystemUserPost and SystemUserPut). */
export const UserFields = z.object({
  username: Text.min(1).describe('User name at JumpCloud; sent as SCIM userName'),
  email: Text.min(3).describe('Email address, unique in the organisation; sent as the work address in SCIM emails'),
  alternateEmail: z.string().optional().describe('Second email address; never sent'),
  firstname: Text.optional().describe('First name; sent as SCIM name.givenName'),
  middlename: Text.optional().describe('Middle name; never sent'),
  lastname: Text.optional().describe('Last name; sent as SCIM name.familyName'),
  displayname: Text.optional().describe('Sent as SCIM displayName; if empty, the full name or the username is sent'),
  state: UserState.optional().describe('STAGED: not let in yet; ACTIVATED: has access; SUSPENDED: access is withdrawn'),
  activated: z.boolean().optional().describe('Has finished registration, which is not the state'),
  suspended: z.boolean().optional().describe('True while the state is SUSPENDED; setting one sets the other'),
  account_locked: z.boolean().optional().describe('Locked, as after failed logins; this is not suspension'),
  password_expired: z.boolean().optional().describe('The password has expired; the user is then sent as inactive'),
  password_expiration_date: z
    .string()
    .nullable()
    .optional()
    .describe('When the password expires, such as 2026-03-31T00:00:00.000Z; null if no date is set'),
  password_never_expires: z.boolean().optional().describe('The password does not expire, even if it has a date'),
  password: z.string().optional().meta({ secret: true }),
  jobTitle: Text.optional().describe('Job title; sent as SCIM title'),
  department: Text.optional().describe('Department; sent as department of the enterprise extension'),
  company: Text.optional().describe('Company; sent as organization of the enterprise extension'),
  costCenter: Text.optional().describe('Cost centre; sent as costCenter of the enterprise extension'),
  employeeType: Text.optional().describe('Type of employment, such as Contractor; sent as SCIM userType'),
  employeeIdentifier: z
    .string()
    .max(256)
    .optional()
    .describe('Staff number, unique in the organisation; sent as employeeNumber of the enterprise extension'),
  location: Text.optional().describe('Place of work, in free text; never sent'),
  description: Text.optional().describe('Free text about the user; never sent'),
  manager: z.string().optional().describe('Id of another systemuser'),
  addresses: z.array(Address).optional().describe('Postal addresses; sent as SCIM addresses, those of type work first'),
  phoneNumbers: z.array(PhoneNumber).optional().describe('Sent as SCIM phoneNumbers, those of type work first'),
  attributes: z.array(NameValue).optional().describe('Custom attributes; never sent'),
  relationships: z.array(Relationship).optional().describe('How the user relates to other people; never sent'),
  external_dn: z.string().optional().describe('Distinguished name in an external directory, such as Active Directory'),
  external_source_type: z.string().optional().describe('Kind of external directory that the user comes from'),
  managedAppleId: Text.optional().describe('Managed Apple ID of the user; never sent'),
  sudo: z.boolean().optional().describe('Administrator (sudo) on all devices of the user; never sent'),
  unix_uid: z.int().min(1).optional().describe('Unix user id on devices; counted up from 5000 unless given'),
  unix_guid: z.int().min(1).optional().describe('Unix group id on devices; counted up from 5000 unless given'),
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
