import type { ScimResource } from './json.ts'
import type { KeyedDelta, KeyedRelation } from './keyed-relation.ts'
import type { PatchOperation } from './parse-patch-request.ts'
import type { ResourceTypeDefinition } from './schema/attribute-definition.ts'
import type { Strictness } from './tolerances.ts'

export type PatchOptions = {
  readonly resourceType: ResourceTypeDefinition
  /** Tolerances that are refused. Default none. */
  readonly strictness?: Strictness
  /** Relations kept outside the resource, by attribute name, e.g. `{ members }`. */
  readonly keyed?: Readonly<Record<string, KeyedRelation>>
}

export type PatchResult = {
  /** The very object that was given when nothing in it changed. */
  readonly resource: ScimResource
  /** True when the resource or a relation changed. */
  readonly changed: boolean
  /** One for each relation that changed. */
  readonly keyedDeltas: readonly KeyedDelta[]
}

/**
 * Applies the operations in order, all or none (RFC 7644 §3.5.2); `resource` is never changed. Throws ScimError 400
 * (invalidPath, noTarget, mutability, invalidValue) naming the operation.
 */
export function applyPatch(
  resource: ScimResource,
  operations: readonly PatchOperation[],
  options: PatchOptions,
): PatchResult {
  throw new Error(`not there yet: ${resource.id} ${operations.length} ${options.resourceType.name}`)
}
