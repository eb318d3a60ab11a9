import type { RecordedExchange } from '@scimulator/shared/http'
import { expect, test } from 'vitest'
import { causeOf } from './cause-of.ts'

function exchange(
  seq: number,
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  body?: unknown,
  answer: unknown = {},
): RecordedExchange {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const request = { method, url: `http://a${path}`, headers: [], ...sent }
  return {
    seq,
    sender: 'entra',
    startedAt: 0,
    durationMs: 0,
    request,
    response: { status: 200, headers: [], body: JSON.stringify(answer) },
  }
}

const SENT = [
  exchange(1, 'GET', '/Users?filter=userName%20eq%20%22ana%40c.test%22'),
  exchange(2, 'POST', '/Users', { userName: 'ana@c.test' }, { id: '77' }),
  exchange(3, 'POST', '/Users', { userName: 'joana@c.test' }, { id: '88' }),
  exchange(4, 'GET', '/Users?filter=userName%20eq%20%22bo%40c.test%22'),
  exchange(5, 'PATCH', '/Users/77', { Operations: [{ op: 'replace', path: 'active', value: 'False' }] }),
  exchange(6, 'PATCH', '/Groups/9', { Operations: [{ op: 'add', path: 'members', value: [{ value: '88' }] }] }),
  exchange(7, 'PATCH', '/Groups/9', {
    Operations: [{ op: 'add', path: 'members', value: [{ value: '99', display: 'kim@c.test' }] }],
  }),
  exchange(
    8,
    'POST',
    '/Users',
    { userName: 'lee@c.test', title: 'Sales', emails: [{ value: 'l.ee@c.test' }] },
    { id: '55' },
  ),
  exchange(9, 'PATCH', '/Users/55', { Operations: [{ op: 'Replace', path: 'userName', value: 'leigh@c.test' }] }),
]

test.each([
  ['the last write about somebody, by the id that they were given', 'ana@c.test', 5],
  ['a write of the person, before one of a group that they are in', 'joana@c.test', 3],
  ['a group that they are in, where nothing else is known', 'kim@c.test', 7],
  ['a question, where nothing was written', 'bo@c.test', 4],
  ['the number of an exchange', '3', 3],
  ['somebody by their address', 'l.ee@c.test', 9],
  ['somebody by the name that a PATCH has given them', 'leigh@c.test', 9],
  ['no person whose title is the name of a group', 'Sales', undefined],
  ['nobody whom no request names', 'zoe@c.test', undefined],
  ['nothing, for a view as a whole', '', undefined],
])('%s', (_, item, expected) => {
  expect(causeOf(item, SENT)?.seq).toBe(expected)
})
