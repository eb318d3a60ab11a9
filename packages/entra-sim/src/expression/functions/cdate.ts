import { dateText } from '../date/date-text.ts'
import { parseDate } from '../date/parse-date.ts'
import { parameter, type StrictFunction, textAt } from '../expression-function.ts'
import { failure } from '../value.ts'

/**
 * `CDate(expression)`: a date as UTC text `M/d/yyyy h:mm:ss tt`. Without an offset the text is UTC. Null, "" and what
 * is not a date are errors. Source: Microsoft function reference [documented]; zone and errors [decided].
 */
export const cDate: StrictFunction = {
  kind: 'strict',
  name: 'CDate',
  listed: true,
  describes: 'A text as a date, in UTC.',
  example: { expression: 'CDate("2026-01-05T09:00:00Z")', result: '1/5/2026 9:00:00 AM' },
  parameters: [parameter('expression', { type: 'DateTime' })],
  evaluate: (given) => {
    const text = textAt(given, 0)
    const instant = text === null ? null : parseDate(text)
    return instant === null ? failure(`${text === null ? 'null' : `"${text}"`} is not a date.`) : dateText(instant)
  },
}
