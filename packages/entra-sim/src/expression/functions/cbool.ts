import { parameter, type StrictFunction, textAt } from '../expression-function.ts'
import { booleanText, failure, parseNumber } from '../value.ts'

/**
 * `CBool(expression)`: `True` for a number that is not zero and for a comparison that holds, else `False`. The texts
 * True and False pass through in any case; null and "" are `False` [decided]; other text is an error.
 * Source: Microsoft function reference [documented].
 */
export const cBool: StrictFunction = {
  kind: 'strict',
  name: 'CBool',
  listed: true,
  describes: 'True of a number that is not zero and of a comparison that holds, else False.',
  example: { expression: 'CBool("1")', result: 'True' },
  parameters: [parameter('expression', { type: 'Boolean' })],
  evaluate: (given) => {
    const text = (textAt(given, 0) ?? '').trim()
    if (/^(true|false)$/i.test(text)) return booleanText(text.toLowerCase() === 'true')
    if (text === '') return 'False'
    const number = parseNumber(text)
    return number === null ? failure(`"${text}" is neither a number nor a Boolean.`) : booleanText(number !== 0)
  },
}
