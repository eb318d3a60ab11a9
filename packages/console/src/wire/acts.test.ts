import { expect, test } from 'vitest'
import { entraProvider } from '../entra/provider.ts'
import { jumpCloudProvider } from '../jumpcloud/provider.ts'
import { hire, mailboxOf, move } from './acts.ts'

test.each([
  ['Åsa Öberg', 'asa.oberg'],
  ['刘小明', 'person'],
  ["  Tom  O'Neil ", 'tom.oneil'],
  ['<img onerror=x>', 'img.onerrorx'],
])('%s has the mailbox %s', (name, mailbox) => {
  expect(mailboxOf(name)).toBe(mailbox)
})

test('a joiner is created first and put into the group then', () => {
  expect(hire(entraProvider, 'Nora Lind', 'Sales', 'contoso.example').map(({ verb }) => verb)).toEqual([
    'entra.create-user',
    'entra.add-member',
  ])
  expect(hire(jumpCloudProvider, 'Nora', 'Sales', 'contoso.example')[0]?.input).toMatchObject({
    username: 'nora@contoso.example',
    firstname: 'Nora',
    lastname: 'Nora',
  })
})

test('a mover is in the new group before the old one is left, so that nobody is out of scope between', () => {
  const steps = move(entraProvider, { key: 'ana', groups: ['Sales', 'Legal'] }, 'Design')
  expect(steps.map(({ verb, input }) => [verb, Object(input).group])).toEqual([
    ['entra.update-user', undefined],
    ['entra.add-member', 'Design'],
    ['entra.remove-member', 'Sales'],
    ['entra.remove-member', 'Legal'],
  ])
  expect(move(jumpCloudProvider, { key: 'ana', groups: ['Design'] }, 'Design')).toHaveLength(1)
})

test('leaving is another act at each identity provider', () => {
  expect([entraProvider, jumpCloudProvider].map((one) => one.leave('ana').verb)).toEqual([
    'entra.delete-user',
    'jumpcloud.suspend-user',
  ])
})
