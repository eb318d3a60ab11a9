/** An answer as results have it. */
export interface ShownAnswer {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
}

/** A request and what came of it: what recordings and findings have in common. */
export interface ShownExchange {
  readonly request: {
    readonly method: string
    readonly url: string
    readonly headers: readonly (readonly [string, string])[]
    readonly body?: string | undefined
  }
  readonly response?: ShownAnswer | undefined
  readonly failure?: { readonly kind: string; readonly message: string } | undefined
  readonly readBack?: ShownAnswer | undefined
  /** Characters of its bodies that were left out. */
  readonly cut?: number | undefined
}
