import { type ExpressionError, expressionError } from './expression-error.ts'
import type { ExpressionFunction } from './expression-function.ts'
import { findFunction, nearestFunctionName } from './registry.ts'
import { type ComparisonTree, childrenOf, type ExpressionTree, type FunctionTree, walkExpression } from './tree.ts'

/** Finds the first thing that a well-formed tree must not contain: unknown functions, wrong arguments, stray comparisons. */
export function checkExpression(text: string, tree: ExpressionTree): ExpressionError | null {
  if (tree.kind === 'comparison') return strayComparison(text, tree)
  for (const node of walkExpression(tree)) {
    const error = node.kind === 'function' ? checkCall(text, node, tree) : null
    if (error !== null) return error
  }
  return null
}

function checkCall(text: string, call: FunctionTree, root: ExpressionTree): ExpressionError | null {
  const known = findFunction(call.name)
  if (known === null) return unknownFunction(text, call)
  const stray = childrenOf(call).find((child) => child.kind === 'comparison' && !mayCompare(known, call, child))
  if (stray?.kind === 'comparison') return strayComparison(text, stray)
  if (known.name === 'SelectUniqueValue' && call !== root) {
    const hint = 'Make it the outermost function; each of its rules may be any other expression.'
    return expressionError(text, 'misplacedFunction', call.span.start, 'SelectUniqueValue cannot be nested.', hint)
  }
  return checkArguments(text, call, known)
}

function mayCompare(known: ExpressionFunction, call: FunctionTree, child: ExpressionTree): boolean {
  return (known.name === 'IIF' || known.name === 'CBool') && call.arguments[0] === child
}

function strayComparison(text: string, tree: ComparisonTree): ExpressionError {
  const message = `The comparison ${tree.operator} may only stand in the condition of IIF and in CBool.`
  const hint = 'Write IIF(a = b, "x", "y") or CBool(a = b).'
  return expressionError(text, 'misplacedComparison', tree.span.start, message, hint)
}

function unknownFunction(text: string, call: FunctionTree): ExpressionError {
  const nearest = nearestFunctionName(call.name)
  const hint = nearest === null ? null : `Did you mean ${nearest}?`
  return expressionError(text, 'unknownFunction', call.span.start, `There is no function ${call.name}.`, hint)
}

function checkArguments(text: string, call: FunctionTree, known: ExpressionFunction): ExpressionError | null {
  const signature = signatureOf(known)
  const variadic = known.parameters.some((one) => one.allowMultipleOccurrences)
  if (!variadic && call.arguments.length > known.parameters.length) {
    const surplus = call.arguments[known.parameters.length]
    const message = `${known.name} takes ${known.parameters.length} arguments, not ${call.arguments.length}.`
    const offset = surplus?.span.start ?? call.span.start
    return expressionError(text, 'tooManyArguments', offset, message, signature)
  }
  const missing = known.parameters.find((one, index) => one.required && (call.arguments[index] ?? null) === null)
  if (missing !== undefined) {
    const message = `${known.name} needs its argument ${missing.name}.`
    return expressionError(text, 'missingArgument', call.span.start, message, signature)
  }
  const problem = known.check?.(call) ?? null
  return problem === null ? null : expressionError(text, 'malformedCall', call.span.start, problem, signature)
}

/** Signature for people: `Mid(source, start, length)`, optional parameters in brackets. */
export function signatureOf(known: ExpressionFunction): string {
  const list = known.parameters.map((one) => {
    const name = one.allowMultipleOccurrences ? `${one.name}…` : one.name
    return one.required ? name : `[${name}]`
  })
  return `${known.name}(${list.join(', ')})`
}
