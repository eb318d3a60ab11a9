import { parameter, type StrictFunction, textAt } from '../expression-function.ts'

/**
 * `Len(string)`: length in UTF-16 units; null and "" are 0. A bare number counts as it is spelled.
 * Source: Microsoft function reference [documented]; UTF-16 units [decided].
 */
export const len: StrictFunction = {
  kind: 'strict',
  name: 'Len',
  listed: true,
  describes: 'How many characters a text has.',
  example: { expression: 'Len("Anna")', result: '4' },
  parameters: [parameter('string')],
  evaluate: (given) => String((textAt(given, 0) ?? '').length),
}
