import { expect, test } from 'vitest'
import { outcomeText, withPart } from './expression-text.ts'

test('a part is put at the end, and a value is told as what it is', () => {
  expect(withPart('  ', '[mail]')).toBe('[mail]')
  expect(withPart('Trim(', '[mail]')).toBe('Trim( [mail]')
  expect(outcomeText({ outcome: 'value', values: ['a', 'b'], reason: null })).toBe('a, b')
  expect(outcomeText({ outcome: 'value', values: [], reason: null })).toBe('(null)')
  expect(outcomeText({ outcome: 'error', values: [], reason: 'no number' })).toBe('error: no number')
})
