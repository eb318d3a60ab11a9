import { expect, test } from 'vitest'
import { oneOfEach } from './one-of-each.ts'

const conflicts = (count: number, from = 1) =>
  Array.from({ length: count }, (_, at) => `#${from + at} POST http://a.test/Users: 409 uniqueness, "p${at}" is taken`)
const ODD = '#77 PATCH http://a.test/Users/4: 400 invalidPath, no such attribute'

test('few lines are all shown', () => {
  expect(oneOfEach(conflicts(10))).toEqual({ shown: conflicts(10), rest: 0 })
})

test('of many that say the same, ten', () => {
  expect(oneOfEach(conflicts(500))).toEqual({ shown: conflicts(10), rest: 490 })
})

test('what is of another kind is never behind "and n more", wherever it stands', () => {
  const { shown, rest } = oneOfEach([...conflicts(400), ODD, ...conflicts(100, 500)])
  expect([shown.length, rest, shown.at(-1)]).toEqual([10, 491, ODD])
})

test('more kinds than lines are all shown', () => {
  const kinds = Array.from({ length: 26 }, (_, at) => `#${at} POST http://a.test/Users: 400 reason ${'xyz'.repeat(at)}`)
  expect(oneOfEach([...kinds, ...kinds])).toEqual({ shown: kinds, rest: 26 })
})
