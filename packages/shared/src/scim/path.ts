import type { AttributePath, Filter, Span } from './filter/ast.ts'
import type { ResourceTypeDefinition } from './schema/attribute-definition.ts'
import type { Strictness } from './tolerances.ts'

/** The path of a PATCH operation (RFC 7644 §3.5.2): an attribute with an optional filter, or a whole extension. */
export type PatchPath =
  | (Span & { readonly kind: 'attribute'; readonly path: AttributePath; readonly filter?: Filter })
  | (Span & { readonly kind: 'schema'; readonly schema: string })

/** Throws ScimError 400 invalidPath with the position. The resource type tells a URN alone from one with an attribute. */
export function parsePath(text: string, resourceType: ResourceTypeDefinition, strictness?: Strictness): PatchPath {
  throw new Error(`not there yet: ${text} ${resourceType.name} ${strictness?.size}`)
}
