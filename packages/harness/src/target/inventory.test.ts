import type { ScimRequest } from '@scimulator/shared/provisioning'
import { expect, test } from 'vitest'
import { takeInventory } from './inventory.ts'
import type { TargetConnection } from './target-connection.ts'

interface Endpoint {
  readonly people: number
  /** Longest page. */
  readonly page: number
  /** What `totalResults` says; the truth when left out. */
  readonly total?: number
  /** From this index on pages are half as long. */
  readonly shorterFrom?: number
  readonly ignoresStart?: boolean
  readonly statusFrom?: number
}

function endpoint({ people, page, total = people, ...how }: Endpoint) {
  const asked: string[] = []
  const send: TargetConnection['send'] = async (request: ScimRequest) => {
    asked.push(request.url)
    const query = new URL(request.url).searchParams
    const startIndex = how.ignoresStart ? 1 : Number(query.get('startIndex'))
    const most = startIndex >= (how.shorterFrom ?? Infinity) ? Math.floor(page / 2) : page
    const count = Math.min(Number(query.get('count')), most)
    const last = request.url.includes('/Users') ? people : 0
    const ids = Array.from({ length: Math.max(0, Math.min(count, last - startIndex + 1)) }, (_, i) => startIndex + i)
    const status = startIndex >= (how.statusFrom ?? Infinity) ? 500 : 200
    const body = JSON.stringify({
      totalResults: last === 0 ? 0 : total,
      Resources: ids.map((id) => ({ id: `u${id}` })),
    })
    return { request, startedAt: 0, durationMs: 0, response: { status, headers: [], body } }
  }
  return { asked, connection: { url: 'http://127.0.0.1:1/scim/v2', headers: [], send } }
}

const CASES: readonly [what: string, endpoint: Endpoint, known: number, isComplete: boolean][] = [
  ['nobody', { people: 0, page: 500 }, 0, true],
  ['one page', { people: 3, page: 500 }, 3, true],
  ['exactly one page', { people: 500, page: 500 }, 500, true],
  ['many pages', { people: 4_321, page: 500 }, 4_321, true],
  ['pages shorter than asked for', { people: 4_321, page: 100 }, 4_321, true],
  ['pages that become shorter on the way', { people: 4_321, page: 200, shorterFrom: 900 }, 4_321, true],
  ['a total that is too large', { people: 1_200, page: 100, total: 5_000 }, 1_200, false],
  ['a total that is too small', { people: 1_200, page: 100, total: 100 }, 1_200, true],
  ['startIndex ignored', { people: 1_200, page: 100, ignoresStart: true }, 100, false],
  ['a page that fails', { people: 4_321, page: 100, statusFrom: 1_000 }, 1_000, false],
  ['more than are read', { people: 20_001, page: 500 }, 0, false],
]

test.each(CASES)('%s', async (_what, described, known, isComplete) => {
  const { connection } = endpoint(described)
  const inventory = await takeInventory(connection)
  expect([inventory.ids('Users').length, inventory.isComplete('Users')]).toEqual([known, isComplete])
  if (known > 0) expect([1, known].map((id) => inventory.has({ kind: 'Users', id: `u${id}` }))).toEqual([true, true])
  expect(inventory.has({ kind: 'Users', id: `u${described.people + 1}` })).toBe(false)
})

test('no page is asked for twice where pages are even', async () => {
  const { connection, asked } = endpoint({ people: 4_321, page: 500 })
  await takeInventory(connection)
  expect(new Set(asked).size).toBe(asked.length)
  expect(asked.filter((url) => url.includes('/Users')).length).toBeLessThanOrEqual(11)
})
