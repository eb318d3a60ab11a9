import { expect, test } from 'vitest'
import { importText } from './import-text.ts'

test.each([
  [{ imported: ['a', 'b'], alreadyKnown: [], failed: [] }, '2 imported, 0 known already.'],
  [
    { imported: [], alreadyKnown: ['a'], failed: [{ email: 'x+y@z.example', reason: 'a plus sign' }] },
    '0 imported, 1 known already. 1 failed: x+y@z.example: a plus sign',
  ],
  [
    { imported: [], alreadyKnown: [], failed: [], problem: 'answered 401' },
    '0 imported, 0 known already. answered 401',
  ],
])('%j is told as "%s"', (result, text) => {
  expect(importText(result)).toBe(text)
})
