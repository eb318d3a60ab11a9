import { expect, test } from 'vitest'
import { actsOf, createInput, type Person, type ProfileDraft, profileOf, stateOf, updateInput } from './person.ts'

const ANA: Person = {
  ...{ id: '00u1', status: 'ACTIVE', login: 'ana@a.example', email: 'ana@a.example', firstName: 'Ana' },
  ...{ lastName: 'Berg', title: 'Baker', groups: ['Staff'] },
}

test.each([
  ['STAGED', ['Activate', 'Deactivate']],
  ['ACTIVE', ['Suspend', 'Deactivate']],
  ['SUSPENDED', ['Unsuspend', 'Deactivate']],
  ['DEPROVISIONED', ['Activate', 'Delete']],
] as const)('who is %s has the acts of that state', (status, labels) => {
  expect(actsOf({ status }).map(([label]) => label)).toEqual(labels)
})

test('an edit says what was changed: an emptied attribute is taken away, the others are not named', () => {
  const draft: ProfileDraft = { ...profileOf(ANA), title: ' ', city: ' Oslo ' }
  expect(updateInput('00u1', draft, ['title', 'city'])).toEqual({ user: '00u1', set: { title: null, city: 'Oslo' } })
  expect(draft.login).toBe('ana@a.example')
})

test('a new person has what was filled in', () => {
  expect(createInput({ login: ' ana ', title: '' }, false)).toEqual({ login: 'ana', activate: false })
  expect(stateOf({ status: 'DEPROVISIONED' })).toEqual(['bad', 'Deactivated'])
})
