import { parameter, type StrictFunction, textAt } from '../expression-function.ts'

/**
 * `Trim(value)`: the text without white space at both ends; null stays null.
 * Source: Microsoft cloud sync function reference [inferred].
 */
export const trim: StrictFunction = {
  kind: 'strict',
  name: 'Trim',
  listed: false,
  describes: 'A text without white space at both ends.',
  example: { expression: 'Trim(" Anna ")', result: 'Anna' },
  parameters: [parameter('value')],
  evaluate: (given) => textAt(given, 0)?.trim() ?? null,
}
