import { describe, expect, test } from 'vitest'
import { evaluateText, type SourceAttributes } from '../evaluate-text.ts'

const error = { error: expect.any(String) }
const from = '"2012-03-16-07:00"'
const to = 'CDate("2012-03-16-07:00")'
const august = '"8/25/2021 5:41:18 PM"'

test.each([
  ['CDate("2020-03-16-07:00")', '3/16/2020 7:00:00 AM'],
  ['CDate("2021-06-30+08:00")', '6/29/2021 4:00:00 PM'],
  ['CDate("2009-06-15T01:45:30-07:00")', '6/15/2009 8:45:30 AM'],
  [`DateAdd("d", 7, CDate(${from}))`, '3/23/2012 7:00:00 AM'],
  [`DateAdd("d", -10, CDate(${from}))`, '3/6/2012 7:00:00 AM'],
  [`DateAdd("ww", 2, CDate(${from}))`, '3/30/2012 7:00:00 AM'],
  [`DateAdd("m", 10, CDate(${from}))`, '1/16/2013 7:00:00 AM'],
  [`DateAdd("yyyy", 2, CDate(${from}))`, '3/16/2014 7:00:00 AM'],
  ['DateDiff("d", CDate("2021-08-18+08:00"), CDate("2021-08-31+08:00"))', '13'],
  [`DateDiff("d", ${august}, ${to})`, '-3449'],
  [`DateDiff("ww", ${august}, ${to})`, '-493'],
  [`DateDiff("m", ${august}, ${to})`, '-113'],
  [`DateDiff("yyyy", ${august}, ${to})`, '-9'],
  ['DateDiff("h", CDate("2021-08-24"), CDate("2021-08-25"))', '24'],
  ['DateDiff("n", CDate("2021-08-24"), CDate("2021-08-25"))', '1440'],
  ['DateDiff("s", CDate("2021-08-24"), CDate("2021-08-25"))', '86400'],
  ['DateDiff("d", CDate("2021-08-24"), CDate("2021-08-24"))', '0'],
  ['DateFromNum(129699324000000000)', '1/1/2012 11:00:00 PM'],
  ['NumFromDate("2012-01-01 23:00:00")', '129699324000000000'],
])('%s is documented as %s', (text, expected) => {
  expect(evaluateText(text)).toBe(expected)
})

const documentedWithSource: readonly (readonly [string, SourceAttributes, unknown])[] = [
  ['FormatDateTime([x], , "yyyyMMddHHmmss.fZ", "yyyy-MM-dd")', { x: '20150123105347.1Z' }, '2015-01-23'],
  [
    'NumFromDate(Join("", FormatDateTime([x], ,"yyyy-MM-ddzzz","yyyy-MM-dd"), " 23:59:59-08:00"))',
    { x: '2020-12-31-08:00' },
    '132539615990000000',
  ],
  ['FormatDateTime([x], , "yyyy-MM-ddzzz", "yyyy-MM-dd")', { x: '2021-06-30+08:00' }, '2021-06-29'],
]

test.each(documentedWithSource)('%s with %j is %j', (text, source, expected) => {
  expect(evaluateText(text, source)).toEqual(expected)
})

describe('edges of date functions', () => {
  test.each([
    ['CDate("")', error],
    ['CDate([missing])', error],
    ['CDate("yesterday")', error],
    ['CDate("2021-02-29")', error],
    ['CDate("2020-02-29T23:59:59.9999999Z")', '2/29/2020 11:59:59 PM'],
    ['CDate("2020-01-01T00:00:00+15:00")', error],
    ['CDate("12/31/2020")', '12/31/2020 12:00:00 AM'],
    ['CDate("12/31/2020 12:30:00 AM")', '12/31/2020 12:30:00 AM'],
    ['CDate("13/1/2020")', error],
    ['CDate("0001-01-01T00:00:00+08:00")', error],
    ['DateAdd("m", 1, "1/31/2021")', '2/28/2021 12:00:00 AM'],
    ['DateAdd("yyyy", -1, "2/29/2020")', '2/28/2019 12:00:00 AM'],
    ['DateAdd("m", -13, "1/31/2021")', '12/31/2019 12:00:00 AM'],
    ['DateAdd("q", 1, "1/31/2021")', error],
    ['DateAdd("d", "x", "1/31/2021")', error],
    ['DateAdd("d", 999999999999, "1/31/2021")', error],
    ['DateAdd("yyyy", 9000, "1/31/2021")', error],
    ['DateAdd("h", 5, "1/31/2021")', '1/31/2021 5:00:00 AM'],
    ['DateAdd("n", 5, "1/31/2021")', '1/31/2021 12:05:00 AM'],
    ['DateAdd("s", -1, "1/31/2021")', '1/30/2021 11:59:59 PM'],
    ['DateDiff("d", Now(), "1/1/1970 11:59:59 PM")', '0'],
    ['DateDiff("d", "x", "1/2/1970")', error],
    ['DateFromNum("x")', error],
    ['DateFromNum(-1)', error],
    ['DateFromNum(9223372036854775807)', error],
    ['DateFromNum(0)', '1/1/1601 12:00:00 AM'],
    ['NumFromDate("1600-12-31")', error],
    ['NumFromDate("1601-01-01T00:00:00.0000001Z")', '1'],
    ['FormatDateTime([missing], , "yyyy", "yyyy")', null],
    ['FormatDateTime("", , "yyyy", "yyyy")', null],
    ['FormatDateTime("2015-1-23", , "yyyy-MM-dd", "yyyy")', error],
    ['FormatDateTime("2015-1-3", , "yyyy-M-d", "dd/MM/yy")', '03/01/15'],
    ['FormatDateTime("20150123", "32", "yyyyMMdd", "dddd, d MMMM yyyy")', 'Friday, 23 January 2015'],
    ['FormatDateTime("20150123", "Nonsense", "yyyyMMdd", "yyyy")', error],
    ['FormatDateTime("1/23/2015 3:04:05 PM", , "M/d/yyyy h:mm:ss tt", "HH:mm:ss")', '15:04:05'],
    ['FormatDateTime("1/23/2015 12:04 AM", , "M/d/yyyy h:mm tt", "HH:mm")', '00:04'],
    ['FormatDateTime("1/23/2015 13:04 AM", , "M/d/yyyy h:mm tt", "HH:mm")', error],
    ['FormatDateTime("2015-01-23T10:00:00.1234567+02:00", , "o", "o")', '2015-01-23T08:00:00.1234567Z'],
    ['FormatDateTime(" 2015 ", , "yyyy", "yyyy-MM-dd")', '2015-01-01'],
    ['FormatDateTime(" 2015 ", "None", "yyyy", "yyyy-MM-dd")', error],
    ['FormatDateTime("10:00", , "HH:mm", "yyyy-MM-dd HH:mm")', '1970-01-01 10:00'],
    ['FormatDateTime("Fri 23 Jan 2015", , "ddd dd MMM yyyy", "s")', '2015-01-23T00:00:00'],
    ['FormatDateTime("Sat 23 Jan 2015", , "ddd dd MMM yyyy", "s")', error],
    [`FormatDateTime("2015", , "yyyy", "'year' yyyy")`, 'year 2015'],
    ['FormatDateTime("2015", , "yyyy", "Q")', error],
    ['FormatDateTime("12/10/49", , "MM/dd/yy", "yyyy-MM-dd")', '2049-12-10'],
    ['FormatDateTime("12/10/50", , "MM/dd/yy", "yyyy-MM-dd")', '1950-12-10'],
    ['FormatDateTime("12/10/0", , "MM/dd/y", "yyyy-MM-dd")', '2000-12-10'],
    ['Now()', '1/1/1970 12:00:00 AM'],
  ])('%s is %j', (text, expected) => {
    expect(evaluateText(text)).toEqual(expected)
  })
})

test('Now follows the clock of the environment', () => {
  expect(evaluateText('Now()', {}, { now: Date.UTC(2026, 10, 3, 13, 5, 9) })).toBe('11/3/2026 1:05:09 PM')
})
