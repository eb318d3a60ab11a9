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

test('what is not shown until it is added is hidden unless the address says otherwise', () => {
  const columns = [{ field: 'name' }, { field: 'email' }, { field: 'company', isAdded: true as const }]
  const shown = (hide: string | undefined) => shownColumns(columns, hide).map(({ field }) => field)
  expect(shown(undefined)).toEqual(['name', 'email'])
  expect(shown(hiddenText(columns, ['name', 'email', 'company']))).toEqual(['name', 'email', 'company'])
  expect(shown(hiddenText(columns, ['name', 'company']))).toEqual(['name', 'company'])
  expect(hiddenText(columns, ['name', 'email'])).toBeUndefined()
})
