import { integerAt, parameter, type StrictFunction, textAt } from '../expression-function.ts'

/**
 * `Left(string, numChars)`: that many characters from the left. 0 gives "", a negative number the whole text, null "".
 * Source: Microsoft function reference [documented].
 */
export const left: StrictFunction = {
  kind: 'strict',
  name: 'Left',
  listed: true,
  describes: 'So many characters from the left.',
  example: { expression: 'Left("Anna", 1)', result: 'A' },
  parameters: [parameter('string'), parameter('numChars', { type: 'Integer' })],
  evaluate: (given) => {
    const length = integerAt(given, 1, 'numChars')
    if (typeof length !== 'number') return length
    const source = textAt(given, 0) ?? ''
    return length < 0 ? source : source.slice(0, length)
  },
}
