import { expect, test } from 'vitest'
import { parseDuration } from './duration.ts'

test.each([
  ['90s', 90_000],
  ['40m', 2_400_000],
  ['1d 12h', 129_600_000],
  ['2w', 1_209_600_000],
  ['0s', 0],
])('%s is %i milliseconds', (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds)
})

test.each(['', 'soon', '5', 'm', '-5m', '1.5h', '5 m'])('"%s" is no duration', (text) => {
  expect(parseDuration(text)).toBeUndefined()
})
