import type { RecordedExchange } from '@scimulator/shared/http'
import { expect, test } from 'vitest'
import { causeOf } from './cause-of.ts'
import { WhatWasSent } from './what-was-sent.ts'

function exchange(
  seq: number,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
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
  expect(causeOf(item, new WhatWasSent(SENT))?.seq).toBe(expected)
})

test('an address that is not well encoded is one like any other', () => {
  const odd = exchange(1, 'DELETE', '/Users/%E0%A4%A')
  expect(causeOf('%E0%A4%A', new WhatWasSent([odd, ...SENT]))?.seq).toBe(1)
})

test('a body is read once, however many people are asked about', () => {
  const people = Array.from({ length: 200 }, (_, n) => `p${n}@c.test`)
  let reads = 0
  const counted = people.map((name, n) => {
    const one = exchange(n + 1, 'POST', '/Users', { userName: name }, { id: `id-${n}` })
    const { body, ...request } = one.request
    const reading = {
      ...request,
      get body() {
        reads += 1
        return body ?? ''
      },
    }
    return { ...one, request: reading }
  })
  const sent = new WhatWasSent(counted)
  expect(people.map((name) => causeOf(name, sent)?.seq)).toEqual(people.map((_, n) => n + 1))
  expect(reads).toBe(people.length)
})

const member = (value: string) => [{ value }]
const GROUP = [
  exchange(1, 'POST', '/Users', { userName: 'eva@c.test' }, { id: 'e' }),
  exchange(2, 'POST', '/Users', { userName: 'hans@c.test' }, { id: 'h' }),
  exchange(3, 'POST', '/Groups', { displayName: 'Finance' }, { id: 'f' }),
  exchange(4, 'PATCH', '/Groups/f', { Operations: [{ op: 'Add', path: 'members', value: member('e') }] }),
  exchange(5, 'PATCH', '/Groups/f', { Operations: [{ op: 'Add', path: 'members', value: member('h') }] }),
  exchange(6, 'PATCH', '/Groups/f', { Operations: [{ op: 'Remove', path: 'members[value eq "e"]' }] }),
  exchange(7, 'PATCH', '/Groups/f', { Operations: [{ op: 'Add', path: 'members', value: member('e') }] }),
]
const members = (expected: readonly string[], actual: readonly string[]) => [
  { attribute: 'members', expected: JSON.stringify(expected), actual: JSON.stringify(actual) },
]

test.each([
  ['a removal of somebody else, where a member is missing', members(['eva@c.test', 'hans@c.test'], ['eva@c.test']), 6],
  ['the add of whoever is missing, where nothing took members out since', members(['eva@c.test'], []), 7],
  ['the write that put somebody in who should not be there', members([], ['hans@c.test']), 5],
  [
    'the last write, where the name differs as well',
    [...members(['x'], []), { attribute: 'displayName', expected: '"a"', actual: '"b"' }],
    7,
  ],
  ['the last write, where members are no list', [{ attribute: 'members', expected: 'absent', actual: '[]' }], 7],
])('of a group: %s', (_, differences, expected) => {
  expect(causeOf('Finance', new WhatWasSent(GROUP), differences)?.seq).toBe(expected)
})

test('a PUT, a replace and a remove of all take out whom they do not name', () => {
  const sent = (body: unknown, method: 'PATCH' | 'POST' = 'PATCH') =>
    [...GROUP, exchange(8, method, '/Groups/f', body), GROUP[6] ?? []].flat()
  const missing = members(['hans@c.test', 'eva@c.test'], ['eva@c.test'])
  for (const operation of [
    { op: 'replace', path: 'members', value: member('e') },
    { op: 'remove', path: 'members' },
    { op: 'replace', value: { members: member('e') } },
  ])
    expect(causeOf('Finance', new WhatWasSent(sent({ Operations: [operation] })), missing)?.seq).toBe(8)
})
