import type { ScimResource } from './json.ts'
import type { ResourceTypeDefinition } from './schema/attribute-definition.ts'

export type SortOrder = 'ascending' | 'descending'

/**
 * The resources in the order of RFC 7644 §3.4.2.3, in a new array; ties keep their order, so that paging is stable.
 * Throws ScimError 400 invalidPath when no schema knows `sortBy`.
 */
export function sortResources(
  resources: readonly ScimResource[],
  resourceType: ResourceTypeDefinition,
  sortBy: string,
  sortOrder: SortOrder = 'ascending',
): readonly ScimResource[] {
  throw new Error(`not there yet: ${resources.length} ${resourceType.name} ${sortBy} ${sortOrder}`)
}
