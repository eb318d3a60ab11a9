import { expect, test } from 'vitest'
import { isoTime } from './clock.ts'

test.each([
  ['of whole seconds without fractions', Date.UTC(2026, 10, 23), '2026-11-23T00:00:00Z'],
  ['with milliseconds', Date.UTC(2026, 10, 23, 1, 2, 3, 4), '2026-11-23T01:02:03.004Z'],
  ['behind all years of four digits', Date.UTC(10_000, 0, 1), '+010000-01-01T00:00:00Z'],
  ['behind all dates, as the last of them', 1e300, '+275760-09-13T00:00:00Z'],
  ['before all dates, as the first of them', -1e300, '-271821-04-20T00:00:00Z'],
])('an instant %s', (_, instant, written) => {
  expect(isoTime(instant)).toBe(written)
})

test('what is no instant is not written', () => {
  expect(() => isoTime(Number.NaN)).toThrow(RangeError)
})
