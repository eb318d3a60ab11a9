import { expect, test } from 'vitest'
import { areSorted } from './sorted-names.ts'

test.each([
  ['by code unit', ['Zoe', 'a-12@x', 'a-1@x', 'ana']],
  ['without regard to case', ['ana', 'Bo', 'cy']],
  ['as a language does it, signs before digits', ['a-1@x', 'a-12@x', 'ana', 'Bo']],
  ['as a database does it, signs last of all', ['a-1@x', 'a12@x', 'a-13@x', 'ab@x']],
  ['by the value of numbers', ['user2', 'user10']],
  ['with nobody in it', []],
])('a list that is sorted %s', (_, names) => {
  expect(areSorted(names)).toBe(true)
})

test.each([
  ['as people came', ['zoe', 'ana', 'bo']],
  ['downwards', ['cy', 'bo', 'ana']],
  ['but for the last', ['ana', 'bo', 'cy', 'ada']],
])('a list that is not: %s', (_, names) => {
  expect(areSorted(names)).toBe(false)
})
