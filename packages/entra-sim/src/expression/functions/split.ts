import { parameter, type StrictFunction, textAt } from '../expression-function.ts'

/**
 * `Split(source, delimiter)`: the parts between the delimiters, as a list. Parts are trimmed, as the printed example
 * has it (switch `splitItems: keep` leaves the spaces); empty parts are dropped. Null stays null.
 * Source: Microsoft function reference [documented]; trimming and empty parts [decided].
 */
export const split: StrictFunction = {
  kind: 'strict',
  name: 'Split',
  listed: true,
  describes: 'The parts of a text between delimiters.',
  example: { expression: 'Split("Sales,Berlin", ",")', result: 'Sales, Berlin' },
  parameters: [parameter('source'), parameter('delimiter')],
  evaluate: (given, run) => {
    const source = textAt(given, 0)
    if (source === null) return null
    const delimiter = textAt(given, 1) ?? ''
    const parts = delimiter === '' ? [source] : source.split(delimiter)
    const keeps = run.environment.switches.splitItems === 'keep'
    return parts.map((part) => (keeps ? part : part.trim())).filter((part) => part !== '')
  },
}
