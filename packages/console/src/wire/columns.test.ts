import { expect, test } from 'vitest'
import { COLUMNS, hiddenIn, hiddenText } from './columns.ts'

test('what is hidden stands in the address, and comes back from it', () => {
  const shown = Object.keys(COLUMNS).filter((name) => name !== 'took' && name !== 'marks')
  expect(hiddenText(shown)).toBe('marks,took')
  expect([...hiddenIn('marks,took,nonsense')]).toEqual(['marks', 'took'])
  expect([hiddenText(Object.keys(COLUMNS)), hiddenIn(undefined).size]).toEqual([undefined, 0])
})
