import { type LazyFunction, parameter } from '../expression-function.ts'
import { failure, isInterruption } from '../value.ts'

/**
 * `SelectUniqueValue(rule1, rule2, …)`: the value of the first rule that is not taken in the target; a rule without a
 * value is passed over. All taken is an error, and the entry is escrowed. Outermost function only, at least two rules.
 * Source: Microsoft function reference [documented].
 */
export const selectUniqueValue: LazyFunction = {
  kind: 'lazy',
  name: 'SelectUniqueValue',
  listed: true,
  describes: 'The first of several values that no user has at the target.',
  example: { expression: 'SelectUniqueValue("anna", "anna.berg")', result: 'anna' },
  parameters: [parameter('rule', { allowMultipleOccurrences: true })],
  check: (call) =>
    call.arguments.filter((argument) => argument !== null).length < 2
      ? 'SelectUniqueValue needs at least two rules.'
      : null,
  evaluate: (given, run) => {
    const tried: string[] = []
    for (const rule of given) {
      const value = rule?.evaluate(run) ?? null
      if (isInterruption(value)) return value
      if (typeof value !== 'string' || value === '') continue
      if (!run.environment.takenValues.has(value)) return value
      tried.push(value)
    }
    return failure(`No rule gives a free value; tried ${tried.length === 0 ? 'none' : tried.join(', ')}.`)
  },
}
