import { expect, test } from 'vitest'
import { PLACES, type Place } from './places.ts'
import { sidesOf } from './sides.ts'

const [entra, jumpCloud, , members] = PLACES as [Place, Place, Place, Place]

const HELD = [
  {
    place: entra,
    items: [
      {
        key: '3f60asa@contoso.example',
        value: { id: 'e1', displayName: 'Åsa Öberg', userPrincipalName: '3f60asa@contoso.example' },
      },
      { key: 'namesake@contoso.example', value: { id: 'e2', displayName: 'Åsa Öberg' } },
    ],
  },
  { place: jumpCloud, items: [{ key: 'asa', value: { _id: 'j1', username: 'asa', email: 'Asa@contoso.example' } }] },
  {
    place: members,
    items: [{ key: 'asa@contoso.example', value: { id: 'm1', name: 'Åsa Öberg', email: 'asa@contoso.example' } }],
  },
]
const LINKS = [{ objectId: 'e1', targetId: 'm1' }]

test.each(['e1', '3f60asa@contoso.example', 'm1', 'ASA@contoso.example', 'j1', 'asa'])(
  '%s is one person at three sides, and not the namesake',
  (key) => {
    expect(sidesOf(key, HELD, LINKS).map(({ item }) => item.key)).toEqual([
      '3f60asa@contoso.example',
      'asa',
      'asa@contoso.example',
    ])
  },
)

test.each([
  ['namesake@contoso.example', ['namesake@contoso.example']],
  ['Åsa Öberg', []],
  ['nobody', []],
])('%s has the sides %j', (key, keys) => {
  expect(sidesOf(key, HELD, LINKS).map(({ item }) => item.key)).toEqual(keys)
})
