import { parameter, type StrictFunction, textAt } from '../expression-function.ts'

/**
 * `Not(source)`: `False` for True in any case, `True` for anything else, null included.
 * Source: Microsoft function reference [documented]; case [decided].
 */
export const not: StrictFunction = {
  kind: 'strict',
  name: 'Not',
  listed: true,
  describes: 'False of True, and True of everything else.',
  example: { expression: 'Not("True")', result: 'False' },
  parameters: [parameter('source', { type: 'Boolean' })],
  evaluate: (given) => (textAt(given, 0)?.trim().toLowerCase() === 'true' ? 'False' : 'True'),
}
