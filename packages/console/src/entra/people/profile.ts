// A user's properties in the portal's categories (MS14), and what an edit of them says to the tenant. Pure.
import type { Views } from '../../source/source.ts'

export type User = Views['entra.users']
export type ProfileDraft = Readonly<Record<string, string>>

type Property = readonly [name: string, label: string]

/** Of the six categories those that provisioning can read something of. */
export const CATEGORIES: readonly (readonly [heading: string, properties: readonly Property[]])[] = [
  [
    'Identity',
    [
      ['displayName', 'Display name'],
      ['givenName', 'First name'],
      ['surname', 'Last name'],
      ['userPrincipalName', 'User principal name'],
    ],
  ],
  [
    'Job information',
    [
      ['jobTitle', 'Job title'],
      ['companyName', 'Company name'],
      ['department', 'Department'],
      ['employeeId', 'Employee ID'],
      ['employeeType', 'Employee type'],
      ['physicalDeliveryOfficeName', 'Office location'],
      ['manager', 'Manager'],
    ],
  ],
  [
    'Contact info',
    [
      ['streetAddress', 'Street address'],
      ['city', 'City'],
      ['state', 'State or province'],
      ['postalCode', 'ZIP or postal code'],
      ['country', 'Country or region'],
      ['telephoneNumber', 'Business phone'],
      ['mobile', 'Mobile phone'],
      ['mail', 'Email'],
      ['mailNickname', 'Mail nickname'],
    ],
  ],
  [
    'Settings',
    [
      ['usageLocation', 'Usage location'],
      ['preferredLanguage', 'Preferred language'],
    ],
  ],
]

const NAMES = CATEGORIES.flatMap(([, properties]) => properties.map(([name]) => name))

/** Each as a text; empty where the user has none. */
export function profileOf(user: User): ProfileDraft {
  return Object.fromEntries(NAMES.map((name) => [name, textOf(user[name])]))
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** As `update-user` takes what was changed; an emptied field takes the value away. */
export function updateInput(id: string, draft: ProfileDraft, changed: readonly string[]): object {
  const { manager, ...set } = Object.fromEntries(changed.map((name) => [name, draft[name]?.trim() || null]))
  return { user: id, ...(Object.keys(set).length > 0 && { set }), ...(manager !== undefined && { manager }) }
}

/** As `create-user` takes a new one. */
export function createInput(draft: ProfileDraft): object {
  const { userPrincipalName, displayName, manager, ...rest } = Object.fromEntries(
    Object.entries(draft).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]])),
  )
  return { userPrincipalName, displayName, ...(manager !== undefined && { manager }), set: rest }
}
