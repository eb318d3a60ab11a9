import { expect, test } from 'vitest'
import { importText } from './import-text.ts'

test('an import is counted, and whom nobody fits is named', () => {
  const found = { scanned: 3, matched: ['ana@a.example'], unmatched: [], unchanged: 1 }
  expect(importText(found)).toEqual(['3 users scanned!', '1 existing users linked', '1 existing users unchanged'])
  expect(importText({ ...found, unmatched: ['bo', 'cy'] }).at(-1)).toBe('Nobody in the directory matches: bo, cy')
})
