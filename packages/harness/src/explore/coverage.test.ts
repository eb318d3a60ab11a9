import { constant } from 'fast-check'
import { expect, test } from 'vitest'
import { Coverage, mergeReached } from './coverage.ts'

const drawn = (name: string, weight = 1) => ({ names: [name], weight, arbitrary: constant(name) })

test('what was never drawn weighs more than what was drawn often, and never nothing', () => {
  const coverage = new Coverage(['a', 'b'], [])
  expect(coverage.weigh(drawn('a'))).toBe(coverage.weigh(drawn('b')))
  coverage.note(
    Array.from({ length: 40 }, () => 'a'),
    [],
  )
  expect(coverage.weigh(drawn('b'))).toBeGreaterThan(3 * coverage.weigh(drawn('a')))
  coverage.note(
    Array.from({ length: 4_000 }, () => 'a'),
    [],
  )
  expect(coverage.weigh(drawn('a'))).toBeGreaterThanOrEqual(1)
})

test('news are pairs and states that were never reached', () => {
  const coverage = new Coverage(['a', 'b'], ['held', 'quarantined'])
  expect(coverage.news(['a', 'b', 'a'], ['held'])).toBe(2 + 3)
  coverage.note(['a', 'b', 'a'], ['held'])
  expect(coverage.news(['a', 'b', 'a'], ['held'])).toBe(0)
  expect(coverage.news(['a', 'a'], ['held', 'quarantined'])).toBe(1 + 3)
})

test('of several machines the counts are summed, and what none reached stays named', () => {
  const parts = [new Coverage(['a', 'b'], ['held']), new Coverage(['a', 'b'], ['held'])]
  for (const one of parts) one.note(['a', 'a'], [])
  expect(mergeReached(parts.map((one) => one.reached()))).toEqual({
    histories: 2,
    acts: { a: 4, b: 0 },
    pairs: { 'a, a': 2 },
    states: { held: 0 },
  })
})
