import { Fault } from '@scimulator/shared/behaviour'
import { createEventHub } from '@scimulator/shared/http'
import type { Exchange, ScimRequest, Send } from '@scimulator/shared/provisioning'
import { expect, test } from 'vitest'
import { createEffects, type ToldEffect } from './effects.ts'
import { createLiveWire } from './live-wire.ts'
import { createTrafficLog } from './traffic-log.ts'

const told = (exchange: string, name: string): ToldEffect => ({
  exchange,
  source: 'own' as const,
  object: 'member',
  objectId: name,
  name,
  action: 'created',
  reason: null,
  attributes: [],
})

/** A receiver that creates somebody with each request, names the exchange and tells of it. */
function creating() {
  let count = 0
  let news: ToldEffect[] = []
  const send: Send = async (request): Promise<Exchange> => {
    count += 1
    news.push(told(`x${count}`, `m${count}`), told('elsewhere', 'nobody'))
    const headers = [['X-Request-Id', `x${count}`]] as const
    return { request, startedAt: 0, durationMs: 1, response: { status: 201, headers, body: '{}' } }
  }
  const effects = createEffects([
    async () => {
      const found = news
      news = []
      return found
    },
  ])
  return { send, effects, arrived: () => count }
}

function wireOf() {
  const { send, effects, arrived } = creating()
  const wire = createLiveWire(send, { now: () => 0 }, effects)
  const log = createTrafficLog(createEventHub('e'), undefined, wire)
  const ask = (): ScimRequest => ({ method: 'POST', url: 'http://127.0.0.1:1/scim/v2/Users', headers: [], body: '{}' })
  const sending = log.recording(wire.send, 'entra')
  const seen = () => log.kept().map(({ head }) => [head.status, head.fault, head.effects.map(({ name }) => name)])
  return { wire, ask, sending, seen, arrived }
}

test('each exchange has what it changed, also where several are under way at once', async () => {
  const { ask, sending, seen } = wireOf()
  await Promise.all([sending(ask()), sending(ask()), sending(ask())])
  expect(seen()).toEqual([
    [201, null, ['m1']],
    [201, null, ['m2']],
    [201, null, ['m3']],
  ])
})

test.each([
  [
    'an answer that is lost has changed something all the same',
    { kind: 'lost-answer' },
    [null, 'lost-answer', ['m1']],
    1,
  ],
  ['what arrives twice changes twice', { kind: 'sent-twice' }, [201, 'sent-twice', ['m1', 'm2']], 2],
  ['what never arrives changes nothing', { kind: 'answer', status: 503 }, [503, 'answer 503', []], 0],
] as const)('%s', async (_, effect, head, count) => {
  const { wire, ask, sending, seen, arrived } = wireOf()
  wire.faults.add(Fault.parse({ effect, times: 1 }))
  expect(wire.faults.inForce()).toHaveLength(1)
  await sending(ask())
  expect(seen()).toEqual([head])
  expect([arrived(), wire.faults.inForce().length]).toEqual([count, 0])
})
