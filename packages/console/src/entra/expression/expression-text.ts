// The text of an expression as it is put together, and what came of it in words. Pure.
import type { EntraResults } from '../../source/source.ts'

export type Evaluated = Awaited<EntraResults['evaluate-expression']>

/** A function with what it takes: an attribute, and what comes after it as a text. */
export function partOf(
  name: string,
  attribute: string,
  suffix: string,
  signature: string | undefined,
): string | undefined {
  if (attribute === '') return signature
  if (name === '') return `[${attribute}]`
  return suffix === '' ? `${name}([${attribute}])` : `${name}([${attribute}], ${JSON.stringify(suffix)})`
}

/** Attributes that are named in a text, each once: those for which values can be typed. */
export function namedAttributes(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(/\[([\w.]+)\]/g), ([, name = '']) => name))]
}

/** What was typed for those that the expression names; the others are null. */
export function typed(
  values: Readonly<Record<string, string>>,
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(names.flatMap((name) => (values[name] ? [[name, values[name]]] : [])))
}

/** Puts a function or an attribute at the end of what stands there. */
export function withPart(text: string, part: string): string {
  return text.trim() === '' ? part : `${text.trimEnd()} ${part}`
}

/** `SALES`, `(null)`, or why there is no value. */
export function outcomeText({ outcome, values, reason }: Pick<Evaluated, 'outcome' | 'values' | 'reason'>): string {
  if (outcome !== 'value') return `${outcome}: ${reason ?? ''}`
  return values.length === 0 ? '(null)' : values.join(', ')
}
