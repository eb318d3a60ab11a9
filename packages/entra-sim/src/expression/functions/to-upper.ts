import { optional, parameter, type StrictFunction, textAt } from '../expression-function.ts'
import { toUpperIn } from '../letter-case.ts'

/**
 * `ToUpper(source, culture)`: upper case, in the invariant culture unless one such as `tr-TR` is given. ß stays ß.
 * Null stays null. Source: Microsoft function reference [documented]; one-to-one mapping and null [decided].
 */
export const toUpper: StrictFunction = {
  kind: 'strict',
  name: 'ToUpper',
  listed: true,
  describes: 'A text in capital letters.',
  example: { expression: 'ToUpper("Anna")', result: 'ANNA' },
  parameters: [parameter('source'), optional('culture')],
  evaluate: (given) => {
    const source = textAt(given, 0)
    return source === null ? null : toUpperIn(source, textAt(given, 1))
  },
}
