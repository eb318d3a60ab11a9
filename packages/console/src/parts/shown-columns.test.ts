import { expect, test } from 'vitest'
import { hiddenText, shownColumns } from './shown-columns.ts'

const COLUMNS = [{ field: 'date' }, { field: 'name' }, { field: 'target.name' }]
const fields = (hide: string | undefined) => shownColumns(COLUMNS, hide).map(({ field }) => field)

test('columns are left out by their field, and never all of them', () => {
  expect(fields(undefined)).toEqual(['date', 'name', 'target.name'])
  expect(fields('target.name,unknown')).toEqual(['date', 'name'])
  expect(fields('date,name,target.name')).toHaveLength(3)
})

test('the address names what is hidden, and nothing where all are shown', () => {
  expect(hiddenText(COLUMNS, ['date', 'name'])).toBe('target.name')
  expect(hiddenText(COLUMNS, ['date', 'name', 'target.name'])).toBeUndefined()
  expect(hiddenText(COLUMNS, [])).toBeUndefined()
})
