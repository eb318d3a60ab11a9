import { expect, test } from 'vitest'
import { factsOf, programName, stateOf } from './sides.ts'

test.each([
  [{ status: 'Active' }, ['good', 'Active']],
  [{ status: 'Inactive' }, ['watch', 'Inactive']],
  [{ status: 'Inactive', deletedAt: '2026-01-05T09:00:00Z' }, ['bad', 'Deleted']],
  [{ accountEnabled: true }, ['good', 'Enabled']],
  [{ accountEnabled: false }, ['watch', 'Blocked']],
  [{ accountEnabled: true, deletedDateTime: '2026-01-05T09:00:00Z' }, ['bad', 'Deleted']],
  [{ state: 'ACTIVATED' }, ['good', 'Active']],
  [{ state: 'SUSPENDED' }, ['watch', 'Suspended']],
  [{ status: 'ACTIVE' }, ['good', 'Active']],
  [{ status: 'SUSPENDED' }, ['watch', 'Suspended']],
  [{ status: 'DEPROVISIONED' }, ['watch', 'Deactivated']],
  [{ id: '1' }, undefined],
])('%j is %j', (value, state) => {
  expect(stateOf(value)).toEqual(state)
})

test('facts are what is known, each once', () => {
  expect(factsOf({ jobTitle: 'Engineer', department: 'Sales', userGroups: ['Sales'], groups: ['A', 'B'] })).toEqual([
    'Engineer',
    'Sales',
    'A, B',
  ])
  expect([factsOf({}), programName('entra'), programName('other')]).toEqual([[], 'Microsoft Entra ID', 'other'])
})
