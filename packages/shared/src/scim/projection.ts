import type { ScimResource } from './json.ts'
import type { ResourceTypeDefinition } from './schema/attribute-definition.ts'

export type ProjectionParameters = {
  /** Comma-separated text as in a query, or an array as in a SearchRequest. */
  readonly attributes?: string | readonly string[]
  readonly excludedAttributes?: string | readonly string[]
}

export type Projection = {
  /** The resource as it is returned; never the object that was given when something is left out. */
  apply(resource: ScimResource): ScimResource
  /** Whether any part of this top-level attribute is returned, so that nobody renders 20,000 members for nothing. */
  includes(attribute: string): boolean
}

/** Splits a comma-separated list; blanks around names do not count and empty names are dropped. */
export function parseAttributeList(list: string | readonly string[]): readonly string[] {
  const names = typeof list === 'string' ? list.split(',') : list
  return names.map((name) => name.trim()).filter((name) => name !== '')
}

/** Compiles `attributes` and `excludedAttributes` (RFC 7644 §3.9, RFC 7643 §7 "returned"); names that nobody knows are ignored. */
export function compileProjection(resourceType: ResourceTypeDefinition, parameters: ProjectionParameters): Projection {
  throw new Error(`not there yet: ${resourceType.name} ${parameters.attributes}`)
}

/** `compileProjection` for one resource. */
export function project(
  resource: ScimResource,
  resourceType: ResourceTypeDefinition,
  parameters: ProjectionParameters = {},
): ScimResource {
  return compileProjection(resourceType, parameters).apply(resource)
}
