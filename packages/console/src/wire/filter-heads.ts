import { type Head, outcomeOf, sentenceOf } from './sentences.ts'

export interface HeadFilter {
  /** Free text on path, sentence and status. */
  readonly q: string | undefined
  readonly errorsOnly: boolean
  /** Nothing later than this one; undefined while the page follows. */
  readonly at: number | undefined
}

/** Those of the exchanges that are shown, oldest first. */
export function filterHeads(heads: readonly Head[], { q, errorsOnly, at }: HeadFilter): readonly Head[] {
  if (q === undefined && !errorsOnly && at === undefined) return heads
  const wanted = q?.toLowerCase()
  return heads.filter(
    (head) =>
      (at === undefined || head.seq <= at) &&
      (!errorsOnly || outcomeOf(head) !== 'good') &&
      (wanted === undefined || textOf(head).includes(wanted)),
  )
}

function textOf(head: Head): string {
  return `${head.method} ${head.path} ${head.status ?? ''} ${sentenceOf(head)}`.toLowerCase()
}
