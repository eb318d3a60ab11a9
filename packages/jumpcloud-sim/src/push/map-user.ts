// A systemuser as a SCIM user: the attribute map of the custom connector. Multi-valued attributes are always there, empty when there is
// nothing, so that a PUT clears them; single ones are left out when empty. The enterprise URN is listed even without its object.
import { urns } from '@scimulator/shared/scim'
import type { Behaviour } from '../behaviour.ts'
import type { Address, PhoneNumber, SystemUser } from '../directory/system-user.ts'

/** Attributes that the export list offers to leave out. The rest (userName, emails, active, name) is always sent. */
export const OPTIONAL_ATTRIBUTES = [
  'addresses',
  'displayName',
  'externalId',
  'locale',
  'phoneNumbers',
  'preferredLanguage',
  'title',
  'userType',
  'department',
  'employeeNumber',
  'costCenter',
  'organization',
] as const

/** JumpCloud computes `active`: not suspended and password not expired (Bitwarden: JumpCloud SCIM integration). */
function isActive(user: SystemUser, behaviour: Behaviour): boolean {
  if (behaviour.lockedUsersInactive && user.account_locked) return false
  return !user.suspended && !user.password_expired
}

/** What is sent for a user, keys in the order of the mapping. Attributes without a value are absent. */
export function userResource(
  user: SystemUser,
  excluded: readonly string[],
  behaviour: Behaviour,
): Record<string, unknown> {
  const enterprise = present(enterpriseAttributes(user), excluded)
  const attributes: Record<string, unknown> = {
    userName: behaviour.userNameSource === 'email' ? user.email : user.username,
    active: isActive(user, behaviour),
    emails: [{ type: 'work', value: user.email, primary: true }],
    name: present({ givenName: user.firstname, familyName: user.lastname }, []),
    ...present(
      {
        displayName: displayNameOf(user),
        externalId: user._id,
        title: user.jobTitle,
        userType: user.employeeType,
        addresses: workFirst(user.addresses).map(addressOf),
        phoneNumbers: workFirst(user.phoneNumbers).map(phoneOf),
        locale: 'en-US',
        preferredLanguage: 'en-US',
      },
      excluded,
    ),
    schemas: [urns.user, urns.enterpriseUser],
  }
  return Object.keys(enterprise).length > 0 ? { ...attributes, [urns.enterpriseUser]: enterprise } : attributes
}

/** Single-valued attributes that the map owns: a PUT takes them off the target's resource when the user has no value. */
export const CLEARED_WHEN_EMPTY = ['displayName', 'externalId', 'title', 'userType'] as const
export const ENTERPRISE_ATTRIBUTES = ['department', 'employeeNumber', 'costCenter', 'organization'] as const

function enterpriseAttributes(user: SystemUser): Record<string, unknown> {
  return {
    department: user.department,
    employeeNumber: user.employeeIdentifier,
    costCenter: user.costCenter,
    organization: user.company,
  }
}

/** Never blank (JumpCloud: Integrate with Slack). */
function displayNameOf(user: SystemUser): string {
  return user.displayname || `${user.firstname} ${user.lastname}`.trim() || user.username
}

function addressOf(address: Address, index: number): Record<string, unknown> {
  const { type, streetAddress, locality, region, postalCode, country } = address
  return { ...present({ type, streetAddress, locality, region, postalCode, country }, []), primary: index === 0 }
}

function phoneOf({ type, number }: PhoneNumber, index: number): Record<string, unknown> {
  return { ...present({ type, value: number }, []), primary: index === 0 }
}

function workFirst<Entry extends { readonly type?: string | undefined }>(entries: readonly Entry[]): Entry[] {
  return [...entries.filter(({ type }) => type === 'work'), ...entries.filter(({ type }) => type !== 'work')]
}

function present(attributes: Record<string, unknown>, excluded: readonly string[]): Record<string, unknown> {
  const entries = Object.entries(attributes).filter(
    ([name, value]) => value !== undefined && value !== '' && !excluded.includes(name),
  )
  return Object.fromEntries(entries)
}
