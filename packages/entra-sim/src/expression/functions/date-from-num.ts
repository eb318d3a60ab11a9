import { dateText } from '../date/date-text.ts'
import { fileTimeEpoch, isInRange } from '../date/instant.ts'
import { parameter, type StrictFunction, textAt } from '../expression-function.ts'
import { failure, parseWholeNumber } from '../value.ts'

/**
 * `DateFromNum(value)`: a Windows FILETIME (100 ns since 1601-01-01 UTC) as date text.
 * Source: Microsoft function reference [documented]; text form [decided].
 */
export const dateFromNum: StrictFunction = {
  kind: 'strict',
  name: 'DateFromNum',
  listed: true,
  describes: 'The date of a Windows FILETIME.',
  example: { expression: 'DateFromNum("134120448000000000")', result: '1/5/2026 12:00:00 AM' },
  parameters: [parameter('value', { type: 'Integer' })],
  evaluate: (given) => {
    const ticks = parseWholeNumber(textAt(given, 0) ?? '')
    if (ticks === null) return failure(`A whole number is needed, not "${textAt(given, 0) ?? 'null'}".`)
    const instant = fileTimeEpoch + ticks
    if (ticks < 0n || !isInRange(instant)) return failure(`${ticks} is not a FILETIME of the years 1601 to 9999.`)
    return dateText(instant)
  },
}
