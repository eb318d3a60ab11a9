import {
  checkAttributes,
  type ExpressionError,
  type ExpressionTrace,
  parseExpression,
  type TracedExpression,
  traceExpression,
} from '@scimulator/entra-sim/expression'
import { sourceUserDefinition } from '@scimulator/entra-sim/mapping'
import { EXIT } from '../output.ts'
import { cliEnvironment } from './cli-environment.ts'
import type { CommandIo } from './command-io.ts'
import type { ExprOptions } from './expr-options.ts'
import { readUser } from './read-user.ts'

/** Evaluates one expression. 0 a value or a skip, 1 an evaluation error, 2 bad input. */
export async function exprCommand(options: ExprOptions, io: CommandIo): Promise<number> {
  const parsed = parseExpression(options.expression)
  if (!parsed.ok) {
    const { message, line, column, caret, hint } = parsed.error
    io.err([`${line}:${column}: ${message}`, caret, ...(hint === null ? [] : [hint])].join('\n'))
    return EXIT.badInput
  }
  const user = await readUser(options.with)
  const environment = cliEnvironment(options)
  if (!user.ok || environment === null) {
    io.err(user.ok ? `--now ${options.now} is not a date; write it as 2026-11-03T09:00:00Z.` : user.message)
    return EXIT.badInput
  }
  const trace = traceExpression(parsed.tree, user.source, environment)
  const known = new Set([...sourceUserDefinition.attributes.map((one) => one.name), ...user.names])
  const unknown = checkAttributes(options.expression, parsed.tree, known)
  io.out(options.json ? JSON.stringify(answer(trace, unknown), null, 2) : describe(trace, unknown))
  return trace.evaluation.kind === 'error' ? EXIT.failed : EXIT.passed
}

/** What the value is: `null`, `text` or `list`; a skip and an error have no type. */
function typeOf(trace: ExpressionTrace): string | null {
  if (trace.evaluation.kind !== 'value') return null
  const { value } = trace.evaluation
  if (value === null) return 'null'
  return typeof value === 'string' ? 'text' : 'list'
}

function answer(trace: ExpressionTrace, unknown: readonly ExpressionError[]): Record<string, unknown> {
  const { evaluation, steps, warnings } = trace
  return { ...evaluation, type: typeOf(trace), trace: steps, warnings, unknownAttributes: unknown }
}

function describe(trace: ExpressionTrace, unknown: readonly ExpressionError[]): string {
  const lines = trace.steps.map((step) => `${'  '.repeat(step.depth + 1)}${oneLine(step.text)}  →  ${shown(step)}`)
  const warnings = trace.warnings.map((one) => `warning: ${one.function}: ${one.message}`)
  const notes = unknown.map((one) => `note: ${one.line}:${one.column}: ${one.message} ${one.hint ?? ''}`.trimEnd())
  const remarks = [...warnings, ...notes]
  return [headline(trace), '', ...lines, ...(remarks.length > 0 ? ['', ...remarks] : [])].join('\n')
}

function headline(trace: ExpressionTrace): string {
  const { evaluation } = trace
  if (evaluation.kind === 'skip') return `skip: ${evaluation.reason}; the ${evaluation.scope} is not written`
  if (evaluation.kind === 'error') return `error: ${evaluation.function}: ${evaluation.message}`
  return `${evaluation.value === null ? '' : `${JSON.stringify(evaluation.value)}  `}(${typeOf(trace)})`
}

function shown(step: TracedExpression): string {
  switch (step.outcome) {
    case 'notEvaluated':
      return 'not evaluated'
    case 'value':
      return step.isNull ? 'null' : step.values.map((value) => JSON.stringify(value)).join(', ') || 'an empty list'
    default:
      return `${step.outcome}: ${step.reason}`
  }
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, ' ')
}
