import type { JsonValue, ScimResource } from './json.ts'
import type { KeyedElement } from './keyed-relation.ts'
import type { ResourceTypeDefinition } from './schema/attribute-definition.ts'
import type { Strictness } from './tolerances.ts'

export type ReadOptions = {
  readonly mode: 'create' | 'replace'
  /** The stored resource, for immutable attributes in a replace. */
  readonly current?: ScimResource
  /** Tolerances that are refused. Default none. */
  readonly strictness?: Strictness
  /** Attributes that are kept outside the resource and returned in `keyed`, e.g. `['members']`. */
  readonly keyed?: readonly string[]
  /** Whether a required attribute that is absent is refused. Default true; a profile with rules of its own says false. */
  readonly checkRequired?: boolean
}

export type ReadResult = {
  /** Canonical names, coerced values, no read-only attributes (`id`, `meta`, `groups`), unassigned ones left out. */
  readonly resource: ScimResource
  /** Elements without duplicates; an attribute that the body did not name is absent, one given as null or [] is empty. */
  readonly keyed: Readonly<Record<string, readonly KeyedElement[]>>
}

/** Reads the body of a POST or PUT (RFC 7644 §3.3, §3.5.1). Throws ScimError 400 naming the attribute. */
export function readResource(body: JsonValue, resourceType: ResourceTypeDefinition, options: ReadOptions): ReadResult {
  throw new Error(`not there yet: ${body} ${resourceType.name} ${options.mode}`)
}
