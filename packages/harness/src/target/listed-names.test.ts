import type { ScimRequest } from '@scimulator/shared/provisioning'
import { expect, test } from 'vitest'
import { createListedNames } from './listed-names.ts'

function listing(status: number, body: unknown, count = 10) {
  const asked: string[] = []
  const connection = {
    url: 'http://127.0.0.1:1/scim',
    headers: [],
    async send(request: ScimRequest) {
      asked.push(request.url)
      const response = { status, headers: [], body: JSON.stringify(body) }
      return { request, startedAt: 0, durationMs: 0, response }
    },
  }
  return { asked, names: createListedNames(connection, { count: () => count }) }
}

const RESOURCES = { Resources: ['1', '2', '3', 'ruth'].map((id) => ({ id, userName: `name-${id}` })) }

test('one list shows those that were asked for, and nobody else', async () => {
  const { names, asked } = listing(200, RESOURCES)
  const found = await names('Users', ['1', '2', '9'])
  expect([...found]).toEqual([
    ['1', { id: '1', userName: 'name-1' }],
    ['2', { id: '2', userName: 'name-2' }],
  ])
  expect(asked).toEqual(['http://127.0.0.1:1/scim/Users?attributes=userName&startIndex=1&count=200'])
})

test.each([
  ['few are wanted', 200, 10, ['1', '2']],
  ['many are there', 200, 101, ['1', '2', '3']],
])('where %s nothing is listed', async (_why, status, count, ids) => {
  const { names, asked } = listing(status, RESOURCES, count)
  expect([(await names('Users', ids)).size, asked]).toEqual([0, []])
})

test.each([
  ['is refused', 400, {}],
  ['shows none of them', 200, { Resources: [] }],
  ['is no list', 200, []],
])('an endpoint whose list %s is not asked for one again; groups are another list', async (_why, status, body) => {
  const { names, asked } = listing(status, body)
  expect((await names('Users', ['1', '2', '3'])).size).toBe(0)
  await names('Users', ['1', '2', '3'])
  await names('Groups', ['1', '2', '3'])
  expect(asked.map((url) => /Users|Groups/.exec(url)?.[0])).toEqual(['Users', 'Groups'])
})
