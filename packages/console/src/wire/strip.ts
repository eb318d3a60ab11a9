// The whole run in one line: so many buckets, each with how its exchanges went.
import { type Head, type Outcome, outcomeOf } from './sentences.ts'

export interface Bucket {
  /** Numbers of its first and last exchange. */
  readonly from: number
  readonly to: number
  readonly count: Readonly<Record<Outcome, number>>
}

export const BUCKETS = 200

/** In order; fewer than `most` when there are fewer exchanges. */
export function bucketsOf(heads: readonly Head[], most = BUCKETS): readonly Bucket[] {
  const number = Math.min(most, heads.length)
  return Array.from({ length: number }, (_, index) => {
    const own = heads.slice(
      Math.floor((index * heads.length) / number),
      Math.floor(((index + 1) * heads.length) / number),
    )
    const count = { good: 0, watch: 0, bad: 0 }
    for (const head of own) count[outcomeOf(head)] += 1
    return { from: own[0]?.seq ?? 0, to: own.at(-1)?.seq ?? 0, count }
  })
}
