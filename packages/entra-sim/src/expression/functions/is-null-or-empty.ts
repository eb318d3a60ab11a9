import { parameter, type StrictFunction } from '../expression-function.ts'
import { booleanText, isEmptyValue } from '../value.ts'

/**
 * `IsNullOrEmpty(expression)`: `True` when the value is null, "" or an empty list.
 * Source: Microsoft function reference [documented].
 */
export const isNullOrEmpty: StrictFunction = {
  kind: 'strict',
  name: 'IsNullOrEmpty',
  listed: true,
  describes: 'Whether a value is null or empty.',
  example: { expression: 'IsNullOrEmpty([mobile])', result: 'True' },
  parameters: [parameter('expression', { takesList: true })],
  evaluate: (given) => booleanText(isEmptyValue(given[0] ?? null)),
}
