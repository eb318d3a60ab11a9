import type { MappedValue } from './apply-mappings.ts'
import type { TargetValue } from './coerce.ts'
import { isRoles, roleElement, roleType } from './roles.ts'
import { coreGroupSchema, coreUserSchema, enterpriseUserSchema, type TargetPath } from './target-path.ts'

/** A JSON object whose keys stand in the order in which they are sent. */
export type Body = Record<string, unknown>

/** Second schema of a POST of a group, as Microsoft's sample has it. */
export const adScimGroupSchema = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'

/** Choices of a POST body; what is left out is the default, which stands first. */
export interface PostOptions {
  readonly resourceType: 'User' | 'Group'
  /** Documented samples have a JSON Boolean; one Microsoft answer of 2020 says text. */
  readonly postActive?: 'boolean' | 'string'
  /** Users: `"roles": []` as in the documented sample, when no role is mapped. */
  readonly emptyRoles?: 'send' | 'omit'
  /** Groups: `"members": []`. */
  readonly emptyMembers?: 'omit' | 'send'
  readonly roleName?: 'display' | 'displayName'
  /** Target ids of references to send with the POST, by target attribute; normally none, they follow in a PATCH. */
  readonly references?: ReadonlyMap<string, string>
}

const firstKeys = ['schemas', 'externalId', 'userName', 'active', 'displayName', 'emails', 'meta', 'name']
const nextKeys = ['phoneNumbers', 'addresses', 'title', 'preferredLanguage']
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
  const attributes = new Map<string, unknown>()
  const extensions = new Map<string, Body>()
  for (const value of values) {
    const { path } = value.attributeMapping
    const sent = sentValue(value, options)
    if (sent === undefined) continue
    if (path.schema === null) attributes.set(path.attribute, placed(attributes.get(path.attribute), path, sent))
    else {
      const extension = extensions.get(path.schema) ?? {}
      const before = Object.hasOwn(extension, path.attribute) ? extension[path.attribute] : undefined
      extensions.set(path.schema, { ...extension, [path.attribute]: placed(before, path, sent) })
    }
  }
  return arrange(attributes, extensions, values, options)
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

/** The new content of a top-level key once one more mapping has been put into it. */
function placed(before: unknown, path: TargetPath, sent: unknown): unknown {
  if (path.filter !== null) return placedInElement(before, path, sent)
  if (path.subAttribute === null) return sent
  return { ...objectOf(before), [path.subAttribute]: sent }
}

/** Mappings with the same `attr[filter]` build one element, and the filter is written into it. */
function placedInElement(before: unknown, path: TargetPath, sent: unknown): unknown {
  const list: unknown[] = Array.isArray(before) ? before : []
  const fresh = newElement(path)
  const key = path.filter?.attribute ?? ''
  const at = list.findIndex((one) => objectOf(one)[key] === fresh[key])
  const element = { ...fresh, ...objectOf(list[at]), [path.subAttribute ?? 'value']: sent }
  return at === -1 ? [...list, element] : list.with(at, element)
}

/** An element with what the service adds by itself: `primary` on the work email, the type of a role. */
function newElement(path: TargetPath): Body {
  const { attribute, value } = path.filter ?? { attribute: 'type', value: '' }
  const isPrimary = attribute.toLowerCase() === 'primary'
  const written = isPrimary ? { primary: value.toLowerCase() === 'true' } : { [attribute]: value }
  if (path.attribute === 'emails' && attribute === 'type' && value === 'work') return { primary: true, ...written }
  return isPrimary && path.attribute === 'roles' ? { ...written, type: roleType } : written
}

function objectOf(value: unknown): Body {
  // Only objects that this file has built get here.
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Body) : {}
}

function arrange(
  attributes: Map<string, unknown>,
  extensions: ReadonlyMap<string, Body>,
  values: readonly MappedValue[],
  options: PostOptions,
): Body {
  const isUser = options.resourceType === 'User'
  attributes.set('schemas', schemasOf(values, options))
  attributes.set('meta', { resourceType: options.resourceType })
  if (isUser && options.emptyRoles !== 'omit' && !attributes.has('roles')) attributes.set('roles', [])
  if (!isUser && options.emptyMembers === 'send') attributes.set('members', [])
  const known = new Set([...firstKeys, ...nextKeys, 'roles', 'meta'])
  const others = [...attributes.keys()].filter((key) => !known.has(key))
  const order = isUser
    ? [...firstKeys, ...nextKeys, ...others, 'roles']
    : [...firstKeys.filter((key) => key !== 'meta'), ...others, 'meta']
  const body = order.filter((key) => attributes.has(key)).map((key) => [key, inOrder(key, attributes.get(key))])
  return Object.fromEntries([...body, ...extensions])
}

function schemasOf(values: readonly MappedValue[], options: PostOptions): readonly string[] {
  if (options.resourceType === 'Group') return [coreGroupSchema, adScimGroupSchema]
  const isEnterprise = values.some((one) => one.attributeMapping.path.schema === enterpriseUserSchema)
  return isEnterprise ? [coreUserSchema, enterpriseUserSchema] : [coreUserSchema]
}

function inOrder(key: string, value: unknown): unknown {
  if (key === 'schemas' || value === null || typeof value !== 'object') return value
  const order = subKeys.get(key) ?? elementKeys
  if (!Array.isArray(value)) return sortKeys(objectOf(value), order)
  return value.map((one) => (one !== null && typeof one === 'object' ? sortKeys(objectOf(one), order) : one))
}

function sortKeys(object: Body, order: readonly string[]): Body {
  const keys = [...order.filter((key) => Object.hasOwn(object, key)), ...Object.keys(object)]
  return Object.fromEntries([...new Set(keys)].map((key) => [key, object[key]]))
}
