// The table Export Attribute Mapping: which field of a user becomes which SCIM attribute, and what can be left out.
import { OPTIONAL_ATTRIBUTES } from './map-user.ts'

export interface ExportAttribute {
  /** SCIM attribute; of the enterprise extension without its URN. */
  readonly target: string
  /** Field of a systemuser, or what it is made of. */
  readonly source: string
}

/** Always sent. */
const REQUIRED: readonly ExportAttribute[] = [
  { target: 'userName', source: 'username' },
  { target: 'emails', source: 'email' },
  { target: 'active', source: 'suspended, password_expired' },
  { target: 'name.givenName', source: 'firstname' },
  { target: 'name.familyName', source: 'lastname' },
]

const SOURCES: Readonly<Record<(typeof OPTIONAL_ATTRIBUTES)[number], string>> = {
  addresses: 'addresses',
  displayName: 'displayname',
  externalId: '_id',
  locale: 'en-US',
  phoneNumbers: 'phoneNumbers',
  preferredLanguage: 'en-US',
  title: 'jobTitle',
  userType: 'employeeType',
  department: 'department',
  employeeNumber: 'employeeIdentifier',
  costCenter: 'costCenter',
  organization: 'company',
}

/** Those that are required first. */
export function exportAttributes(
  excluded: readonly string[],
): readonly (ExportAttribute & { readonly required: boolean; readonly exported: boolean })[] {
  return [
    ...REQUIRED.map((one) => ({ ...one, required: true, exported: true })),
    ...OPTIONAL_ATTRIBUTES.map((target) => ({
      target,
      source: SOURCES[target],
      required: false,
      exported: !excluded.includes(target),
    })),
  ]
}
