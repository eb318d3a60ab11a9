/**
 * The tree of a SCIM filter (RFC 7644 §3.4.2.2). Every node carries its span, as offsets of UTF-16 code units in the
 * text that was parsed, so that a refusal of a node can point at it. `and` and `or` hold any number of operands: a
 * long chain is wide, not deep.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Operator between an attribute and a value (RFC 7644 §3.4.2.2). */
export type CompareOperator = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le'

/** An attribute as written; `schema` is the URN in front of it, without the colon between. */
export type AttributePath = Span & {
  readonly schema?: string
  readonly attribute: string
  readonly subAttribute?: string
}

/** A value in a filter. */
export type Literal = Span & {
  readonly value: string | number | boolean | null
  /** As written; a number compared with a string attribute is compared by this text. */
  readonly raw: string
}

/** Filters joined by `and` or `or`. */
export type LogicalFilter = Span & { readonly kind: 'and' | 'or'; readonly operands: readonly Filter[] }
/** `not (…)`. */
export type NotFilter = Span & { readonly kind: 'not'; readonly operand: Filter }
/** `attribute pr`. */
export type PresentFilter = Span & { readonly kind: 'present'; readonly path: AttributePath }
/** `attribute eq value`, and the other operators. */
export type CompareFilter = Span & {
  readonly kind: 'compare'
  readonly path: AttributePath
  readonly operator: CompareOperator
  readonly literal: Literal
}
/**
 * `emails[type eq "work"]`, or `emails[type eq "work"].value eq "x"`: then `test` is what the same element must fulfil,
 * its path naming the sub-attribute.
 */
export type ValuePathFilter = Span & {
  readonly kind: 'valuePath'
  readonly path: AttributePath
  readonly filter: Filter
  readonly test?: CompareFilter | PresentFilter
}

/** A filter as a tree (RFC 7644 §3.4.2.2). */
export type Filter = LogicalFilter | NotFilter | PresentFilter | CompareFilter | ValuePathFilter
