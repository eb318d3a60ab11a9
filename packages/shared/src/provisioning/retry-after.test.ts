import { expect, test } from 'vitest'
import { retryAfterMs } from './retry-after.ts'

const NOW = Date.parse('2026-01-05T08:00:00Z')
const DATE = ['Date', 'Mon, 05 Jan 2026 08:00:00 GMT'] as const

test.each([
  ['seconds', [['Retry-After', '120']], 120_000],
  ['none at all', [['Retry-After', '0']], 0],
  ['spaces around it', [['retry-after', ' 3 ']], 3_000],
  ['a date, from the answer’s own', [DATE, ['Retry-After', 'Mon, 05 Jan 2026 08:01:00 GMT']], 60_000],
  ['a date, when the answer has none', [['Retry-After', 'Mon, 05 Jan 2026 08:00:30 GMT']], 30_000],
  ['a date that is past', [DATE, ['Retry-After', 'Mon, 05 Jan 2026 07:00:00 GMT']], 0],
  ['no header', [], undefined],
  ['a negative number', [['Retry-After', '-1']], undefined],
  ['a fraction', [['Retry-After', '1.5']], undefined],
  ['words', [['Retry-After', 'soon']], undefined],
  ['a day that does not exist', [['Retry-After', 'Mon, 99 Jan 2026 08:00:00 GMT']], undefined],
] as const)('%s', (_name, headers, expected) => {
  expect(retryAfterMs({ status: 429, headers, body: '' }, NOW)).toBe(expected)
})
