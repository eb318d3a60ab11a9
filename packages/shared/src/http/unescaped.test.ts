import { expect, test } from 'vitest'
import { unescaped, unescapedQuery } from './unescaped.ts'

test.each([
  ['a%20b', 'a b', 'a b'],
  ['a+b', 'a+b', 'a b'],
  ['%E2%82%AC', '€', '€'],
  ['100%', '100%', '100%'],
  ['%E0%A4%A+x', '%E0%A4%A+x', '%E0%A4%A+x'],
  ['', '', ''],
])('%s', (text, segment, value) => {
  expect([unescaped(text), unescapedQuery(text)]).toEqual([segment, value])
})
