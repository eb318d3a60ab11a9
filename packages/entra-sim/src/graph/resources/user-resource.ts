// A user in Microsoft Graph's spelling. The engine keeps the names that mappings use; the table of user attributes knows both.
import { isoTime } from '@scimulator/shared/runtime'
import type { AttributeValues } from '../../acts/decide-user.ts'
import { COUNTRIES } from '../../directory/countries.ts'
import type { AttributeValue, EntraUser } from '../../directory/entra-user.ts'
import { findUserAttribute, USER_ATTRIBUTES, type UserAttribute } from '../../directory/user-attributes.ts'
import type { GraphResource } from '../collection.ts'
import { badRequest } from '../graph-error.ts'

/** What Graph shows of a user when nothing is selected. */
export const USER_DEFAULTS: readonly string[] = [
  'businessPhones',
  'displayName',
  'givenName',
  'id',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
]

const NEVER_SHOWN = new Set(['passwordProfile.password'])

export function renderUser(user: EntraUser): GraphResource {
  const shown = new Map<string, unknown>([
    ['id', user.id],
    ['userType', user.userType],
    ['createdDateTime', isoTime(user.createdAt)],
    ['deletedDateTime', user.deletedAt === undefined ? null : isoTime(user.deletedAt)],
  ])
  for (const { name, graphName, multivalued } of USER_ATTRIBUTES) {
    if (NEVER_SHOWN.has(name)) continue
    putNested(shown, graphName, graphValue(graphName, multivalued, user.attributes[name]))
  }
  for (const [name, value] of Object.entries(user.attributes)) if (name.startsWith('extension_')) shown.set(name, value)
  return Object.fromEntries(shown)
}

function graphValue(graphName: string, multivalued: boolean, value: AttributeValue | undefined): unknown {
  if (graphName === 'businessPhones') return value === undefined ? [] : [value]
  return value ?? (multivalued ? [] : null)
}

/** `employeeOrgData.costCenter` is a property of an object; an object without values is null. */
function putNested(shown: Map<string, unknown>, graphName: string, value: unknown): void {
  const [outer = '', inner] = graphName.split('.')
  if (inner === undefined) {
    shown.set(outer, value)
    return
  }
  const before = shown.get(outer)
  const known = typeof before === 'object' && before !== null ? before : {}
  if (value === null && before === undefined) shown.set(outer, null)
  else if (value !== null) shown.set(outer, { ...known, [inner]: value })
}

/** Attribute values from a Graph body, by source name. Properties that are set elsewhere are left out. */
export function readUserAttributes(body: Readonly<Record<string, unknown>>): AttributeValues {
  const flat = Object.entries(body).flatMap(([name, value]) => flattened(name, value))
  const known = flat.filter(([name]) => !ELSEWHERE.has(name) && !name.includes('@odata.'))
  return Object.fromEntries(
    known.map(([name, value]) => {
      const attribute = attributeOf(name)
      return [attribute.name, attributeValue(attribute, name, value)]
    }),
  )
}

/** Read by the operation itself, or taken and not kept: properties of Graph's user that no mapping can read (Graph: user). */
const ELSEWHERE = new Set([
  'userType',
  'id',
  'passwordProfile.forceChangePasswordNextSignIn',
  'passwordProfile.forceChangePasswordNextSignInWithMfa',
  'passwordPolicies',
  'ageGroup',
  'consentProvidedForMinor',
  'identities',
  'preferredDataLocation',
  'showInAddressList',
])
const OBJECTS = new Set(['employeeOrgData', 'onPremisesExtensionAttributes', 'passwordProfile'])

function flattened(name: string, value: unknown): (readonly [string, unknown])[] {
  if (!OBJECTS.has(name) || typeof value !== 'object' || value === null) return [[name, value]]
  return Object.entries(value).map(([inner, innerValue]) => [`${name}.${inner}`, innerValue] as const)
}

function attributeOf(name: string): UserAttribute {
  const known = findUserAttribute(name)
  if (!known) throw badRequest(`Invalid property '${name}' specified for resource 'User'.`)
  return known
}

/** A value of another type than the property's would be kept and mean something else: the text 'false' does not block anybody. */
function attributeValue(attribute: UserAttribute, name: string, value: unknown): AttributeValue | null {
  if (value === null) return null
  if (name === 'usageLocation' && !isCountry(value)) throw invalidValue(name)
  const isList = attribute.multivalued || name === 'businessPhones'
  if (isList && Array.isArray(value) && value.every((one) => typeof one === 'string')) return value
  if (!isList && isScalar(value) && typesOf(attribute).includes(typeof value)) return value
  throw invalidValue(name)
}

function invalidValue(name: string): Error {
  return badRequest(`Invalid value specified for property '${name}' of resource 'User'.`)
}

/** A country by its two letters (Graph: user, usageLocation). */
function isCountry(value: unknown): boolean {
  return typeof value === 'string' && COUNTRIES.has(value.toUpperCase())
}

/** A directory extension may be of any type; which one is not known here. */
function typesOf({ name, type }: UserAttribute): readonly string[] {
  if (name.startsWith('extension_')) return ['string', 'boolean', 'number']
  return [type === 'Boolean' ? 'boolean' : 'string']
}

function isScalar(value: unknown): value is string | boolean | number {
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number'
}
