import { type LazyArgument, type LazyFunction, parameter, type Run } from '../expression-function.ts'
import { type ExpressionTree, walkExpression } from '../tree.ts'
import { failure, fromSource, isEmptyValue, isInterruption, parseNumber, type Result } from '../value.ts'

/**
 * `IIF(condition, valueIfTrue, valueIfFalse)`: the condition is a comparison or a function that yields True or False.
 * Both branches are evaluated before one is chosen, so an error in the unused one fails the call (switch
 * `iifBranches: lazy` evaluates only the chosen one); a skip counts only in the chosen one. With the switch
 * `iifNullCondition: fails` the condition is false as soon as an attribute in it is null or empty, which is what the
 * reference says; the guides rely on the comparison, which is the default.
 * Source: Microsoft function reference [documented]; eagerness [observed]; null in the condition [decided].
 */
export const iif: LazyFunction = {
  kind: 'lazy',
  name: 'IIF',
  listed: true,
  describes: 'One of two values, by a condition.',
  example: { expression: 'IIF([department] = "Sales", "Seller", "Other")', result: 'Seller' },
  parameters: [
    parameter('condition', { type: 'Boolean' }),
    parameter('valueIfTrue', { takesList: true }),
    parameter('valueIfFalse', { takesList: true }),
  ],
  evaluate: (given, run) => {
    const chosen = condition(given[0], run)
    if (typeof chosen !== 'boolean') return chosen
    const [used, unused] = chosen ? [given[1], given[2]] : [given[2], given[1]]
    const discarded = run.environment.switches.iifBranches === 'eager' ? (unused?.evaluate(run) ?? null) : null
    const result = used?.evaluate(run) ?? null
    return isInterruption(discarded) && discarded.kind !== 'skip' ? discarded : result
  },
}

function condition(argument: LazyArgument | undefined, run: Run): boolean | Result {
  const result = argument?.evaluate(run) ?? null
  if (isInterruption(result)) return result
  const fails = run.environment.switches.iifNullCondition === 'fails'
  if (fails && argument !== undefined && namesEmptyAttribute(argument.tree, run)) return false
  if (result === null || result.length === 0) return false
  const text = String(result).toLowerCase()
  if (text === 'true' || text === 'false') return text === 'true'
  const number = parseNumber(text)
  return number === null ? failure(`The condition is "${String(result)}", which is not True or False.`) : number !== 0
}

function namesEmptyAttribute(tree: ExpressionTree, run: Run): boolean {
  for (const node of walkExpression(tree)) {
    if (node.kind === 'attribute' && isEmptyValue(fromSource(run.attributes(node.name)))) return true
  }
  return false
}
