import type { ExpressionEnvironment } from './environment.ts'
import type { ExpressionTree, FunctionTree, Span } from './tree.ts'
import { type AttributeSource, type ExpressionValue, type Failure, failure, parseNumber, type Result } from './value.ts'

/** Graph's attributeType. */
type ParameterType = 'String' | 'Integer' | 'Boolean' | 'DateTime' | 'Reference' | 'Binary'

/** Formal parameter in the shape of Graph's attributeMappingParameterSchema. */
export interface FunctionParameter {
  readonly name: string
  readonly type: ParameterType
  readonly required: boolean
  readonly allowMultipleOccurrences: boolean
  /** Whether the function looks at every value of a multi-valued argument; otherwise it must be a single one. */
  readonly takesList: boolean
}

/** Something the trace or the warnings of one evaluation record. */
interface TraceStep {
  readonly span: Span
  readonly result: Result
}

/** A remark about an evaluation that did not fail. */
export interface EvaluationWarning {
  readonly function: string
  readonly message: string
  readonly offset: number
}

/** State of one evaluation. `observer` is null unless somebody asked for a trace. */
export interface Run {
  readonly attributes: AttributeSource
  readonly environment: ExpressionEnvironment
  readonly observer: RunObserver | null
}

/** Collects trace and warnings. */
export interface RunObserver {
  readonly steps: TraceStep[]
  readonly warnings: EvaluationWarning[]
}

/** Values of the supplied arguments by position; undefined where an argument is empty or missing. */
export type Arguments = readonly (ExpressionValue | undefined)[]

/** An argument that has not been evaluated. */
export interface LazyArgument {
  readonly tree: ExpressionTree
  readonly evaluate: (run: Run) => Result
}

/** One call and what it gives; a call that fails or is never the same twice has no result. */
interface FunctionExample {
  readonly expression: string
  readonly result?: string
}

interface FunctionBase {
  /** Canonical spelling. */
  readonly name: string
  readonly parameters: readonly FunctionParameter[]
  /** What it gives, in a sentence for people. */
  readonly describes: string
  readonly example: FunctionExample
  /** Whether Microsoft's function reference lists it. */
  readonly listed: boolean
  /** Shape errors that counting parameters does not find; null when the call is well formed. */
  readonly check?: (call: FunctionTree) => string | null
}

/** All arguments are evaluated first; a skip or an error in one of them is the result. */
export interface StrictFunction extends FunctionBase {
  readonly kind: 'strict'
  readonly evaluate: (given: Arguments, run: Run) => Result
}

/** The function decides which arguments are evaluated and what their skips and errors mean. */
export interface LazyFunction extends FunctionBase {
  readonly kind: 'lazy'
  readonly evaluate: (given: readonly (LazyArgument | undefined)[], run: Run, call: FunctionTree) => Result
}

/** One function of the language. */
export type ExpressionFunction = StrictFunction | LazyFunction

/** A required single-valued parameter; options change what differs. */
export function parameter(name: string, options: Partial<Omit<FunctionParameter, 'name'>> = {}): FunctionParameter {
  return { name, type: 'String', required: true, allowMultipleOccurrences: false, takesList: false, ...options }
}

/** An optional single-valued parameter. */
export function optional(name: string, options: Partial<Omit<FunctionParameter, 'name'>> = {}): FunctionParameter {
  return parameter(name, { required: false, ...options })
}

/** Text of a single-valued argument; null when it is null or was not supplied. */
export function textAt(given: Arguments, index: number): string | null {
  const value = given[index]
  return typeof value === 'string' ? value : null
}

/** Whether an argument was supplied, be it null. */
export function isSupplied(given: Arguments, index: number): boolean {
  return given[index] !== undefined
}

/** Whole number of an argument, fractions cut off; a failure that names the value when it is not a number. */
export function integerAt(given: Arguments, index: number, name: string): number | Failure {
  const text = textAt(given, index)
  const number = text === null ? null : parseNumber(text)
  if (number !== null) return Math.trunc(number)
  return failure(`The parameter ${name} needs a number, but it is ${text === null ? 'null' : `"${text}"`}.`)
}
