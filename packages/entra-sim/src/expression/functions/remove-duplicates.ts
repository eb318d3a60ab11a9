import { parameter, type StrictFunction } from '../expression-function.ts'
import { textsOf } from '../value.ts'

/**
 * `RemoveDuplicates(attribute)`: the distinct values, the first occurrence kept, compared by code unit. A single value
 * and null stay as they are. Source: Microsoft function reference [documented]; comparison [decided].
 */
export const removeDuplicates: StrictFunction = {
  kind: 'strict',
  name: 'RemoveDuplicates',
  listed: true,
  describes: 'The values of an attribute, each once.',
  example: { expression: 'RemoveDuplicates(Split("a,b,a", ","))', result: 'a, b' },
  parameters: [parameter('attribute', { takesList: true })],
  evaluate: (given) => {
    const value = given[0] ?? null
    return value === null || typeof value === 'string' ? value : [...new Set(textsOf(value))]
  },
}
