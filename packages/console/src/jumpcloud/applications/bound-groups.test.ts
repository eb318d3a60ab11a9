import { expect, test } from 'vitest'
import { changesBetween, shownGroups, toggled } from './bound-groups.ts'

test('a box that is set and cleared again is no change', () => {
  const set = toggled(['Sales'], 'Legal', true)
  expect([set, changesBetween(['Sales'], set)]).toEqual([['Sales', 'Legal'], 1])
  expect(changesBetween(['Sales'], toggled(set, 'Legal', false))).toBe(0)
  expect(changesBetween(['Sales'], ['Legal'])).toBe(2)
})

test('the search is in any case, and those that are bound can be shown alone', () => {
  expect(shownGroups(['Sales', 'Legal', 'Pre-sales'], { q: ' SALES', only: undefined })).toEqual(['Sales', 'Pre-sales'])
  expect(shownGroups(['Sales', 'Legal'], { q: '', only: ['Legal'] })).toEqual(['Legal'])
})
