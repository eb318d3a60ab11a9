import { expect, test } from 'vitest'
import { parseInstant } from './date-time.ts'

test.each([
  ['2026-11-23T01:02:03Z', Date.UTC(2026, 10, 23, 1, 2, 3)],
  ['2026-11-23T01:02:03.25z', Date.UTC(2026, 10, 23, 1, 2, 3, 250)],
  ['2026-11-23t01:02:03+01:00', Date.UTC(2026, 10, 23, 0, 2, 3)],
  ['2026-11-23T01:02:03', Date.UTC(2026, 10, 23, 1, 2, 3)],
  ['2026-11-23', Date.UTC(2026, 10, 23)],
  ['2026-11-23T01:02:03.123456789Z', Date.UTC(2026, 10, 23, 1, 2, 3, 123)],
])('%s is an instant, whatever the time zone of the machine', (text, expected) => {
  expect(parseInstant(text)).toBe(expected)
})

test.each(['', 'today', '23.11.2026', '2026-13-01', '2026-11-23T25:00:00Z', '2026', '2026-11-23 01:02'])(
  '%s is none',
  (text) => {
    expect(parseInstant(text)).toBeUndefined()
  },
)
