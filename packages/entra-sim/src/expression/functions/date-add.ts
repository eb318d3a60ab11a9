import { dateText } from '../date/date-text.ts'
import { addIntervals, findInterval, intervals } from '../date/intervals.ts'
import { parseDate } from '../date/parse-date.ts'
import { integerAt, parameter, type StrictFunction, textAt } from '../expression-function.ts'
import { failure } from '../value.ts'

/**
 * `DateAdd(interval, value, dateTime)`: the date so many intervals later; interval `yyyy`, `m`, `d`, `ww`, `h`, `n` or
 * `s`. A month or year that lacks the day gives its last day. Source: Microsoft function reference [documented];
 * clamping and errors [decided].
 */
export const dateAdd: StrictFunction = {
  kind: 'strict',
  name: 'DateAdd',
  listed: true,
  describes: 'A date so many intervals later; d is a day, m a month, yyyy a year.',
  example: { expression: 'DateAdd("d", 30, "2026-01-05")', result: '2/4/2026 12:00:00 AM' },
  parameters: [
    parameter('interval'),
    parameter('value', { type: 'Integer' }),
    parameter('dateTime', { type: 'DateTime' }),
  ],
  evaluate: (given) => {
    const interval = findInterval(textAt(given, 0) ?? '')
    if (interval === null) return failure(`The interval "${textAt(given, 0)}" is none of ${intervals.join(', ')}.`)
    const count = integerAt(given, 1, 'value')
    if (typeof count !== 'number') return count
    const instant = parseDate(textAt(given, 2) ?? '')
    if (instant === null) return failure(`"${textAt(given, 2) ?? 'null'}" is not a date.`)
    const later = Number.isSafeInteger(count) ? addIntervals(instant, interval, count) : null
    return later === null ? failure('The result lies outside of the years 1 to 9999.') : dateText(later)
  },
}
