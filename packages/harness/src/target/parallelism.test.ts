import { expect, test } from 'vitest'
import { parallelAt, requestsAtATime } from './parallelism.ts'

test.each([
  [undefined, 0, 2, 8],
  [undefined, 20, 13, 52],
  [undefined, 500, 16, 64],
  [1, 20, 1, 1],
  [4, 500, 4, 16],
  [40, 2, 40, 64],
])('said %s, %s ms away: %s scenarios and %s requests at a time', (said, latencyMs, scenarios, requests) => {
  expect([parallelAt(said, latencyMs), requestsAtATime(said, latencyMs)]).toEqual([scenarios, requests])
})
