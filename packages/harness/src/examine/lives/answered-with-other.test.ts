import type { Exchange } from '@scimulator/shared/provisioning'
import { expect, test } from 'vitest'
import { answeredWithOther } from './answered-with-other.ts'

const BASE = 'http://a/scim/v2'

function lookUp(name: string, ...Resources: readonly unknown[]): Exchange {
  const url = `${BASE}/Users?filter=userName+eq+%22${encodeURIComponent(name)}%22`
  const response = { status: 200, headers: [], body: JSON.stringify({ totalResults: Resources.length, Resources }) }
  return { request: { method: 'GET', url, headers: [] }, startedAt: 0, durationMs: 0, response }
}

const held = (id: string): Exchange => ({
  request: { method: 'PATCH', url: `${BASE}/Users/${id}`, headers: [] },
  startedAt: 0,
  durationMs: 0,
  failure: { kind: 'blocked', message: 'not ours' },
})

const zoe = { id: '7', userName: 'zoe@b.test' }
const ana = { id: '1', userName: 'Ana@c.test' }

test('tells who was asked for, and with which answer', () => {
  const wrong = lookUp('ana@c.test', zoe)
  expect(answeredWithOther([lookUp('ben@c.test'), wrong, held('7')])).toEqual({ asked: 'ana@c.test', exchange: wrong })
})

test.each<[string, readonly Exchange[]]>([
  ['nothing was held back', [lookUp('ana@c.test', zoe)]],
  ['somebody else was held back', [lookUp('ana@c.test', zoe), held('8')]],
  ['the right one was found, in other case', [lookUp('ana@c.test', ana), held('1')]],
  ['nobody was found', [lookUp('ana@c.test'), held('7')]],
])('tells nobody where %s', (_what, exchanges) => {
  expect(answeredWithOther(exchanges)).toBeUndefined()
})
