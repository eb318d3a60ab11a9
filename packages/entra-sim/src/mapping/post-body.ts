import { coreGroupSchema, coreUserSchema, enterpriseUserSchema } from '../schema/resource-schemas.ts'
import type { MappedValue } from './apply-mappings.ts'
import type { TargetValue } from './coerce.ts'
import { isLeftOutOfPost } from './custom-attributes.ts'
import { isRoles, roleElement, roleType } from './roles.ts'
import type { TargetPath } from './target-path.ts'

/** A JSON object whose keys stand in the order in which they are sent. */
export type Body = Record<string, unknown>

/** Second schema of a POST of a group, as Microsoft's sample has it. */
const adScimGroupSchema = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'

/** Choices of a POST body, by the names of their switches; what is left out is the default, which stands first. */
export interface PostOptions {
  readonly resourceType: 'User' | 'Group'
  /** Documented samples have a JSON Boolean; one Microsoft answer of 2020 says text. */
  readonly postActive?: 'boolean' | 'string'
  /** Users: `"roles": []` as in the documented sample, when no role is mapped. */
  readonly emptyRoles?: 'send' | 'omit'
  /** Groups: both schemas and no members, as documented, or the core schema alone and `"members": []`. */
  readonly groupPost?: 'documented' | 'coreOnly'
  readonly roleName?: 'display' | 'displayName'
  /** Custom attributes whose names follow the documented pattern, or all. */
  readonly customAttributeInPost?: 'patternOnly' | 'always'
  /** Target ids of references to send with the POST, by target attribute; normally none, they follow in a PATCH. */
  readonly references?: ReadonlyMap<string, string>
}

const firstUserKeys = [
  ...['schemas', 'externalId', 'userName', 'active', 'displayName', 'emails', 'meta', 'name'],
  ...['phoneNumbers', 'addresses', 'title', 'preferredLanguage'],
]
const firstGroupKeys = ['schemas', 'externalId', 'displayName']
const subKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ['name', ['formatted', 'familyName', 'givenName', 'middleName', 'honorificPrefix', 'honorificSuffix']],
  ['addresses', ['type', 'formatted', 'streetAddress', 'locality', 'region', 'postalCode', 'country']],
])
const elementKeys = ['primary', 'type', 'display', 'displayName', 'value']

/**
 * Body of the POST that creates an object. Attributes without a value are absent. The enterprise URN is listed in
 * `schemas` when a mapping uses it; the URN of a custom extension is not listed although its object is sent.
 * Source: Microsoft, Develop a SCIM endpoint (samples); Customize attribute mappings (extensions).
 */
export function buildPostBody(values: readonly MappedValue[], options: PostOptions): Body {
  const attributes: Body = {}
  const extensions = new Map<string, Body>()
  for (const value of values) {
    const { path } = value.attributeMapping
    const sent = isSentInPost(path, options) ? sentValue(value, options) : undefined
    if (sent === undefined) continue
    place(path.schema === null ? attributes : extensionOf(extensions, path.schema), path, sent)
  }
  return arrange(attributes, extensions, values, options)
}

/** Whether a POST has the attribute; whether it has a value is another question. */
export function isSentInPost(
  path: TargetPath,
  { customAttributeInPost = 'patternOnly' }: Pick<PostOptions, 'customAttributeInPost'>,
): boolean {
  return customAttributeInPost === 'always' || !isLeftOutOfPost(path)
}

function extensionOf(extensions: Map<string, Body>, schema: string): Body {
  const known = extensions.get(schema) ?? {}
  extensions.set(schema, known)
  return known
}

/** What goes into the body for one mapping; undefined for nothing. */
function sentValue(value: MappedValue, options: PostOptions): unknown {
  const { outcome, targetAttributeName } = value
  if (outcome.kind === 'reference') return options.references?.get(targetAttributeName)
  if (outcome.kind !== 'value') return undefined
  if (isRoles(outcome.value)) return outcome.value.map((role) => roleElement(role, options.roleName ?? 'display'))
  const asText = targetAttributeName === 'active' && options.postActive === 'string'
  return asText ? booleanAsText(outcome.value) : outcome.value
}

/** A JSON Boolean as the text `True` or `False`; anything else as it is. */
export function booleanAsText(value: TargetValue): TargetValue {
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : value
}

/** Puts one value where its path says; `holder` is under construction and belongs to this file alone. */
function place(holder: Body, path: TargetPath, sent: unknown): void {
  if (isTypeOfRole(path)) elementOf(holder, path)
  else if (path.filter !== null) objectPut(elementOf(holder, path), path.subAttribute ?? 'value', sent)
  else if (path.subAttribute === null) objectPut(holder, path.attribute, sent)
  else {
    const complex = objectOf(holder, path.attribute) ?? {}
    objectPut(complex, path.subAttribute, sent)
    objectPut(holder, path.attribute, complex)
  }
}

/** What is mapped to the type of the primary role is not written: the service has its own there (observed once, entra-docs#391). */
function isTypeOfRole({ attribute, filter, subAttribute }: TargetPath): boolean {
  return attribute === 'roles' && filter?.attribute.toLowerCase() === 'primary' && subAttribute === 'type'
}

/** Defines an own property whatever its name is, `__proto__` included. */
function objectPut(object: Body, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  else object[key] = value
}

/** Mappings with the same `attr[filter]` build one element, and the filter is written into it. */
function elementOf(holder: Body, path: TargetPath): Body {
  const before = Object.hasOwn(holder, path.attribute) ? holder[path.attribute] : undefined
  // Lists that stand here already were made below.
  const list: Body[] = Array.isArray(before) ? before : []
  const fresh = newElement(path)
  const key = path.filter?.attribute ?? ''
  const known = list.find((one) => Object.hasOwn(one, key) && one[key] === fresh[key])
  if (known !== undefined) return known
  list.push(fresh)
  objectPut(holder, path.attribute, list)
  return fresh
}

/** An element with what the service adds by itself: `primary` on the work email, the type of a role. */
function newElement(path: TargetPath): Body {
  const { attribute, value } = path.filter ?? { attribute: 'type', value: '' }
  const isPrimary = attribute.toLowerCase() === 'primary'
  const written = isPrimary ? { primary: value.toLowerCase() === 'true' } : { [attribute]: value }
  if (path.attribute === 'emails' && attribute === 'type' && value === 'work') return { primary: true, ...written }
  return isPrimary && path.attribute === 'roles' ? { ...written, type: roleType } : written
}

function objectOf(holder: Body, key: string): Body | null {
  const value = Object.hasOwn(holder, key) ? holder[key] : null
  return isObject(value) ? value : null
}

function isObject(value: unknown): value is Body {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function arrange(
  attributes: Body,
  extensions: ReadonlyMap<string, Body>,
  values: readonly MappedValue[],
  options: PostOptions,
): Body {
  const isUser = options.resourceType === 'User'
  attributes.schemas = schemasOf(values, options)
  attributes.meta = { resourceType: options.resourceType }
  if (isUser && options.emptyRoles !== 'omit' && !Object.hasOwn(attributes, 'roles')) attributes.roles = []
  if (!isUser && options.groupPost === 'coreOnly') attributes.members = []
  const [first, last] = isUser ? [firstUserKeys, ['roles']] : [firstGroupKeys, ['meta']]
  const body = sortKeys(attributes, first, last)
  for (const key of Object.keys(body)) objectPut(body, key, inOrder(key, body[key]))
  for (const [urn, extension] of extensions) objectPut(body, urn, extension)
  return body
}

function schemasOf(values: readonly MappedValue[], options: PostOptions): readonly string[] {
  if (options.resourceType === 'Group') {
    return options.groupPost === 'coreOnly' ? [coreGroupSchema] : [coreGroupSchema, adScimGroupSchema]
  }
  const isEnterprise = values.some((one) => one.attributeMapping.path.schema === enterpriseUserSchema)
  return isEnterprise ? [coreUserSchema, enterpriseUserSchema] : [coreUserSchema]
}

function inOrder(key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || key === 'schemas') return value
  const order = subKeys.get(key) ?? elementKeys
  if (Array.isArray(value)) return value.map((one: unknown) => (isObject(one) ? sortKeys(one, order) : one))
  return isObject(value) ? sortKeys(value, order) : value
}

/** The same object with some keys first and some last, each only when it is there. */
function sortKeys(object: Body, first: readonly string[], last: readonly string[] = []): Body {
  const sorted: Body = {}
  const take = (key: string): void => {
    if (Object.hasOwn(object, key)) objectPut(sorted, key, object[key])
  }
  first.forEach(take)
  for (const key of Object.keys(object)) if (!first.includes(key) && !last.includes(key)) take(key)
  last.forEach(take)
  return sorted
}
