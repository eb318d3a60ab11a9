import { expect, test } from 'vitest'
import { changesBetween, found, toggled } from './bound-groups.ts'

test('a box that is set and cleared again is no change', () => {
  const set = toggled(['Sales'], 'Legal', true)
  expect([set, changesBetween(['Sales'], set)]).toEqual([['Sales', 'Legal'], 1])
  expect(changesBetween(['Sales'], toggled(set, 'Legal', false))).toBe(0)
  expect(changesBetween(['Sales'], ['Legal'])).toBe(2)
})

test('those that are bound are found in any case, by name', () => {
  expect(found(['Sales', 'Legal', 'Pre-sales'], ' SALES')).toEqual(['Pre-sales', 'Sales'])
})
