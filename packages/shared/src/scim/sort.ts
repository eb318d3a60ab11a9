import { parseInstant } from './date-time.ts'
import { isJsonArray, isJsonObject, type JsonValue, own, type ScimResource } from './json.ts'
import { parsePath } from './path.ts'
import type { AttributeDefinition, ResourceTypeDefinition } from './schema/attribute-definition.ts'
import { findSubAttribute, type ResolvedAttribute, resolveAttribute } from './schema/resolve-attribute.ts'
import { quoteForDetail, ScimError } from './scim-error.ts'

/** The query parameter `sortOrder` (RFC 7644 §3.4.2.3). */
export type SortOrder = 'ascending' | 'descending'

/** What a resource is ordered by; undefined for one without a value. */
export type SortKey = string | number | undefined

/** An order by one attribute: the key of each resource, and how two keys stand to one another. */
export interface Order {
  /** The key of one resource. */
  keyOf(resource: ScimResource): SortKey
  /** Below 0 when the left one comes first, 0 for ties, which keep their order. */
  compare(left: SortKey, right: SortKey): number
}

/**
 * The order of RFC 7644 §3.4.2.3. Resources without a value come last when ascending, first when descending. @throws ScimError 400
 * invalidPath when no schema knows `sortBy`.
 */
export function compileOrder(
  resourceType: ResourceTypeDefinition,
  sortBy: string,
  sortOrder: SortOrder = 'ascending',
): Order {
  const keyOf = compileSortKey(resourceType, sortBy)
  const direction = sortOrder === 'descending' ? -1 : 1
  return { keyOf, compare: (left, right) => direction * compareKeys(left, right) }
}

/** The resources in that order, in a new array; ties keep theirs, so that paging is stable. @throws ScimError 400 invalidPath */
export function sortResources(
  resources: readonly ScimResource[],
  resourceType: ResourceTypeDefinition,
  sortBy: string,
  sortOrder: SortOrder = 'ascending',
): readonly ScimResource[] {
  const { keyOf, compare } = compileOrder(resourceType, sortBy, sortOrder)
  const keyed = resources.map((resource) => ({ resource, key: keyOf(resource) }))
  return keyed.sort((left, right) => compare(left.key, right.key)).map(({ resource }) => resource)
}

function compareKeys(left: SortKey, right: SortKey): number {
  if (left === right) return 0
  if (left === undefined) return 1
  if (right === undefined) return -1
  return left < right ? -1 : 1
}

function compileSortKey(resourceType: ResourceTypeDefinition, sortBy: string): (resource: ScimResource) => SortKey {
  const path = parsePath(sortBy, resourceType)
  const resolved = path.kind === 'attribute' ? resolveAttribute(resourceType, path.path) : undefined
  if (resolved === undefined) throw new ScimError('invalidPath', `Nothing is sorted by ${quoteForDetail(sortBy)}.`)
  const { attribute } = resolved
  const subAttribute = resolved.subAttribute ?? findSubAttribute(attribute, 'value')
  const leaf = subAttribute ?? attribute
  if (leaf.type === 'complex' || leaf.returned === 'never') {
    throw new ScimError('invalidPath', `Nothing is sorted by ${quoteForDetail(sortBy)}.`)
  }
  return (resource) => toKey(leaf, firstValue(readTopLevel(resource, resolved), subAttribute?.name))
}

function readTopLevel(resource: ScimResource, { extension, attribute }: ResolvedAttribute): JsonValue | undefined {
  const container = extension === undefined ? resource : own(resource, extension.id)
  return isJsonObject(container) ? own(container, attribute.name) : undefined
}

/** RFC 7644 §3.4.2.3: a multi-valued attribute sorts by its primary value, or else by its first. */
function firstValue(value: JsonValue | undefined, subAttribute: string | undefined): JsonValue | undefined {
  const element = isJsonArray(value) ? (value.find(isPrimary) ?? value[0]) : value
  return subAttribute !== undefined && isJsonObject(element) ? own(element, subAttribute) : element
}

function isPrimary(element: JsonValue): boolean {
  return isJsonObject(element) && own(element, 'primary') === true
}

/** Strings are ordered by code unit, folded unless caseExact; instants and numbers by size; false before true. */
function toKey(definition: AttributeDefinition, value: JsonValue | undefined): SortKey {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return undefined
  if (definition.type === 'dateTime') return parseInstant(value)
  return definition.caseExact ? value : value.toLowerCase()
}
