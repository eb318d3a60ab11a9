import { integerAt, parameter, type StrictFunction, textAt } from '../expression-function.ts'
import { failure } from '../value.ts'

/**
 * `Mid(source, start, length)`: a part of the text from a 1-based place; it runs off the end safely. A start past the
 * end and a length of 0 or less give "", a start below 1 is an error, null stays null.
 * Source: Microsoft function reference [documented]; edges [decided; Connect Sync differs].
 */
export const mid: StrictFunction = {
  kind: 'strict',
  name: 'Mid',
  listed: true,
  describes: 'A part of a text, from a place and so long.',
  example: { expression: 'Mid("Anna Berg", 6, 4)', result: 'Berg' },
  parameters: [parameter('source'), parameter('start', { type: 'Integer' }), parameter('length', { type: 'Integer' })],
  evaluate: (given) => {
    const start = integerAt(given, 1, 'start')
    const length = integerAt(given, 2, 'length')
    if (typeof start !== 'number') return start
    if (typeof length !== 'number') return length
    if (start < 1) return failure(`The start is ${start}; the first character is number 1.`)
    const source = textAt(given, 0)
    return source === null ? null : source.slice(start - 1, start - 1 + Math.max(0, length))
  },
}
