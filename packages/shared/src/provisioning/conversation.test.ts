import { expect, test } from 'vitest'
import { type Conversation, carryOut, converse } from './conversation.ts'
import type { Exchange, Send } from './exchange.ts'
import type { ScimRequest } from './scim-request.ts'

const get = (url: string): ScimRequest => ({ method: 'GET', url, headers: [] })
const answer200: Send = async (request) => ({
  request,
  startedAt: 0,
  durationMs: 0,
  response: { status: 200, headers: [], body: '' },
})

function* twoSteps(): Conversation<string> {
  const first = yield get('http://x/1')
  if (first.failure) return 'gave up'
  yield get('http://x/2')
  return 'done'
}

test('a conversation is handed each exchange before it decides the next request', async () => {
  const heard: string[] = []
  const outcome = await converse(twoSteps(), answer200, (exchange) => void heard.push(exchange.request.url))
  expect(outcome).toBe('done')
  expect(heard).toEqual(['http://x/1', 'http://x/2'])
})

test('a failure is an outcome of the conversation, not an exception', async () => {
  const failure: Exchange['failure'] = { kind: 'connection', message: 'refused' }
  const outcome = await converse(twoSteps(), async (request) => ({ request, startedAt: 0, durationMs: 0, failure }))
  expect(outcome).toBe('gave up')
})

test('no more than the bound is under way at once, and every item is carried out', async () => {
  let underWay = 0
  let most = 0
  const done: number[] = []
  await carryOut(
    Array.from({ length: 20 }, (_, index) => index),
    4,
    async (item) => {
      underWay += 1
      most = Math.max(most, underWay)
      await Promise.resolve()
      underWay -= 1
      done.push(item)
    },
  )
  expect(most).toBe(4)
  expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index))
})

test('at a bound of one, items keep their order', async () => {
  const done: number[] = []
  await carryOut([3, 1, 2], 1, async (item) => void done.push(item))
  expect(done).toEqual([3, 1, 2])
})

test('what has not begun when it is stopped is never begun', async () => {
  const begun: number[] = []
  await carryOut(
    [1, 2, 3],
    1,
    async (item) => void begun.push(item),
    () => begun.length >= 2,
  )
  expect(begun).toEqual([1, 2])
})
