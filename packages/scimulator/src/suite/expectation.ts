/** What must hold of a view; at least one of the operators. Objects are partial: what they do not name is not looked at. */
export interface Expectation {
  /** Only items that match this are looked at. */
  readonly where?: Readonly<Record<string, unknown>>
  /** How many items there are. */
  readonly count?: number | { readonly min?: number; readonly max?: number }
  /** These items exist, each matching its partial. */
  readonly include?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** These items exist and no other. */
  readonly exactly?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | readonly string[]
  /** These items do not exist. */
  readonly absent?: readonly string[]
  /** Every item matches this, and there is at least one. */
  readonly each?: Readonly<Record<string, unknown>>
  /** The items, one by one and in their order, match these. */
  readonly sequence?: readonly Readonly<Record<string, unknown>>[]
}

/** Handed to the view, such as `{ lastSteps: 1 }`. */
export type Query = Readonly<Record<string, unknown>>
