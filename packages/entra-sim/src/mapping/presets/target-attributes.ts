import { coreGroupSchema, enterpriseUserSchema } from '../../schema/resource-schemas.ts'
import { type AttributeType, ObjectDefinition } from '../../schema/synchronization-schema.ts'

interface Row {
  readonly name: string
  readonly type?: AttributeType
  readonly multivalued?: boolean
  readonly required?: boolean
  readonly caseExact?: boolean
  readonly anchor?: boolean
  readonly mutability?: 'ReadOnly'
}

const typesOf = {
  addresses: ['work', 'other'],
  emails: ['work', 'home', 'other'],
  phoneNumbers: ['work', 'mobile', 'fax', 'home', 'other', 'pager'],
}
const addressParts = ['formatted', 'streetAddress', 'locality', 'region', 'postalCode', 'country']

/**
 * Target attributes of a user that the portal offers for a non-gallery SCIM application. `caseExact` follows RFC 7643
 * for `id` and `externalId`; the other text is compared case-sensitively too, so that a change of case in a name
 * reaches the application; `userName` and email addresses are not, as the RFC has it.
 */
const userRows: readonly Row[] = [
  { name: 'id', anchor: true, caseExact: true, mutability: 'ReadOnly' },
  { name: 'userName', required: true },
  { name: 'active', type: 'Boolean' },
  ...texts('displayName', 'nickName', 'title', 'userType', 'preferredLanguage', 'locale', 'timezone'),
  ...texts('name.formatted', 'name.givenName', 'name.familyName', 'name.honorificPrefix', 'name.honorificSuffix'),
  ...typesOf.emails.map((type) => ({ name: `emails[type eq "${type}"].value` })),
  ...typesOf.addresses.flatMap((type) => texts(...addressParts.map((part) => `addresses[type eq "${type}"].${part}`))),
  ...texts(...typesOf.phoneNumbers.map((type) => `phoneNumbers[type eq "${type}"].value`)),
  ...texts('externalId'),
  ...texts(...['display', 'type', 'value'].map((part) => `roles[primary eq "True"].${part}`)),
  { name: 'roles', multivalued: true, caseExact: true },
  ...texts(...['employeeNumber', 'costCenter', 'organization', 'division', 'department'].map(enterprise)),
  { name: enterprise('manager'), type: 'Reference' },
]

const groupRows: readonly Row[] = [
  { name: 'id', anchor: true, caseExact: true, mutability: 'ReadOnly' },
  { name: 'displayName', required: true, caseExact: true },
  { name: 'externalId', caseExact: true },
  { name: 'members', type: 'Reference', multivalued: true },
]

/** Target definition of a user; its name is the enterprise URN, as in the `customappsso` directory. */
export const targetUserDefinition: ObjectDefinition = ObjectDefinition.parse({
  name: enterpriseUserSchema,
  attributes: userRows,
})

/** Target definition of a group. */
export const targetGroupDefinition: ObjectDefinition = ObjectDefinition.parse({
  name: coreGroupSchema,
  attributes: groupRows,
})

function enterprise(attribute: string): string {
  return `${enterpriseUserSchema}:${attribute}`
}

function texts(...names: readonly string[]): readonly Row[] {
  return names.map((name) => ({ name, caseExact: true }))
}
