import { optional, parameter, type StrictFunction, textAt } from '../expression-function.ts'
import { toLowerIn } from '../letter-case.ts'

/**
 * `ToLower(source, culture)`: lower case, in the invariant culture unless one such as `tr-TR` is given. Null stays
 * null. Source: Microsoft function reference [documented]; one-to-one mapping and null [decided].
 */
export const toLower: StrictFunction = {
  kind: 'strict',
  name: 'ToLower',
  listed: true,
  describes: 'A text in small letters.',
  example: { expression: 'ToLower("Anna")', result: 'anna' },
  parameters: [parameter('source'), optional('culture')],
  evaluate: (given) => {
    const source = textAt(given, 0)
    return source === null ? null : toLowerIn(source, textAt(given, 1))
  },
}
