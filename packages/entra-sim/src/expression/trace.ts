import { type CompiledExpression, compileExpression, type Evaluation, isRedact } from './compile.ts'
import type { ExpressionEnvironment } from './environment.ts'
import type { EvaluationWarning } from './expression-function.ts'
import { printExpression } from './print.ts'
import { childrenOf, type ExpressionTree, type Span } from './tree.ts'
import { type AttributeSource, isInterruption, type Result, textsOf } from './value.ts'

/** What stands in logs and traces in place of a value inside `Redact`. */
export const redactedText = '[Redact]'

/** One sub-expression with what it came to. `values` is a collection of texts, as Graph writes results. */
export interface TracedExpression {
  readonly text: string
  readonly span: Span
  /** 0 for the whole expression. */
  readonly depth: number
  readonly outcome: 'value' | 'skip' | 'error' | 'notEvaluated'
  /** Whether the value is null; `values` is empty then. */
  readonly isNull: boolean
  readonly values: readonly string[]
  /** Reason of a skip or an error. */
  readonly reason: string | null
}

/** An evaluation with the value of each sub-expression, in the order of the text. */
export interface ExpressionTrace {
  readonly evaluation: Evaluation
  readonly steps: readonly TracedExpression[]
  readonly warnings: readonly EvaluationWarning[]
}

/**
 * Evaluates an expression and tells what every part came to. Values inside and around `Redact` are hidden, and so are
 * messages that could name them.
 */
export function traceExpression(
  expression: CompiledExpression | ExpressionTree | string,
  attributes: AttributeSource,
  environment: ExpressionEnvironment,
): ExpressionTrace {
  const compiled =
    typeof expression === 'object' && 'observe' in expression ? expression : compileExpression(expression)
  const { evaluation, observer } = compiled.observe(attributes, environment)
  const results = new Map(observer.steps.map((step) => [keyOf(step.span), step.result]))
  const steps = traceTree(compiled.tree, 0, false, results)
  if (!compiled.isRedacted) return { evaluation, steps, warnings: observer.warnings }
  return { evaluation: hidden(evaluation), steps, warnings: [] }
}

function keyOf(span: Span): string {
  return `${span.start}:${span.end}`
}

function traceTree(
  tree: ExpressionTree,
  depth: number,
  isInside: boolean,
  results: ReadonlyMap<string, Result>,
): readonly TracedExpression[] {
  const isRedactCall = tree.kind === 'function' && isRedact(tree)
  const isHidden = isInside || containsRedact(tree)
  const step = describe(tree, depth, isHidden, results.get(keyOf(tree.span)))
  const below = childrenOf(tree).flatMap((child) => traceTree(child, depth + 1, isInside || isRedactCall, results))
  return [step, ...below]
}

function containsRedact(tree: ExpressionTree): boolean {
  return (tree.kind === 'function' && isRedact(tree)) || childrenOf(tree).some(containsRedact)
}

function describe(
  tree: ExpressionTree,
  depth: number,
  isHidden: boolean,
  result: Result | undefined,
): TracedExpression {
  const base = { text: printExpression(tree), span: tree.span, depth, isNull: false, values: [], reason: null }
  if (result === undefined) return { ...base, outcome: 'notEvaluated' }
  if (isInterruption(result)) {
    const reason = result.kind === 'skip' ? result.reason : result.message
    return { ...base, outcome: result.kind === 'skip' ? 'skip' : 'error', reason: isHidden ? redactedText : reason }
  }
  if (isHidden) return { ...base, outcome: 'value', values: [redactedText] }
  return { ...base, outcome: 'value', isNull: result === null, values: textsOf(result) }
}

function hidden(evaluation: Evaluation): Evaluation {
  if (evaluation.kind === 'value') return { kind: 'value', value: redactedText }
  return evaluation.kind === 'skip' ? evaluation : { ...evaluation, message: redactedText }
}
