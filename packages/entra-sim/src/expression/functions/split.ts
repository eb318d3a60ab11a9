import { parameter, type StrictFunction, textAt } from '../expression-function.ts'
import { textsOf } from '../value.ts'

/**
 * `Split(source, delimiter)`: the parts between the delimiters, as a list. Parts are trimmed, as the printed example
 * has it (switch `splitItems: keep` leaves the spaces); empty parts are dropped. Null stays null.
 * Of a multi-valued source each value is split, so that Join makes one text of all of them.
 * Source: Microsoft function reference [documented]; multi-valued: scimgateway#121 [observed once]; trimming and
 * empty parts [decided].
 */
export const split: StrictFunction = {
  kind: 'strict',
  name: 'Split',
  listed: true,
  describes: 'The parts of a text between delimiters.',
  example: { expression: 'Split("Sales,Berlin", ",")', result: 'Sales, Berlin' },
  parameters: [parameter('source', { takesList: true }), parameter('delimiter')],
  evaluate: (given, run) => {
    const source = given[0] ?? null
    if (source === null) return null
    const delimiter = textAt(given, 1) ?? ''
    const parts = textsOf(source).flatMap((text) => (delimiter === '' ? [text] : text.split(delimiter)))
    const keeps = run.environment.switches.splitItems === 'keep'
    return parts.map((part) => (keeps ? part : part.trim())).filter((part) => part !== '')
  },
}
