import { parameter, type StrictFunction, textAt } from '../expression-function.ts'
import { failure, longestText, textsOf } from '../value.ts'

/**
 * `Join(separator, source1, …)`: the texts with the separator between them. A multi-valued source contributes each of
 * its values; null and empty ones are left out; with nothing left the result is "".
 * Source: Microsoft function reference [documented]; null and "" [decided].
 */
export const join: StrictFunction = {
  kind: 'strict',
  name: 'Join',
  listed: true,
  describes: 'Texts one after the other, with a separator between them.',
  example: { expression: 'Join(" ", "Anna", "Berg")', result: 'Anna Berg' },
  parameters: [parameter('separator'), parameter('source', { allowMultipleOccurrences: true, takesList: true })],
  evaluate: (given) => {
    const separator = textAt(given, 0) ?? ''
    let joined: string | null = null
    for (let index = 1; index < given.length; index += 1) {
      for (const text of textsOf(given[index] ?? null)) {
        if (text === '') continue
        joined = joined === null ? text : joined + separator + text
        if (joined.length > longestText) return failure(`The text would be longer than ${longestText} characters.`)
      }
    }
    return joined ?? ''
  },
}
