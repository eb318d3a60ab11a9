import type { Exchange, ScimRequest } from '@scimulator/shared/provisioning'
import { expect, test } from 'vitest'
import { type Asking, ask } from './asking.ts'
import { type Facts, filterQuery } from './facts.ts'
import { Interrupted, Questioner } from './questioner.ts'

type End = Omit<Exchange, 'request' | 'startedAt' | 'durationMs'>

const CUT: End = { failure: { kind: 'reset', message: 'ECONNRESET' } }
const REFUSED: End = { failure: { kind: 'connection', message: 'ECONNREFUSED' } }
const WELL: End = { response: { status: 200, headers: [], body: '{}' } }

async function stumblesOf(method: ScimRequest['method'], ...ends: readonly End[]): Promise<number> {
  const facts = { base: 'http://scim.test', query: '', headers: [], contentType: '', prefix: 'x' } as unknown as Facts
  const q = new Questioner(facts, 'q', 0)
  const left = [...ends]
  const send = async (request: ScimRequest): Promise<Exchange> => ({
    ...{ request, startedAt: 0, durationMs: 0 },
    ...(left.shift() ?? WELL),
  })
  function* asking(): Asking {
    yield* q.send(method, `/Users?${filterQuery('id eq "1"')}`)
  }
  await ask(asking(), { send, pause: async () => {} })
  return q.stumbles.length
}

test('a connection that was cut, and an answer when the same is asked again, is a fault that passed', async () => {
  expect(await stumblesOf('GET', CUT, WELL)).toBe(1)
})

test('a connection that was cut because the endpoint ended has not passed', async () => {
  expect(await stumblesOf('GET', CUT, REFUSED, REFUSED, REFUSED)).toBe(0)
  expect(await stumblesOf('GET', CUT, CUT, CUT, CUT)).toBe(0)
})

test('four faults in a row are none that passed, and three are', async () => {
  expect(await stumblesOf('GET', CUT, CUT, CUT, WELL)).toBe(1)
  expect(await stumblesOf('GET', CUT, CUT, CUT, CUT, WELL)).toBe(0)
})

test('a write that was lost and is refused when it is sent again says nothing: it may have been done', async () => {
  const conflict: End = { response: { status: 409, headers: [], body: '{}' } }
  await expect(stumblesOf('POST', CUT, conflict)).rejects.toThrow(Interrupted)
  await expect(
    stumblesOf('DELETE', CUT, { ...conflict, response: { status: 404, headers: [], body: '' } }),
  ).rejects.toThrow(Interrupted)
  expect(await stumblesOf('GET', CUT, conflict)).toBe(1)
  expect(await stumblesOf('POST', conflict)).toBe(0)
})
