import type { Exchange, ScimMethod, ScimRequest } from '@scimulator/shared/provisioning'
import { expect, test } from 'vitest'
import { createListHold } from './list-hold.ts'
import { answeredObject } from './read-answer.ts'

const BASE = 'https://scim.example/v2'
const [READER, OTHER] = [{}, {}]

function setUp(total = 4) {
  const done: string[] = []
  let ticks = 0
  const hold = createListHold({
    base: BASE,
    read: (exchange) => answeredObject(exchange),
    isOfARun: ({ id }) => id.startsWith('ours'),
    wait: async () => {
      ticks += 1
    },
  })
  const page = (start: number, ids: readonly string[]) =>
    JSON.stringify({ totalResults: total, startIndex: start, Resources: ids.map((id) => ({ id })) })
  const ids = ['theirs-1', 'ours-1', 'ours-2', 'ours-3']
  const send = async (request: ScimRequest): Promise<Exchange> => {
    done.push(`${request.method} ${request.url.slice(BASE.length)}`)
    const start = Number(/startIndex=(\d+)/.exec(request.url)?.[1] ?? 1)
    const body = request.method === 'GET' ? page(start, ids.slice(start - 1, start)) : ''
    return { request, startedAt: 0, durationMs: 0, response: { status: 200, headers: [], body } }
  }
  const [reading, other] = [hold.holding(send, READER), hold.holding(send, OTHER)]
  return { hold, done, reading, other, cleaning: hold.held(send, OTHER), ticks: () => ticks }
}

const asked = (method: ScimMethod, path: string): ScimRequest => ({ method, url: `${BASE}${path}`, headers: [] })
const page = (start: number) => asked('GET', `/Users?startIndex=${start}&count=1`)

test('a deletion of another run waits from the first page with somebody of a run to the last page', async () => {
  const { reading, other, cleaning, done } = setUp()
  await reading(page(1))
  await other(asked('DELETE', '/Users/ours-9'))
  await reading(page(2))
  const deleted = [other(asked('DELETE', '/Users/ours-1')), cleaning(asked('DELETE', '/Users/ours-2'))]
  await reading(page(3))
  expect(done.filter((one) => one.startsWith('DELETE'))).toEqual(['DELETE /Users/ours-9'])
  await reading(page(4))
  await Promise.all(deleted)
  expect(done.slice(-3)).toEqual(['GET /Users?startIndex=4&count=1', 'DELETE /Users/ours-1', 'DELETE /Users/ours-2'])
})

test.each([
  ['writes itself', ({ reading }: ReturnType<typeof setUp>) => reading(asked('POST', '/Users'))],
  ['goes on to its next step', ({ hold }: ReturnType<typeof setUp>) => hold.end(READER)],
  ['deletes itself', ({ reading }: ReturnType<typeof setUp>) => reading(asked('DELETE', '/Users/ours-1'))],
])('nobody waits any longer when the reader %s', async (_, act) => {
  const world = setUp()
  await world.reading(page(2))
  await act(world)
  await world.other(asked('DELETE', '/Users/ours-2'))
  expect(world.done.at(-1)).toBe('DELETE /Users/ours-2')
  expect(world.ticks()).toBe(0)
})

test('who reads for ever keeps nobody for ever', async () => {
  const { reading, other, done, ticks } = setUp(1_000)
  await reading(page(2))
  await other(asked('DELETE', '/Users/ours-2'))
  expect(done.at(-1)).toBe('DELETE /Users/ours-2')
  expect(ticks()).toBe(250)
})

test('a lookup by filter and what is read by its id hold nobody', async () => {
  const { reading, other, ticks } = setUp()
  await reading(asked('GET', '/Users?filter=userName%20eq%20%22a%22'))
  await reading(asked('GET', '/Users/ours-1'))
  await other(asked('DELETE', '/Users/ours-2'))
  expect(ticks()).toBe(0)
})
