import { createEventHub } from '@scimulator/shared/http'
import { type Activity, type Exchange, noted, type ScimRequest, type Send } from '@scimulator/shared/provisioning'
import { expect, test } from 'vitest'
import { createTrafficLog, type KeptExchange } from './traffic-log.ts'

const BASE = 'http://127.0.0.1:1/scim/acme/v2'

function answering(status: number, body: object): Send {
  return async (request): Promise<Exchange> => ({
    request,
    startedAt: 1_000,
    durationMs: 2,
    response: { status, headers: [], body: JSON.stringify(body) },
  })
}

const read = (id: string): ScimRequest => ({
  method: 'GET',
  url: `${BASE}/Users/${id}?attributes=id`,
  headers: [['Authorization', 'Bearer topsecret']],
})

test('an exchange is told as an event and kept under its number, without secrets', async () => {
  const hub = createEventHub('e')
  hub.publish('clock', {})
  const log = createTrafficLog(hub)
  log.addSecret('hidden-word')
  const answered = await log.recording(
    answering(200, { id: 'a1', displayName: 'Ana hidden-word' }),
    'entra',
  )(read('a1'))
  expect(answered.number).toBe(2)
  const [told] = hub.since(1) ?? []
  expect(told).toMatchObject({
    seq: 2,
    topic: 'exchange',
    data: { sender: 'entra', path: '/Users/a1?attributes=id', status: 200, purpose: 'read', at: 1_000 },
  })
  expect(log.find(2)?.head).toEqual({ ...Object(told?.data), seq: 2 })
  expect(JSON.stringify([told, log.kept()])).not.toMatch(/topsecret|hidden-word/)
})

test('who was named once is named again where only the id is said', async () => {
  const log = createTrafficLog(createEventHub('e'))
  await log.recording(answering(200, { id: 'a1', displayName: 'Ana' }), 'entra')(read('a1'))
  await log.recording(answering(204, {}), 'entra')({ method: 'DELETE', url: `${BASE}/Users/a1`, headers: [] })
  expect(log.kept().map(({ head }) => head.name)).toEqual(['Ana', 'Ana'])
})

test('the oldest make room, and are counted', async () => {
  const log = createTrafficLog(createEventHub('e'), 3)
  const send = log.recording(answering(200, {}), 'entra')
  for (let n = 1; n <= 5; n += 1) await send(read(`a${n}`))
  expect(log.kept().map(({ head }) => head.seq)).toEqual([3, 4, 5])
  expect([log.dropped(), log.find(2)]).toEqual([2, undefined])
  log.clear()
  expect([log.dropped(), log.kept()]).toEqual([0, []])
})

test('a sender’s word for its request wins over the bytes, but for a change that is one of being active', async () => {
  const log = createTrafficLog(createEventHub('e'))
  const send = log.recording(answering(200, { id: 'a1' }), 'entra')
  const cycle: Activity = { kind: 'cycle' }
  const subject = { id: 's1', name: 'Ana' }
  const change = (value: object): ScimRequest => ({
    method: 'PATCH',
    url: `${BASE}/Users/a1`,
    headers: [],
    body: JSON.stringify({ Operations: [{ op: 'Replace', value }] }),
  })
  await send(noted(read('a1'), { purpose: 'read-linked', activity: cycle, subject }))
  await send(noted(change({ active: false }), { purpose: 'update', activity: cycle }))
  await send(noted(change({ title: 'x' }), { purpose: 'set-manager', activity: { kind: 'cycle' } }))
  await send(read('a1'))
  expect(log.kept().map(({ head }) => [head.purpose, head.activity, head.run, head.subject])).toEqual([
    ['read-linked', 'cycle', 1, subject],
    ['disable', 'cycle', 1, null],
    ['set-manager', 'cycle', 2, null],
    ['read', null, null, null],
  ])
})

test.each([
  ['DELETE', 204, true, ['none']],
  ['PATCH', 200, true, ['none']],
  // What was refused, what only reads, and what nobody tells of says nothing.
  ['PATCH', 409, true, []],
  ['GET', 200, true, []],
  ['PATCH', 200, false, []],
] as const)(
  '%s answered %d without an effect, where every change is told: %j',
  async (method, status, isTold, actions) => {
    const log = createTrafficLog(createEventHub('e'), 10, { tellsAll: () => isTold })
    await log.recording(answering(status, { id: 'a1', displayName: 'Ana' }), 'by-hand')({ ...read('a1'), method })
    const [kept] = log.kept()
    expect(kept?.head.effects.map(({ action }) => action)).toEqual(actions)
    expect(kept?.head.guessed).toBe(true)
  },
)

test('an archive has what memory forgets, and a log that begins with one goes on where it ended', async () => {
  const all: KeptExchange[] = []
  const archive = {
    append: (kept: KeptExchange) => void all.push(kept),
    count: () => all.length,
    before: (seq: number, limit: number) => all.filter(({ head }) => head.seq < seq).slice(-limit),
    after: (seq: number, limit: number) => all.filter(({ head }) => head.seq > seq).slice(0, limit),
    clear: () => void all.splice(0),
  }
  const numbers = (found: readonly KeptExchange[]) => found.map(({ head }) => head.seq)
  const log = createTrafficLog(createEventHub('e'), 3, {}, archive)
  for (let n = 1; n <= 5; n += 1) await log.recording(answering(200, {}), 'entra')(read(`a${n}`))
  expect([numbers(log.kept()), log.dropped()]).toEqual([[3, 4, 5], 2])
  expect([numbers(log.near({ before: 4 }, 2)), numbers(log.near({ after: 1, before: 5 }, 2))]).toEqual([
    [2, 3],
    [2, 3],
  ])
  expect([log.find(1)?.head.path, log.find(9), log.sentAs(1)]).toEqual([
    '/Users/a1?attributes=id',
    undefined,
    undefined,
  ])
  const next = createTrafficLog(createEventHub('f', 10, 5), 3, {}, archive)
  await next.recording(answering(200, {}), 'entra')(read('a6'))
  expect([numbers(next.kept()), next.dropped(), next.sentAs(5)]).toEqual([[4, 5, 6], 3, undefined])
  next.clear()
  expect([all, next.dropped(), next.near({ before: 9 }, 9)]).toEqual([[], 0, []])
})

test('without an archive a part of the wire is what memory holds of it', async () => {
  const log = createTrafficLog(createEventHub('e'), 3)
  for (let n = 1; n <= 5; n += 1) await log.recording(answering(200, {}), 'entra')(read(`a${n}`))
  expect(log.near({ before: 5 }, 9).map(({ head }) => head.seq)).toEqual([3, 4])
  expect(log.near({ after: 3 }, 1).map(({ head }) => head.seq)).toEqual([4])
})
