import type { ScimRequest } from '@scimulator/shared/provisioning'
import type { JsonObject } from '@scimulator/shared/scim'
import { expect, test } from 'vitest'
import { type KindWatch, watchKind } from './kind-watch.ts'
import { placesIn } from './page-sights.ts'
import type { ResourceKind } from './resource-kind.ts'

interface Traits {
  readonly kind?: ResourceKind
  readonly most?: number
  /** What a list shows of each; the whole by default. */
  readonly listed?: (one: JsonObject) => JsonObject
  /** How many a page has at most. */
  readonly pageSize?: number
  readonly isNewestFirst?: boolean
}

function endpoint(people: number, { kind = 'Users', most = 180, listed = (one) => one, ...traits }: Traits = {}) {
  const there = new Map<string, JsonObject>()
  const make = (id: string) => there.set(id, { id, userName: `${id}@example.net`, title: 'One', active: true })
  for (let at = 0; at < people; at += 1) make(`p${at}`)
  const asked: string[] = []
  let isListing = true
  function answer(url: string): { status: number; body: unknown } {
    const id = /\/(?:Users|Groups)\/([^?]+)/.exec(url)?.[1]
    if (id !== undefined) return there.has(id) ? { status: 200, body: there.get(id) } : { status: 404, body: {} }
    if (!isListing) return { status: 503, body: {} }
    const query = new URL(url).searchParams
    const all = traits.isNewestFirst ? [...there.values()].reverse() : [...there.values()]
    const from = Number(query.get('startIndex')) - 1
    const size = Math.min(traits.pageSize ?? 1_000, Number(query.get('count')))
    return { status: 200, body: { totalResults: all.length, Resources: all.slice(from, from + size).map(listed) } }
  }
  const connection = {
    url: 'http://127.0.0.1:1/scim',
    headers: [],
    async send(request: ScimRequest) {
      asked.push(request.url)
      const { status, body } = answer(request.url)
      return { request, startedAt: 0, durationMs: 0, response: { status, headers: [], body: JSON.stringify(body) } }
    },
  }
  const ids = [...there.keys()]
  const watching = watchKind({ connection, kind, total: people, ids, most, isWatched: () => true })
  const change = (id: string, values: JsonObject) => there.set(id, { ...there.get(id), ...values })
  return {
    asked,
    there,
    make,
    change,
    watching,
    list: (is: boolean) => {
      isListing = is
    },
  }
}

const look = (watch: KindWatch) => watch.look(() => false)

test.each([
  [0, []],
  [150, [{ startIndex: 1, count: 100, isAll: true }]],
  [20_000, [1, 9971, 19941].map((startIndex) => ({ startIndex, count: 60 }))],
])('of %i the list is read at %j', (total, places) => {
  expect(placesIn(total, 180)).toEqual(places)
})

test('a hundred and fifty are watched by two pages a look', async () => {
  const { watching, asked, make } = endpoint(150)
  const watch = await watching
  expect(watch.count).toBe(150)
  for (let at = 0; at < 30; at += 1) make(`ours${at}`)
  const before = asked.length
  expect(await look(watch)).toBeUndefined()
  expect(asked.length - before).toBe(2)
})

test.each([1, 17, 149])('who is gone is told, whichever of them: p%i', async (at) => {
  const { watching, there } = endpoint(150)
  const watch = await watching
  there.delete(`p${at}`)
  expect(await look(watch)).toMatchObject({ before: { ref: { kind: 'Users', id: `p${at}` } }, changed: [] })
})

test.each([1, 99, 149])('who has changed is told with what has: p%i', async (at) => {
  const { watching, change } = endpoint(150, { pageSize: 20 })
  const watch = await watching
  change(`p${at}`, { title: 'Another' })
  const found = await look(watch)
  expect([found?.before.ref.id, found?.now?.ref.id, found?.changed]).toEqual([`p${at}`, `p${at}`, ['title']])
})

test('what a list does not show is seen of some by their ids', async () => {
  const { watching, change } = endpoint(20, {
    kind: 'Groups',
    listed: ({ id = '', userName = '' }) => ({ id, userName }),
  })
  const watch = await watching
  for (let at = 0; at < 20; at += 1) change(`p${at}`, { title: 'Another' })
  expect((await look(watch))?.changed).toEqual(['title'])
})

test('an attribute that is another in each answer says nothing, and the others do', async () => {
  let reads = 0
  const listed = (one: JsonObject) => {
    reads += 1
    return { ...one, lastSeen: reads }
  }
  const { watching, change } = endpoint(20, { listed })
  const watch = await watching
  expect(await look(watch)).toBeUndefined()
  change('p3', { active: false })
  expect((await look(watch))?.changed).toEqual(['active'])
})

test('a list that is refused for a while says nothing of anybody', async () => {
  const { watching, list, there } = endpoint(20)
  const watch = await watching
  list(false)
  expect(await look(watch)).toBeUndefined()
  list(true)
  there.delete('p3')
  expect((await look(watch))?.before.ref.id).toBe('p3')
})

test('where no list is shown at all, some are watched by their ids', async () => {
  const { watching, there } = endpoint(20, { listed: () => ({}) })
  const watch = await watching
  expect(watch.count).toBeGreaterThan(3)
  there.clear()
  expect((await look(watch))?.changed).toEqual([])
})

test('of thousands some pages are watched; whoever is pushed off a page by the run’s own is not taken for gone', async () => {
  const { watching, make, change, asked } = endpoint(5_000, { isNewestFirst: true })
  const watch = await watching
  expect(watch.count).toBe(180)
  for (let at = 0; at < 100; at += 1) make(`ours${at}`)
  expect(await look(watch)).toBeUndefined()
  const before = asked.length
  expect(await look(watch)).toBeUndefined()
  expect(asked.length - before).toBeLessThan(10)
  for (let at = 0; at < 5_000; at += 1) change(`p${at}`, { title: 'Another' })
  expect((await look(watch))?.changed).toEqual(['title'])
})
