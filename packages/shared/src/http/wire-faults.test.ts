import { describe, expect, test } from 'vitest'
import { Fault } from '../behaviour/index.ts'
import { noted, type ScimMethod, type ScimRequest, type Send } from '../provisioning/index.ts'
import { createWireFaults } from './wire-faults.ts'

function target(): { send: Send; arrived: string[] } {
  const arrived: string[] = []
  const send: Send = async (request) => {
    arrived.push(request.method)
    return { request, startedAt: 0, durationMs: 5, response: { status: 200, headers: [], body: '{"id":"abcdef"}' } }
  }
  return { send, arrived }
}

const clock = { now: () => 0 }
const request = (method: ScimMethod, url = 'http://127.0.0.1/Users'): ScimRequest => ({ method, url, headers: [] })

test.each([
  ['answer', { kind: 'answer', status: 503, body: '<html>' }, [], { status: 503, body: '<html>' }, undefined, 0],
  ['lost-answer', { kind: 'lost-answer' }, ['POST'], undefined, 'timeout', 30_000],
  ['sent-twice', { kind: 'sent-twice' }, ['POST', 'POST'], { status: 200, body: '{"id":"abcdef"}' }, undefined, 5],
  ['hang', { kind: 'hang' }, [], undefined, 'timeout', 30_000],
  ['refused', { kind: 'refused' }, [], undefined, 'connection', 0],
  ['cut', { kind: 'cut', bytes: 6 }, ['POST'], { status: 200, body: '{"id":' }, undefined, 5],
  ['half-a-body', { kind: 'half-a-body' }, ['POST'], { status: 200, body: '{"id":"a' }, undefined, 5],
  ['bad-json', { kind: 'bad-json' }, ['POST'], { status: 200, body: '{"id":"abcdef",}' }, undefined, 5],
  ['web-page', { kind: 'web-page', body: '<p>' }, ['POST'], { status: 200, body: '<p>' }, undefined, 5],
  ['content-type', { kind: 'content-type' }, ['POST'], { status: 200, body: '{"id":"abcdef"}' }, undefined, 5],
  ['redirect', { kind: 'redirect', to: '/sign-in' }, [], { status: 302, body: '' }, undefined, 0],
  ['latency', { kind: 'latency', ms: 100 }, ['POST'], { status: 200, body: '{"id":"abcdef"}' }, undefined, 105],
  ['latency beyond the time-out', { kind: 'latency', ms: 40_000 }, ['POST'], undefined, 'timeout', 30_000],
])('%s', async (_name, effect, arrived, response, failure, durationMs) => {
  const there = target()
  const faults = createWireFaults(there.send, clock)
  faults.add(Fault.parse({ effect }))
  const exchange = await faults.send(request('POST'))
  expect(there.arrived).toEqual(arrived)
  expect(exchange.response && { status: exchange.response.status, body: exchange.response.body }).toEqual(response)
  expect(exchange.failure?.kind).toBe(failure)
  expect(exchange.durationMs).toBe(durationMs)
})

test('a fault strikes fitting requests only, after those it skips, as often as it says', async () => {
  const faults = createWireFaults(target().send, clock)
  faults.add(
    Fault.parse({ on: { method: 'POST', path: '/Users' }, effect: { kind: 'answer', status: 500 }, times: 2, skip: 1 }),
  )
  const statuses: (number | undefined)[] = []
  for (const method of ['GET', 'POST', 'POST', 'POST', 'POST'] as const) {
    statuses.push((await faults.send(request(method))).response?.status)
  }
  expect(statuses).toEqual([200, 200, 500, 500, 200])
  expect((await faults.send(request('POST', 'http://127.0.0.1/Groups'))).response?.status).toBe(200)
})

describe('a request that its sender has given up', () => {
  const given = async (kind: string) => {
    const arrived: string[] = []
    let under = 0
    let most = 0
    const send: Send = async (sent) => {
      under += 1
      most = Math.max(most, under)
      arrived.push(sent.url)
      await Promise.resolve()
      under -= 1
      return { request: sent, startedAt: 0, durationMs: 5, response: { status: 204, headers: [], body: '' } }
    }
    const faults = createWireFaults(send, clock)
    faults.add(Fault.parse({ on: { method: 'PATCH' }, effect: { kind }, times: 1 }))
    return { faults, arrived, most: () => most }
  }

  test.each([
    ['reordered', ['2', '1'], 1],
    ['concurrent', ['2', '1'], 2],
  ])('%s arrives with the next one that fits, once', async (kind, order, at) => {
    const { faults, arrived, most } = await given(kind)
    const first = await faults.send(request('PATCH', '1'))
    expect([first.failure?.kind, first.durationMs]).toEqual(['timeout', 30_000])
    await faults.send(request('GET', 'between'))
    expect((await faults.send(request('PATCH', '2'))).response?.status).toBe(204)
    await faults.send(request('PATCH', '3'))
    expect([...arrived].sort()).toEqual(['between', ...order, '3'].sort())
    expect(arrived.filter((one) => order.includes(one) || one === '3').at(-1)).toBe('3')
    if (kind === 'reordered') expect(arrived).toEqual(['between', ...order, '3'])
    expect(most()).toBe(at)
  })

  test('never arrives when the fault is lifted before', async () => {
    const { faults, arrived } = await given('reordered')
    await faults.send(request('PATCH', '1'))
    faults.clear()
    await faults.send(request('PATCH', '2'))
    expect(arrived).toEqual(['2'])
  })
})

test('a lifted fault strikes no more', async () => {
  const faults = createWireFaults(target().send, clock)
  const lift = faults.add(Fault.parse({ effect: { kind: 'hang' } }))
  lift()
  expect((await faults.send(request('GET'))).response?.status).toBe(200)
})

test.each([
  ['web-page', { kind: 'web-page' }, [['Content-Type', 'text/html']]],
  ['content-type', { kind: 'content-type', type: 'text/xml' }, [['Content-Type', 'text/xml']]],
  ['redirect', { kind: 'redirect', to: '/sign-in', status: 308 }, [['Location', '/sign-in']]],
])('%s says so in the headers', async (_name, effect, headers) => {
  const typed: Send = async (sent) => {
    const response = { status: 200, headers: [['content-type', 'application/scim+json'] as const], body: '{}' }
    return { request: sent, startedAt: 0, durationMs: 5, response }
  }
  const faults = createWireFaults(typed, clock)
  faults.add(Fault.parse({ effect }))
  expect((await faults.send(request('GET'))).response?.headers).toEqual(headers)
})

test('a rate strikes its share, the same ones for the same seed, and no more than so many', async () => {
  const struck = async (fault: object): Promise<number[]> => {
    const faults = createWireFaults(target().send, clock)
    faults.add(Fault.parse({ effect: { kind: 'answer', status: 503 }, ...fault }))
    const found: number[] = []
    for (let at = 0; at < 1000; at += 1)
      if ((await faults.send(request('GET'))).response?.status === 503) found.push(at)
    return found
  }
  const once = await struck({ rate: 0.2, seed: 7 })
  expect(once.length).toBeGreaterThan(160)
  expect(once.length).toBeLessThan(240)
  expect(await struck({ rate: 0.2, seed: 7 })).toEqual(once)
  expect(await struck({ rate: 0.2, seed: 8 })).not.toEqual(once)
  expect(await struck({ rate: 0.2, seed: 7, times: 3 })).toEqual(once.slice(0, 3))
  expect(await struck({ rate: 1 })).toHaveLength(1000)
})

test.each([
  [{ kind: 'hang' }, 'timeout', 60_000],
  [{ kind: 'latency', ms: 40_000 }, undefined, 40_005],
] as const)('%j of a request whose sender waits a minute', async (effect, failure, durationMs) => {
  const faults = createWireFaults(target().send, clock)
  faults.add(Fault.parse({ effect }))
  const exchange = await faults.send(noted(request('POST'), { timeoutMs: 60_000 }))
  expect([exchange.failure?.kind, exchange.durationMs]).toEqual([failure, durationMs])
})
