import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atOnce } from '../answer/steps.ts'
import { sortInRuns } from './sort-in-runs.ts'

interface Item {
  readonly key: number
  readonly place: number
}

test('runs that are merged are what one sort gives, ties in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: 1, max: 20 }), (keys, run) => {
      const items = keys.map((key, place): Item => ({ key, place }))
      const compare = (left: Item, right: Item) => left.key - right.key
      expect(atOnce(sortInRuns(items, compare, run))).toEqual(items.toSorted(compare))
    }),
  )
})

test('no step puts more in order than a run, or merges more than one of the usual length', () => {
  let asked = 0
  const compare = (left: number, right: number) => {
    asked += 1
    return left - right
  }
  const steps = sortInRuns(
    Array.from({ length: 20_000 }, (_, index) => (index * 7_919) % 20_000),
    compare,
  )
  const perStep: number[] = []
  while (!steps.next().done) {
    perStep.push(asked)
    asked = 0
  }
  expect(perStep.length).toBeGreaterThan(20)
  expect(Math.max(...perStep)).toBeLessThan(1_024 * 12)
})
