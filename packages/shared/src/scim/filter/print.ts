import type { Filter } from './ast.ts'

/** The filter as text, with lower-case operators and no more parentheses than needed; `parseFilter` reads it back. */
export function printFilter(filter: Filter): string {
  throw new Error(`not there yet: ${filter.kind}`)
}
