import { expect, test } from 'vitest'
import { askedPeriod, atMinute, periodOf } from './log-period.ts'

const NOW = '2026-01-12T09:40:02Z'

test('without anything asked for, it is the last seven days, until now', () => {
  expect(periodOf({}, NOW)).toEqual({ start: '2026-01-05T00:00:00.000Z', end: undefined })
})

test('what is asked for is in UTC, to the minute', () => {
  const period = periodOf({ start: '2026-01-01T08:00', end: '2026-01-02T08:30' }, NOW)
  expect(period).toEqual({ start: '2026-01-01T08:00:00.000Z', end: '2026-01-02T08:30:00.000Z' })
  expect([atMinute(period.start), atMinute(period.end), atMinute(undefined)]).toEqual([
    '2026-01-01T08:00',
    '2026-01-02T08:30',
    '',
  ])
})

test('a log that begins with all there is asks for a time only when the address does', () => {
  expect(askedPeriod({})).toEqual({ start: undefined, end: undefined })
  expect(askedPeriod({ start: '2026-01-01T08:00', end: '' })).toEqual({
    start: '2026-01-01T08:00:00.000Z',
    end: undefined,
  })
})

test('an emptied field is not asked for', () => {
  expect(periodOf({ start: '', end: '' }, NOW).end).toBeUndefined()
})
