import { parameter, type StrictFunction } from '../expression-function.ts'
import { booleanText } from '../value.ts'

/**
 * `IsString(expression)`: `True` when the value can be text. Null and a list of several values cannot.
 * Source: Microsoft function reference [documented]; null and lists [decided].
 */
export const isString: StrictFunction = {
  kind: 'strict',
  name: 'IsString',
  listed: true,
  describes: 'Whether a value can be text.',
  example: { expression: 'IsString("Sales")', result: 'True' },
  parameters: [parameter('expression', { takesList: true })],
  evaluate: (given) => {
    const value = given[0] ?? null
    return booleanText(typeof value === 'string' || (value !== null && value.length === 1))
  },
}
