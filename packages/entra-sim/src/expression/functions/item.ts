import { integerAt, parameter, type StrictFunction } from '../expression-function.ts'
import { failure, textsOf } from '../value.ts'

/**
 * `Item(attribute, index)`: the value at a 1-based place of a multi-valued attribute; out of range is an error, null
 * stays null [decided]. Source: Microsoft function reference [documented]; the error [inferred].
 */
export const item: StrictFunction = {
  kind: 'strict',
  name: 'Item',
  listed: true,
  describes: 'The value at a place of an attribute with several, from 1.',
  example: { expression: 'Item([otherMails], 1)', result: 'anna@example.com' },
  parameters: [parameter('attribute', { takesList: true }), parameter('index', { type: 'Integer' })],
  evaluate: (given) => {
    const index = integerAt(given, 1, 'index')
    if (typeof index !== 'number') return index
    if ((given[0] ?? null) === null) return null
    const values = textsOf(given[0] ?? null)
    return values[index - 1] ?? failure(`There is no item ${index}; the attribute has ${values.length}.`)
  },
}
