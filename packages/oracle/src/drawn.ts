import type * as fc from 'fast-check'

/** Acts that are drawn together, with their names, so that somebody can prefer those that were drawn seldom. */
export interface Drawn<Act> {
  readonly names: readonly string[]
  readonly weight: number
  readonly arbitrary: fc.Arbitrary<Act>
}
