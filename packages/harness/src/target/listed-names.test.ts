import type { ScimRequest } from '@scimulator/shared/provisioning'
import { expect, test } from 'vitest'
import { createListedNames } from './listed-names.ts'

interface Endpoint {
  readonly status?: number
  /** Ids in the order of the list; those who were there first. */
  readonly order: readonly string[]
  readonly pageSize?: number
  readonly body?: unknown
}

function listing({ status = 200, order, pageSize = 1_000, body }: Endpoint, count: number) {
  const asked: string[] = []
  const connection = {
    url: 'http://127.0.0.1:1/scim',
    headers: [],
    async send(request: ScimRequest) {
      asked.push(request.url.slice('http://127.0.0.1:1/scim'.length))
      const query = new URL(request.url).searchParams
      const from = Number(query.get('startIndex')) - 1
      const page = order.slice(from, from + Math.min(pageSize, Number(query.get('count'))))
      const list = { totalResults: order.length, Resources: page.map((id) => ({ id, userName: `name-${id}` })) }
      return {
        request,
        startedAt: 0,
        durationMs: 0,
        response: { status, headers: [], body: JSON.stringify(body ?? list) },
      }
    },
  }
  const listed = createListedNames({ connection, inventory: { count: () => count }, wait: async () => {} })
  return { asked, ...listed }
}

const people = (count: number) => Array.from({ length: count }, (_, at) => `p${at}`)

test('one list shows those that were asked for, and nobody else', async () => {
  const { names, asked } = listing({ order: ['ruth', '1', '2', '3'] }, 1)
  expect([...(await names('Users', ['1', '2', '9']))]).toEqual([
    ['1', { id: '1', userName: 'name-1' }],
    ['2', { id: '2', userName: 'name-2' }],
  ])
  expect(asked).toEqual(['/Users?attributes=userName&startIndex=1&count=200'])
})

test('those who ask at the same time share a list; one alone is not worth one', async () => {
  const { names, asked } = listing({ order: ['1', '2'] }, 0)
  const both = await Promise.all([names('Users', ['1']), names('Users', ['2']), names('Users', [])])
  expect(both.map((one) => [...one.keys()])).toEqual([['1'], ['2'], []])
  expect(asked).toHaveLength(1)
  expect((await names('Users', ['1'])).size).toBe(0)
  expect(asked).toHaveLength(1)
})

test('where many are there the end of the list is read, however many have come since', async () => {
  const { names, asked, newestAt } = listing({ order: [...people(20_000), '1', '2', '3'], pageSize: 100 }, 20_000)
  expect(newestAt('Users')).toBeUndefined()
  expect([...(await names('Users', ['1', '2', '3'])).keys()]).toEqual(['1', '2', '3'])
  expect([...(await names('Users', ['2', '3'])).keys()]).toEqual(['2', '3'])
  expect(asked.map((url) => /startIndex=\d+/.exec(url)?.[0])).toEqual(['startIndex=19920', 'startIndex=19923'])
  expect([newestAt('Users'), newestAt('Groups')]).toEqual(['end', undefined])
})

test('a list with those who came last at its beginning is read there', async () => {
  const { names, newestAt } = listing({ order: ['3', '2', '1', ...people(5_000)] }, 5_000)
  const counts: number[] = []
  for (let times = 0; times < 4; times += 1) counts.push((await names('Users', ['1', '2', '3'])).size)
  expect(counts).toEqual([0, 0, 3, 3])
  expect(newestAt('Users')).toBe('beginning')
})

test.each<[string, Endpoint, number]>([
  ['is refused', { status: 400, order: [] }, 1],
  ['is not a list', { order: [], body: [] }, 1],
  ['shows none of them anywhere', { order: people(500) }, 4],
])('an endpoint whose list %s is not asked for one for ever; groups are another list', async (_why, endpoint, most) => {
  const { names, asked, newestAt } = listing(endpoint, 500)
  for (let times = 0; times < 9; times += 1) expect((await names('Users', ['1', '2'])).size).toBe(0)
  expect(asked).toHaveLength(most)
  expect(newestAt('Users')).toBeUndefined()
  await names('Groups', ['1', '2'])
  expect(asked.at(-1)).toContain('/Groups?')
})
