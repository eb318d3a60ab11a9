import { countIntervals, findInterval, intervals } from '../date/intervals.ts'
import { parseDate } from '../date/parse-date.ts'
import { parameter, type StrictFunction, textAt } from '../expression-function.ts'
import { failure } from '../value.ts'

/**
 * `DateDiff(interval, date1, date2)`: intervals from date1 to date2, negative when date2 is earlier. Days, hours,
 * minutes and seconds are elapsed time cut toward zero: tomorrow is 0 days away for most of the day. Months and years
 * compare calendar fields, weeks are calendar weeks from Sunday.
 * Source: Microsoft function reference, printed results [documented]; the rule behind them [decided, after VB.NET].
 */
export const dateDiff: StrictFunction = {
  kind: 'strict',
  name: 'DateDiff',
  listed: true,
  describes: 'Intervals from one date to another.',
  example: { expression: 'DateDiff("d", "2026-01-05", "2026-02-04")', result: '30' },
  parameters: [
    parameter('interval'),
    parameter('date1', { type: 'DateTime' }),
    parameter('date2', { type: 'DateTime' }),
  ],
  evaluate: (given) => {
    const interval = findInterval(textAt(given, 0) ?? '')
    if (interval === null) return failure(`The interval "${textAt(given, 0)}" is none of ${intervals.join(', ')}.`)
    const from = parseDate(textAt(given, 1) ?? '')
    const to = parseDate(textAt(given, 2) ?? '')
    if (from !== null && to !== null) return countIntervals(interval, from, to).toString()
    return failure(`"${textAt(given, from === null ? 1 : 2) ?? 'null'}" is not a date.`)
  },
}
