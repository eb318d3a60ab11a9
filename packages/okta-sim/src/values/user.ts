// A person of the organisation.
import { z } from 'zod'

/** Okta's base attributes (O917). */
export const Profile = z.strictObject({
  login: z.string().min(1).describe("The person's user name at Okta, in the form of an email address"),
  email: z.string().min(1).describe('Primary email'),
  firstName: z.string().min(1).describe('Given name'),
  lastName: z.string().min(1).describe('Family name'),
  displayName: z.string().optional().describe('Display name'),
  secondEmail: z.string().optional().describe('Secondary email'),
  middleName: z.string().optional().describe('Middle name'),
  honorificPrefix: z.string().optional().describe('Honorific prefix'),
  honorificSuffix: z.string().optional().describe('Honorific suffix'),
  nickName: z.string().optional().describe('Nickname'),
  profileUrl: z.string().optional().describe('Web page'),
  title: z.string().optional().describe('Title'),
  department: z.string().optional().describe('Department'),
  division: z.string().optional().describe('Division'),
  organization: z.string().optional().describe('Organization'),
  costCenter: z.string().optional().describe('Cost center'),
  employeeNumber: z.string().optional().describe('Employee number'),
  userType: z.string().optional().describe('User type'),
  primaryPhone: z.string().optional().describe('Primary phone'),
  mobilePhone: z.string().optional().describe('Mobile phone'),
  streetAddress: z.string().optional().describe('Street address'),
  city: z.string().optional().describe('City'),
  state: z.string().optional().describe('State'),
  zipCode: z.string().optional().describe('Zip code'),
  countryCode: z.string().optional().describe('Country code'),
  postalAddress: z.string().optional().describe('Postal address'),
  locale: z.string().optional().describe('Locale, such as en_US'),
  timezone: z.string().optional().describe('Time zone'),
  preferredLanguage: z.string().optional().describe('Preferred language'),
  manager: z.string().optional().describe('Name of the manager'),
  managerId: z.string().optional().describe('Id of the manager'),
})
export type Profile = z.infer<typeof Profile>

/** The states that provisioning tells apart; those of sign-in, such as LOCKED_OUT, are not here (O911). */
export const USER_STATES = ['STAGED', 'ACTIVE', 'SUSPENDED', 'DEPROVISIONED'] as const
export type UserStatus = (typeof USER_STATES)[number]

export interface User {
  readonly id: string
  readonly status: UserStatus
  readonly created: string
  readonly lastUpdated: string
  /** When the state became what it is. */
  readonly statusChanged?: string
  /** When the person became ACTIVE last. */
  readonly activated?: string
  readonly profile: Profile
  /** What scenarios call the person. */
  readonly key?: string
}
