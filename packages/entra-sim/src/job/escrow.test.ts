import { DAY_MS, HOUR_MS } from '@scimulator/shared/runtime'
import { expect, test } from 'vitest'
import { nextAttempt } from './escrow.ts'

test.each([
  [1, 0, 0],
  [2, 0.67, 6],
  [2, 6, 12],
  [3, 6.5, 12],
  [4, 12, 24],
  [5, 24, 48],
  [6, 47, 48],
  [30, 27 * 24, 28 * 24],
  [31, 28 * 24, undefined],
])('after %i attempts, %s hours since the first failure, it is tried at %s hours', (attempts, elapsed, expected) => {
  const due = nextAttempt(DAY_MS, attempts, DAY_MS + elapsed * HOUR_MS)
  expect(due === undefined ? undefined : (due - DAY_MS) / HOUR_MS).toBe(expected)
})
