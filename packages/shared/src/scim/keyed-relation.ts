/**
 * A multi-valued attribute that is kept outside the resource, keyed by the `value` of its elements: the members of a
 * group. Nothing here ever copies it whole; a PATCH yields a delta.
 */
export type KeyedElement = Readonly<{
  value: string
  type?: string
  display?: string
}>

/** Members by their value, kept beside the resource: PATCH of one costs the same in a group of any size. */
export interface KeyedRelation {
  /** Whether it is in it. */
  has(value: string): boolean
  readonly size: number
  /** All elements. */
  values(): Iterable<KeyedElement>
}

/**
 * Applied in this order: all removed, then `remove`, then `add`. `add` and `remove` hold no value that changes nothing.
 */
export interface KeyedDelta {
  readonly attribute: string
  readonly removeAll: boolean
  readonly remove: readonly string[]
  readonly add: readonly KeyedElement[]
}
