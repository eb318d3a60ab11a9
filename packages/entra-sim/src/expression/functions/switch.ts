import { type LazyArgument, type LazyFunction, optional, parameter, type Run } from '../expression-function.ts'
import type { FunctionTree } from '../tree.ts'
import { type ExpressionValue, isInterruption, type Result, textsOf } from '../value.ts'

/**
 * `Switch(source, default, key1, value1, …)`: the value of the first key that equals the source, case-sensitively;
 * no key, then the default; no default, then null. A null source is looked up as "". Only what is needed is evaluated;
 * when a trace is asked for, a branch that would have failed is a warning. The switch `switchBranches: eager` evaluates
 * everything, as Connect Sync does; `switchDefault: null` reproduces the known defect that a default writes null.
 * Source: Microsoft function reference [documented]; laziness [SuccessFactors guide, resolved].
 */
export const switchFunction: LazyFunction = {
  kind: 'lazy',
  name: 'Switch',
  listed: true,
  describes: 'The value of the key that equals the source, else the default.',
  example: { expression: 'Switch([department], "Other", "Sales", "Seller", "Legal", "Lawyer")', result: 'Seller' },
  parameters: [
    parameter('source'),
    optional('defaultValue', { takesList: true }),
    parameter('key', { allowMultipleOccurrences: true, required: false }),
    parameter('value', { allowMultipleOccurrences: true, required: false, takesList: true }),
  ],
  check: checkSwitch,
  evaluate: (given, run, call) => {
    const source = given[0]?.evaluate(run) ?? null
    if (isInterruption(source)) return source
    const chosen = choose(given, keyText(source), run)
    if (typeof chosen !== 'number') return chosen
    const failed = evaluateUnused(given, chosen, run, call)
    if (failed !== null) return failed
    if (chosen === 1 && run.environment.switches.switchDefault === 'null') return null
    return given[chosen]?.evaluate(run) ?? null
  },
}

function checkSwitch(call: FunctionTree): string | null {
  const count = call.arguments.length
  if (count < 4) return 'Switch needs a source, a default (which may be empty) and at least one key with its value.'
  if (count % 2 === 0) return null
  return `Switch has ${count} arguments; every key needs a value, and the default may be empty but not left out.`
}

function keyText(value: ExpressionValue): string {
  return typeof value === 'string' ? value : textsOf(value).join(',')
}

/** Position of the argument that holds the result. */
function choose(given: readonly (LazyArgument | undefined)[], source: string, run: Run): number | Result {
  for (let index = 2; index + 1 < given.length; index += 2) {
    const key = given[index]?.evaluate(run) ?? null
    if (isInterruption(key)) return key
    if (keyText(key) === source) return index + 1
  }
  return 1
}

/** Evaluates the branches that are not chosen: to fail with them, or to warn of them; normally not at all. */
function evaluateUnused(
  given: readonly (LazyArgument | undefined)[],
  chosen: number,
  run: Run,
  call: FunctionTree,
): Result {
  const isEager = run.environment.switches.switchBranches === 'eager'
  if (!isEager && run.observer === null) return null
  for (const [index, branch] of given.entries()) {
    if (branch === undefined || index === chosen || index === 0 || (index > 1 && index % 2 === 0)) continue
    const result = branch.evaluate({ ...run, observer: isEager ? run.observer : null })
    if (!isInterruption(result) || result.kind === 'skip') continue
    if (isEager) return result
    const message = `A branch that is not chosen would fail: ${result.message}`
    run.observer?.warnings.push({ function: 'Switch', message, offset: call.span.start })
  }
  return null
}
