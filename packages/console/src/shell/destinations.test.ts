import { expect, test } from 'vitest'
import { destinations } from './destinations.ts'

const anna = { kind: 'person', key: 'anna@contoso.example', name: 'Anna Berg', detail: 'anna@contoso.example' } as const

test('somebody at three programs is one destination, the page of that person', () => {
  const found = destinations('anna', [
    { ...anna, program: 'entra', view: 'users' },
    { ...anna, program: 'jumpcloud', view: 'users' },
    { ...anna, program: 'receiver', view: 'members' },
  ])
  expect(found).toEqual([
    { path: '/people/anna%40contoso.example', name: 'Anna Berg', detail: 'anna@contoso.example', place: 'person' },
  ])
})

test('a group leads to its list, and what no page shows leads nowhere', () => {
  const group = { kind: 'group', key: 'R&D', name: 'R&D', detail: '' } as const
  expect(destinations('r&d', [{ ...group, program: 'entra', view: 'groups' }]).map(({ path }) => path)).toEqual([
    '/entra/groups?open=R%26D',
  ])
  expect(destinations('r&d', [{ ...group, program: 'other', view: 'groups' }])).toEqual([])
})

test('pages are found by their name and their family, all of them without a word', () => {
  expect(destinations('entra users', []).map(({ path }) => path)).toEqual(['/entra/users', '/entra/deleted-users'])
  expect(destinations('', []).length).toBeGreaterThan(14)
})
