import { parameter, type StrictFunction } from '../expression-function.ts'
import { booleanText, isEmptyValue } from '../value.ts'

/**
 * `IsPresent(expression)`: the inverse of `IsNullOrEmpty`; spaces count as present.
 * Source: Microsoft function reference [documented]; spaces [decided].
 */
export const isPresent: StrictFunction = {
  kind: 'strict',
  name: 'IsPresent',
  listed: true,
  describes: 'Whether a value is neither null nor empty.',
  example: { expression: 'IsPresent([department])', result: 'True' },
  parameters: [parameter('expression', { takesList: true })],
  evaluate: (given) => booleanText(!isEmptyValue(given[0] ?? null)),
}
