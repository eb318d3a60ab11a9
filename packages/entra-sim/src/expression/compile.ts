import { compareOperands } from './compare.ts'
import type { ExpressionEnvironment } from './environment.ts'
import type {
  EvaluationWarning,
  ExpressionFunction,
  FunctionParameter,
  LazyArgument,
  LazyFunction,
  Run,
  RunObserver,
  StrictFunction,
} from './expression-function.ts'
import { parseExpression } from './parser.ts'
import { findFunction } from './registry.ts'
import { type ExpressionTree, type FunctionTree, type KeywordTree, walkExpression } from './tree.ts'
import {
  type AttributeSource,
  booleanText,
  type EvaluationError,
  type ExpressionValue,
  failure,
  fromSource,
  type Interruption,
  isInterruption,
  isList,
  longestText,
  type Result,
  type Skip,
} from './value.ts'

/** What an expression comes to for one source object. */
export type Evaluation = { readonly kind: 'value'; readonly value: ExpressionValue } | Skip | EvaluationError

/** An expression ready to be evaluated many times. */
export interface CompiledExpression {
  readonly tree: ExpressionTree
  /** Names of the source attributes that it reads, each once, in the order of the text. */
  readonly attributes: readonly string[]
  /** Whether its value must be hidden in logs and traces (`Redact`). */
  readonly isRedacted: boolean
  /** The value for one source object; what goes wrong is in the evaluation, and nothing is thrown. */
  readonly evaluate: (attributes: AttributeSource, environment: ExpressionEnvironment) => Evaluation
  /** As `evaluate`, but records the value of every sub-expression. */
  readonly observe: (
    attributes: AttributeSource,
    environment: ExpressionEnvironment,
  ) => { readonly evaluation: Evaluation; readonly observer: RunObserver }
}

type Evaluator = (run: Run) => Result

/**
 * Compiles a tree, or a text that is known to parse. A text that does not parse is a caller's mistake and throws;
 * use `parseExpression` first for text from outside. The compiled function never throws: it yields a value, a skip or
 * an error.
 */
export function compileExpression(expression: ExpressionTree | string): CompiledExpression {
  const tree = typeof expression === 'string' ? parseOrThrow(expression) : expression
  const evaluator = compileTree(tree)
  const nodes = [...walkExpression(tree)]
  const isRedacted = nodes.some((node) => node.kind === 'function' && isRedact(node))
  const names = nodes.filter((node) => node.kind === 'attribute').map((node) => node.name)
  return {
    tree,
    attributes: [...new Set(names)],
    isRedacted,
    evaluate: (attributes, environment) => conclude(evaluator({ attributes, environment, observer: null }), tree),
    observe: (attributes, environment) => {
      const observer: RunObserver = { steps: [], warnings: [] as EvaluationWarning[] }
      const evaluation = conclude(evaluator({ attributes, environment, observer }), tree)
      return { evaluation, observer }
    },
  }
}

function parseOrThrow(text: string): ExpressionTree {
  const parsed = parseExpression(text)
  if (parsed.ok) return parsed.tree
  throw new Error(`The expression ${text} does not parse: ${parsed.error.message}\n${parsed.error.caret}`)
}

/** Whether a call is one of `Redact`, in any spelling. */
export function isRedact(call: FunctionTree): boolean {
  return call.name.toLowerCase() === 'redact'
}

function conclude(result: Result, tree: ExpressionTree): Evaluation {
  if (!isInterruption(result)) return { kind: 'value', value: result }
  return result.kind === 'failure' ? located(result, nameOf(tree), tree.span.start) : result
}

function nameOf(tree: ExpressionTree): string {
  return tree.kind === 'function' ? tree.name : ''
}

function located(result: Interruption, name: string, offset: number): Skip | EvaluationError {
  if (result.kind !== 'failure') return result
  return { kind: 'error', function: name, message: result.message, offset }
}

function compileTree(tree: ExpressionTree): Evaluator {
  const evaluator = compileNode(tree)
  const { span } = tree
  return (run) => {
    const result = evaluator(run)
    if (run.observer !== null) run.observer.steps.push({ span, result })
    return result
  }
}

function compileNode(tree: ExpressionTree): Evaluator {
  switch (tree.kind) {
    case 'constant': {
      const { value } = tree
      return () => value
    }
    case 'attribute': {
      const { name } = tree
      return (run) => fromSource(run.attributes(name))
    }
    case 'keyword':
      return compileKeyword(tree)
    case 'comparison': {
      const left = compileTree(tree.left)
      const right = compileTree(tree.right)
      return (run) => compareResults(left(run), tree.operator, right(run))
    }
    case 'function':
      return compileCall(tree)
  }
}

function compareResults(left: Result, operator: Parameters<typeof compareOperands>[1], right: Result): Result {
  if (isInterruption(left)) return left
  if (isInterruption(right)) return right
  return booleanText(compareOperands(left, operator, right))
}

function compileKeyword(tree: KeywordTree): Evaluator {
  switch (tree.name) {
    case 'vbTextCompare':
    case 'vbBinaryCompare':
      return () => tree.name
    case 'IgnoreAttributeFlow':
      return () => ({ kind: 'skip', reason: 'IgnoreAttributeFlow', scope: 'attribute' })
    case 'IgnoreObjectFlow':
      return () => ({ kind: 'skip', reason: 'IgnoreObjectFlow', scope: 'object' })
  }
}

function compileCall(call: FunctionTree): Evaluator {
  const known = findFunction(call.name)
  if (known === null) throw new Error(`There is no function ${call.name}; only a checked tree can be compiled.`)
  const evaluator = known.kind === 'lazy' ? compileLazy(call, known) : compileStrict(call, known)
  const { start } = call.span
  return (run) => {
    const result = evaluator(run)
    if (isInterruption(result)) return located(result, known.name, start)
    if (typeof result === 'string' && result.length > longestText) {
      return located(failure(`The text would be longer than ${longestText} characters.`), known.name, start)
    }
    return result
  }
}

function compileLazy(call: FunctionTree, known: LazyFunction): Evaluator {
  const list = call.arguments.map((tree): LazyArgument | undefined =>
    tree === null ? undefined : { tree, evaluate: compileTree(tree) },
  )
  return (run) => known.evaluate(list, run, call)
}

function compileStrict(call: FunctionTree, known: StrictFunction): Evaluator {
  const evaluators = call.arguments.map((tree) => (tree === null ? null : compileTree(tree)))
  const parameters = evaluators.map((_, index) => parameterAt(known, index))
  return (run) => {
    const given: (ExpressionValue | undefined)[] = []
    for (let index = 0; index < evaluators.length; index += 1) {
      const evaluate = evaluators[index] ?? null
      const result = evaluate === null ? undefined : single(evaluate(run), parameters[index])
      if (result !== undefined && isInterruption(result)) return result
      given.push(result)
    }
    return known.evaluate(given, run)
  }
}

/** Formal parameter of a position; the last repeatable ones come round again. */
export function parameterAt(known: ExpressionFunction, index: number): FunctionParameter | undefined {
  const plain = known.parameters[index]
  if (plain !== undefined) return plain
  const repeated = known.parameters.filter((one) => one.allowMultipleOccurrences)
  const first = known.parameters.length - repeated.length
  return repeated[(index - first) % Math.max(1, repeated.length)]
}

/** A list where one value is needed stands for its only element. */
function single(result: Result, formal: FunctionParameter | undefined): Result {
  if (!isList(result) || formal?.takesList === true) return result
  if (result.length > 1) {
    return failure(`The argument ${formal?.name ?? ''} has ${result.length} values; use Join or Item to make it one.`)
  }
  const only = result[0]
  if (only === undefined) return null
  return typeof only === 'string' ? only : JSON.stringify(only)
}
