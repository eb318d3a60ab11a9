/**
 * A multi-valued attribute that is kept outside the resource, keyed by the `value` of its elements: the members of a
 * group. Nothing here ever copies it whole; a PATCH yields a delta.
 */
export type KeyedElement = {
  readonly value: string
  readonly type?: string
  readonly display?: string
}

export type KeyedRelation = {
  has(value: string): boolean
  readonly size: number
  values(): Iterable<KeyedElement>
}

/**
 * Applied in this order: all removed, then `remove`, then `add`. `add` and `remove` hold no value that changes nothing.
 */
export type KeyedDelta = {
  readonly attribute: string
  readonly removeAll: boolean
  readonly remove: readonly string[]
  readonly add: readonly KeyedElement[]
}
