import { expect, test } from 'vitest'
import { clauseText, groupInput, NEW_GROUP, problemOfGroup } from './scope-draft.ts'

const CLAUSE = { attribute: 'department', operator: 'EQUALS', value: 'Sales' }

test('a filter needs a title and an attribute in each clause', () => {
  expect(problemOfGroup(NEW_GROUP)).toBe('Give the scoping filter a title.')
  expect(problemOfGroup({ ...NEW_GROUP, title: 'Sales' })).toBe('Choose an attribute for each clause.')
  expect(problemOfGroup({ title: 'Sales', clauses: [] })).toBe('Add a clause.')
  expect(problemOfGroup({ title: 'Sales', clauses: [CLAUSE] })).toBeUndefined()
})

test('an operator that takes no value is sent none', () => {
  const group = { title: ' Sales ', clauses: [CLAUSE, { ...CLAUSE, operator: 'IS NOT NULL' }] }
  expect(groupInput(group, ['IS NOT NULL'])).toEqual({
    title: 'Sales',
    clauses: [CLAUSE, { attribute: 'department', operator: 'IS NOT NULL' }],
  })
  expect(clauseText(CLAUSE)).toBe('[department] EQUALS Sales')
  expect(clauseText({ attribute: 'mail', operator: 'IS NULL' })).toBe('[mail] IS NULL')
})
