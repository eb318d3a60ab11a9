import { parameter, type StrictFunction } from '../expression-function.ts'
import { textsOf } from '../value.ts'

/**
 * `Count(attribute)`: number of values; null is 0, a single value 1.
 * Source: Microsoft function reference [documented]; null and single [decided].
 */
export const count: StrictFunction = {
  kind: 'strict',
  name: 'Count',
  listed: true,
  describes: 'How many values an attribute has.',
  example: { expression: 'Count([otherMails])', result: '2' },
  parameters: [parameter('attribute', { takesList: true })],
  evaluate: (given) => String(textsOf(given[0] ?? null).length),
}
