import { expect, test } from 'vitest'
import { sampleHead } from './sample-head.ts'
import { bucketsOf } from './strip.ts'

const heads = Array.from({ length: 1_000 }, (_, index) =>
  sampleHead({ seq: index + 1, status: index === 500 ? 500 : 200 }),
)

test('every exchange is in one bucket, and a failure is seen among many', () => {
  const buckets = bucketsOf(heads)
  expect(buckets).toHaveLength(200)
  expect(buckets.reduce((sum, { count }) => sum + count.good + count.watch + count.bad, 0)).toBe(1_000)
  expect(buckets.filter(({ count }) => count.bad > 0)).toEqual([
    { from: 501, to: 505, count: { good: 4, watch: 0, bad: 1 } },
  ])
})

test('few exchanges are a bucket each, none is none', () => {
  expect(bucketsOf(heads.slice(0, 3)).map(({ from, to }) => [from, to])).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ])
  expect(bucketsOf([])).toEqual([])
})
