import type { Strictness } from '../tolerances.ts'
import type { Filter } from './ast.ts'

export type FilterLimits = {
  /** UTF-16 code units. Default 16,384. */
  readonly maxLength: number
  /** Nesting of brackets, parentheses and `not`. Default 64. */
  readonly maxDepth: number
  /** Tolerances that are refused. Default none. */
  readonly strictness: Strictness
}

/**
 * Parses a filter (RFC 7644 §3.4.2.2). Throws ScimError 400 invalidFilter whose detail names the position and shows it
 * with a caret.
 */
export function parseFilter(text: string, limits: Partial<FilterLimits> = {}): Filter {
  throw new Error(`not there yet: ${text} ${limits.maxDepth}`)
}
