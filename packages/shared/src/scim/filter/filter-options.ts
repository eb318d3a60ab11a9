import type { ScimResource } from '../json.ts'
import type { KeyedRelation } from '../keyed-relation.ts'
import type { Strictness } from '../tolerances.ts'

/** How a filter is read and evaluated. */
export interface FilterOptions {
  /**
   * What a filter on an attribute that no schema of the resource type knows does. `reject` (default) answers 400
   * invalidFilter, so that a misspelt name under `not` or `ne` never yields everybody. `noValue` treats the attribute
   * as unassigned, as RFC 7644 §3.4.2.1 asks for searches across several resource types.
   */
  readonly unknownAttributes?: 'reject' | 'noValue'
  /** Relations kept outside the resource, by attribute name. */
  readonly keyed?: Readonly<Record<string, (resource: ScimResource) => KeyedRelation | undefined>>
  /** Tolerances that are refused. Default none. */
  readonly strictness?: Strictness
}
