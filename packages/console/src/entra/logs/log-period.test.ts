import { expect, test } from 'vitest'
import { startOf } from './log-period.ts'

test.each([
  ['24h', '2026-01-04T09:40:00.000Z'],
  ['7d', '2025-12-29T09:40:00.000Z'],
  ['30d', '2025-12-06T09:40:00.000Z'],
  [undefined, undefined],
  ['for ever', undefined],
])('of %s the logs begin at %s', (period, start) => {
  expect(startOf(period, '2026-01-05T09:40:31.512Z')).toBe(start)
  expect(startOf(period, undefined)).toBeUndefined()
})
