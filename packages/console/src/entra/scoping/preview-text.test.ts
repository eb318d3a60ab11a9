import { expect, test } from 'vitest'
import { movedText, previewText } from './preview-text.ts'

const NOBODY = { total: 0, names: [] }

test('who enters and who leaves is told with the first names', () => {
  const preview = { objects: 48, before: 40, after: 3, enters: NOBODY, leaves: { total: 37, names: ['ana', 'bo'] } }
  expect(previewText(preview)).toBe('3 of 48 would be in scope; 40 are now.')
  expect(movedText(preview)).toEqual(['Would leave (37): ana, bo, and 35 more'])
  expect(movedText({ ...preview, enters: { total: 1, names: ['eve'] }, leaves: NOBODY })).toEqual([
    'Would enter (1): eve',
  ])
})

test('where nobody moves, that is told', () => {
  const preview = { objects: 5, before: 2, after: 2, enters: NOBODY, leaves: NOBODY }
  expect(previewText(preview)).toBe('2 of 5 are in scope, after a save as now.')
  expect(movedText(preview)).toEqual([])
})
