import { tokenizeFormat } from '../date/date-format.ts'
import { parseDateTimeStyles } from '../date/date-time-styles.ts'
import { parseFormat } from '../date/parse-format.ts'
import { printFormat } from '../date/print-format.ts'
import { isSupplied, optional, parameter, type StrictFunction, textAt } from '../expression-function.ts'
import { failure } from '../value.ts'

/**
 * `FormatDateTime(source, dateTimeStyles, inputFormat, outputFormat)`: .NET's ParseExact, then ToString, both in the
 * invariant culture. dateTimeStyles may be empty, but its place must stay: a call with three arguments is an error. A
 * text with an offset is brought to UTC, so a date from east of it moves back a day. Null and "" give null; a text that
 * does not have the format is an error. Two digits of a year mean 1950 to 2049, as in .NET 8 (switch
 * `twoDigitYearMax`). Source: Microsoft function reference [documented]; entra-docs#69.
 */
export const formatDateTime: StrictFunction = {
  kind: 'strict',
  name: 'FormatDateTime',
  listed: true,
  describes: 'A date in another format; both formats are written as .NET has them.',
  example: { expression: 'FormatDateTime("20260105", , "yyyyMMdd", "yyyy-MM-dd")', result: '2026-01-05' },
  parameters: [
    parameter('source', { type: 'DateTime' }),
    optional('dateTimeStyles'),
    parameter('inputFormat'),
    parameter('outputFormat'),
  ],
  evaluate: (given, run) => {
    const source = textAt(given, 0)
    if (source === null || source === '') return null
    const styles = parseDateTimeStyles(isSupplied(given, 1) ? textAt(given, 1) : null)
    if (styles === null) return failure(`"${textAt(given, 1)}" is no DateTimeStyles.`)
    const inputFormat = textAt(given, 2) ?? ''
    const outputFormat = textAt(given, 3) ?? ''
    const input = tokenizeFormat(inputFormat)
    const output = tokenizeFormat(outputFormat)
    if (input === null) return failure(`"${inputFormat}" is not a date format.`)
    if (output === null) return failure(`"${outputFormat}" is not a date format.`)
    const { now, switches } = run.environment
    const parsed = parseFormat(source, input, styles, { now, latestShortYear: Number(switches.twoDigitYearMax) })
    if (parsed === null) return failure(`"${source}" does not have the format "${inputFormat}".`)
    return printFormat(parsed.instant, output, parsed.hasZone)
  },
}
