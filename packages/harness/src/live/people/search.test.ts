import { expect, test } from 'vitest'
import { PLACES, type Place } from './places.ts'
import { search } from './search.ts'

const [users, , okta, members] = PLACES as [Place, Place, Place, Place]

const HELD = [
  {
    place: users,
    items: [
      { key: 'bob@contoso.example', value: { displayName: 'Bob Åberg', userPrincipalName: 'bob@contoso.example' } },
      { key: 'asa@contoso.example', value: { displayName: 'Åsa Öberg', userPrincipalName: 'asa@contoso.example' } },
    ],
  },
  { place: members, items: [{ key: 'asa@contoso.example', value: { name: 'Åsa Öberg', employeeID: 'E0001' } }] },
]

test.each([
  ['oberg', ['asa@contoso.example', 'asa@contoso.example']],
  ['ÖBERG åsa', ['asa@contoso.example', 'asa@contoso.example']],
  ['berg', ['bob@contoso.example', 'asa@contoso.example', 'asa@contoso.example']],
  ['e0001', ['asa@contoso.example']],
  ['a', ['asa@contoso.example', 'asa@contoso.example', 'bob@contoso.example']],
  ['bob öberg', []],
  ['  ', []],
])('%j finds %j', (typed, keys) => {
  expect(search(typed, HELD, 10).map(({ key }) => key)).toEqual(keys)
})

test.each(['IŞIL', 'ışıl', 'isil', 'STRASSER'])(
  'letters that change with their case are no other ones: %s',
  (typed) => {
    const items = [{ key: 'isil@contoso.example', value: { name: 'Işıl Straßer' } }]
    expect(search(typed, [{ place: members, items }], 10)).toHaveLength(1)
  },
)

test('what is found has a name, another name, and its place; no more than asked for', () => {
  expect(search('asa', HELD, 1)).toEqual([
    { place: users, key: 'asa@contoso.example', name: 'Åsa Öberg', detail: 'asa@contoso.example' },
  ])
})

test('a name that stands in two members is one, and a group may have no name but its key', () => {
  const bob = {
    key: 'bob@contoso.example',
    value: { firstName: 'Bob', lastName: 'Åberg', login: 'bob@contoso.example' },
  }
  expect(search('bob aberg', [{ place: okta, items: [bob] }], 9)).toMatchObject([
    { name: 'Bob Åberg', detail: 'bob@contoso.example' },
  ])
  const groups = PLACES.find(({ program, view }) => program === 'okta' && view === 'groups')
  const found = groups && search('sales', [{ place: groups, items: [{ key: 'Sales', value: {} }] }], 9)
  expect(found).toMatchObject([{ name: 'Sales', detail: '' }])
})
