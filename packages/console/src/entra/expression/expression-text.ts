// The text of an expression as it is put together, and what came of it in words. Pure.
import type { EntraResults } from '../../source/source.ts'

export type Evaluated = Awaited<EntraResults['evaluate-expression']>

/** Puts a function or an attribute at the end of what stands there. */
export function withPart(text: string, part: string): string {
  return text.trim() === '' ? part : `${text.trimEnd()} ${part}`
}

/** `SALES`, `(null)`, or why there is no value. */
export function outcomeText({ outcome, values, reason }: Pick<Evaluated, 'outcome' | 'values' | 'reason'>): string {
  if (outcome !== 'value') return `${outcome}: ${reason ?? ''}`
  return values.length === 0 ? '(null)' : values.join(', ')
}
