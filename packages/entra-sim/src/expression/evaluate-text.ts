import { compileExpression } from './compile.ts'
import { type ExpressionEnvironment, expressionEnvironment } from './environment.ts'
import type { ExpressionValue, SourceValue } from './value.ts'

/** Source attributes written out as an object. */
export type SourceAttributes = Readonly<Record<string, SourceValue>>

/** Looks attributes up in an object, own properties only. */
export function attributesFrom(source: SourceAttributes): (name: string) => SourceValue | undefined {
  return (name) => (Object.hasOwn(source, name) ? source[name] : undefined)
}

/**
 * Evaluates a text once and gives the bare value, or `{ skip }` or `{ error }` with the reason: the short form for
 * tables of cases and for trying something out.
 */
export function evaluateText(
  text: string,
  source: SourceAttributes = {},
  environment: Partial<ExpressionEnvironment> = {},
): ExpressionValue | { readonly skip: string } | { readonly error: string } {
  const evaluation = compileExpression(text).evaluate(attributesFrom(source), expressionEnvironment(environment))
  if (evaluation.kind === 'value') return evaluation.value
  return evaluation.kind === 'skip' ? { skip: evaluation.reason } : { error: evaluation.message }
}
