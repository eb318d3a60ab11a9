import { expect, test } from 'vitest'
import { equalInConstantTime } from './constant-time.ts'

test.each([
  ['secret', 'secret', true],
  ['secret', 'secreT', false],
  ['secret', 'secret and more', false],
  ['', 'secret', false],
  ['ä', 'a', false],
])('%j and %j: %s', (shown, kept, isEqual) => {
  expect(equalInConstantTime(shown, kept)).toBe(isEqual)
  expect(equalInConstantTime(Buffer.from(shown), Buffer.from(kept))).toBe(isEqual)
})
