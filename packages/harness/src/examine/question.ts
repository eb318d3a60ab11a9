import type { Asking } from './asking.ts'
import type { Questioner } from './questioner.ts'

/** A small conversation that varies one thing at a time, beside a control that is known to work. */
export interface Question {
  readonly id: string
  /** What it finds out, as the end of "whether …". */
  readonly asks: string
  /** Every check that it can make, so that one which was not reached is known as not judged. */
  readonly checks: readonly string[]
  /** Asked while nothing else of ours runs, twice: it is about the whole collection. */
  readonly quiet?: boolean
  /** Asked before all others, alone; where something in it is red, nothing else is asked. */
  readonly isFirst?: boolean
  /** How often it is asked, where its answer depends on timing. Default 1. */
  readonly tries?: number
  ask(q: Questioner): Asking
}
