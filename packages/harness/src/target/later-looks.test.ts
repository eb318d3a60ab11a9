import type { ScimRequest } from '@scimulator/shared/provisioning'
import { expect, test } from 'vitest'
import { cleanUp } from './clean-up.ts'
import { createLaterLooks } from './later-looks.ts'
import { BACK, type NewestAt } from './listed-names.ts'
import { createRunLedger } from './run-ledger.ts'

const BASE = 'http://127.0.0.1:1/scim'

/** An endpoint with people of ours, that keeps some of those whom it says it deletes. */
function endpoint(people: number, keeps: (id: string) => boolean, count = people, newestAt?: NewestAt) {
  const there = new Map(Array.from({ length: people }, (_, at) => [`${at}`, { id: `${at}`, userName: `ours-${at}` }]))
  const asked: string[] = []
  const connection = {
    url: BASE,
    headers: [],
    async send(request: ScimRequest) {
      asked.push(`${request.method} ${request.url.slice(BASE.length)}`)
      return { request, startedAt: 0, durationMs: 0, response: { headers: [], ...answer(request) } }
    },
  }
  function answer({ method, url }: ScimRequest): { status: number; body: string } {
    const id = /\/Users\/([^?]+)/.exec(url)?.[1]
    if (id === undefined) {
      const all = url.includes('/Users?') ? [...there.values()] : []
      // The list of many: before ours stand all who were there.
      const ahead = newestAt === 'end' ? count : 0
      const from = Math.max(0, Number(/startIndex=(\d+)/.exec(url)?.[1]) - 1 - ahead)
      const Resources = all.slice(from, from + 200)
      return { status: 200, body: JSON.stringify({ totalResults: all.length, Resources }) }
    }
    const person = there.get(id)
    if (!person) return { status: 404, body: '{}' }
    if (method === 'GET') return { status: 200, body: JSON.stringify(person) }
    if (!keeps(id)) there.delete(id)
    return { status: 204, body: '' }
  }
  const ledger = createRunLedger()
  for (const [id, { userName: name }] of there) {
    ledger.apply({ event: 'posting', seq: Number(id), kind: 'Users', name })
    ledger.apply({ event: 'made', seq: Number(id), kind: 'Users', id })
  }
  const inventory = { count: () => count }
  const later = createLaterLooks({ connection, inventory, newestAt: () => newestAt, wait: async () => {} })
  const owns = (value: string) => value.startsWith('ours-')
  const clean = () =>
    cleanUp({ connection, ledger, owns, later, parallelism: 1, note: async () => {}, wait: async () => {} })
  const gets = () => asked.filter((line) => line.startsWith('GET /Users/')).length
  return { later, clean, asked, gets }
}

test('the first deletions are looked at where they are made, the others by one list at the end', async () => {
  const { later, clean, gets, asked } = endpoint(40, () => false)
  expect(await clean()).toEqual([])
  // One look before each deletion, and one after each of the first three.
  expect(gets()).toBe(40 + 3)
  const before = asked.length
  expect(await later.lookBack()).toEqual([])
  expect(asked.slice(before).every((line) => /^GET \/(Users|Groups)\?attributes=id&/.test(line))).toBe(true)
  expect(await later.lookBack()).toEqual([])
})

test('who is there all the same is told, with what removes them', async () => {
  const { later, clean } = endpoint(40, (id) => id === '17')
  expect(await clean()).toEqual([])
  const left = await later.lookBack()
  expect(left).toMatchObject([
    { kind: 'Users', id: '17', name: 'ours-17', reason: 'DELETE was answered 2xx, and it is still there' },
  ])
  expect(left[0]?.byHand).toContain(`curl -X DELETE '${BASE}/Users/17'`)
})

test('an endpoint that deletes nothing is known at once: nothing waits', async () => {
  const { later, clean, gets } = endpoint(10, () => true)
  expect(await clean()).toHaveLength(10)
  expect(gets()).toBeGreaterThanOrEqual(20)
  expect(await later.lookBack()).toEqual([])
})

test('where many are there, and no list is known to show the newest, each is looked at', async () => {
  const { later, clean, gets } = endpoint(10, () => false, 100_000)
  expect([await clean(), gets(), await later.lookBack(), gets()]).toEqual([[], 10 + 3, [], 10 + 3 + 7])
})

test.each<NewestAt>(['end', 'beginning'])('where many are there the %s of the list answers for all', async (place) => {
  const { later, clean, gets, asked } = endpoint(40, (id) => id === '17', 100_000, place)
  expect(await clean()).toEqual([])
  const before = [gets(), asked.length]
  expect((await later.lookBack()).map(({ id }) => id)).toEqual(['17'])
  // The one that is there is looked at by its id, four times.
  expect(gets() - (before[0] ?? 0)).toBe(3)
  const lists = asked.slice(before[1]).filter((line) => line.includes('attributes=id'))
  expect(lists[0]).toBe(`GET /Users?attributes=id&startIndex=${place === 'end' ? 100_000 - BACK : 1}&count=200`)
  expect(lists.length).toBeLessThanOrEqual(3)
})
