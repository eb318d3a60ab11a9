import { fileTimeEpoch } from '../date/instant.ts'
import { parseDate } from '../date/parse-date.ts'
import { parameter, type StrictFunction, textAt } from '../expression-function.ts'
import { failure } from '../value.ts'

/**
 * `NumFromDate(value)`: a date as Windows FILETIME (100 ns since 1601-01-01 UTC); without a zone the date is UTC.
 * Source: Microsoft function reference [documented]; result of the example [Connect Sync reference].
 */
export const numFromDate: StrictFunction = {
  kind: 'strict',
  name: 'NumFromDate',
  listed: true,
  describes: 'A date as a Windows FILETIME.',
  example: { expression: 'NumFromDate("2026-01-05")', result: '134120448000000000' },
  parameters: [parameter('value', { type: 'DateTime' })],
  evaluate: (given) => {
    const text = textAt(given, 0)
    const instant = text === null ? null : parseDate(text)
    if (instant === null) return failure(`${text === null ? 'null' : `"${text}"`} is not a date.`)
    if (instant < fileTimeEpoch) return failure(`"${text}" is before 1601, where FILETIME begins.`)
    return (instant - fileTimeEpoch).toString()
  },
}
