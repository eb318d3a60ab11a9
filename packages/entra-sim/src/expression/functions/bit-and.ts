import { parameter, type StrictFunction, textAt } from '../expression-function.ts'
import { failure, parseWholeNumber } from '../value.ts'

/**
 * `BitAnd(value1, value2)`: bitwise AND of two whole numbers of any size, decimal or `&H`. Anything else is an error.
 * Source: Microsoft function reference [documented]; the error [decided].
 */
export const bitAnd: StrictFunction = {
  kind: 'strict',
  name: 'BitAnd',
  listed: true,
  describes: 'Keeps the bits that two whole numbers share.',
  example: { expression: 'BitAnd("6", "3")', result: '2' },
  parameters: [parameter('value1', { type: 'Integer' }), parameter('value2', { type: 'Integer' })],
  evaluate: (given) => {
    const left = parseWholeNumber(textAt(given, 0) ?? '')
    const right = parseWholeNumber(textAt(given, 1) ?? '')
    if (left !== null && right !== null) return (left & right).toString()
    return failure(`Whole numbers are needed, not "${textAt(given, left === null ? 0 : 1) ?? 'null'}".`)
  },
}
