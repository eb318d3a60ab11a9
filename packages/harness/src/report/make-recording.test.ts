import type { RecordedExchange } from '@scimulator/shared/http'
import { expect, test } from 'vitest'
import { makeRecording, type NotedStep } from './make-recording.ts'

const URL = 'http://a/scim/v2'

function exchange(
  seq: number,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  status: number,
  body: unknown = undefined,
): RecordedExchange {
  const text = body === undefined ? '' : JSON.stringify(body)
  const response = { status, headers: [], body: text }
  return {
    seq,
    sender: 'entra',
    startedAt: 0,
    durationMs: 1,
    request: { method, url: `${URL}${path}`, headers: [], body: '{}' },
    response,
  }
}

const step = (from: number, to: number): NotedStep => ({
  ...{ title: 't', says: '', program: 'entra', verb: 'v', input: {}, at: '1970-01-01T00:00:00Z', outcome: 'passed' },
  ...{ from, to, expectations: [] },
})

const ana = { id: '1', userName: 'ana@c.test', active: true }
const recorded = (exchanges: readonly RecordedExchange[], steps: readonly NotedStep[]) =>
  makeRecording({ story: { id: 'x', title: 'x', text: '', source: '' }, directory: 'answers', steps, exchanges })

test('each step has what it changed, and by which request', () => {
  const { steps, effects } = recorded(
    [
      exchange(1, 'POST', '/Users', 201, ana),
      exchange(2, 'GET', '/Users/1', 200, ana),
      exchange(3, 'PATCH', '/Users/1', 200, { ...ana, active: false }),
      exchange(4, 'DELETE', '/Users/1', 204),
    ],
    [step(0, 1), step(1, 2), step(2, 3), step(3, 4)],
  )
  expect(steps.map(({ exchanges, views }) => [exchanges, views['directory.users']])).toEqual([
    [
      { from: 1, to: 1 },
      { set: { 'ana@c.test': ana }, gone: [] },
    ],
    [{ from: 2, to: 2 }, undefined],
    [
      { from: 3, to: 3 },
      { set: { 'ana@c.test': { ...ana, active: false } }, gone: [] },
    ],
    [
      { from: 4, to: 4 },
      { set: {}, gone: ['ana@c.test'] },
    ],
  ])
  expect(effects.map(({ step: n, exchange: by, kind }) => [n, by, kind])).toEqual([
    [1, 1, 'created'],
    [3, 3, 'deactivated'],
    [4, 4, 'deleted'],
  ])
  expect(effects[1]?.attributes).toEqual([{ name: 'active', old: true, new: false }])
})

test.each([
  ['a refusal', exchange(2, 'PATCH', '/Users/1', 400, { detail: 'no' })],
  ['an answer without a body to a body that is no PATCH', exchange(2, 'PATCH', '/Users/1', 204)],
  [
    'a page of HTML',
    { ...exchange(2, 'GET', '/Users/1', 200), response: { status: 200, headers: [], body: '<html>' } },
  ],
  ['the hash of somebody else', exchange(2, 'GET', '/Users/9', 200, { id: '9', notOurs: 'abc' })],
  ['another endpoint', exchange(2, 'GET', '/Schemas', 200, { id: 'urn' })],
])('%s changes nothing', (_, second) => {
  const { steps } = recorded([exchange(1, 'POST', '/Users', 201, ana), second], [step(0, 1), step(1, 2)])
  expect(steps[1]?.views).toEqual({})
})

test('a part of a resource does not take the rest away; members and renames go by name', () => {
  const group = { id: '7', displayName: 'Sales', members: [{ value: '1' }, { value: '2' }] }
  const { steps } = recorded(
    [
      exchange(1, 'POST', '/Users', 201, ana),
      exchange(2, 'POST', '/Groups', 201, group),
      exchange(3, 'GET', '/Groups/7?excludedAttributes=members', 200, { id: '7', displayName: 'Sales' }),
      exchange(4, 'PUT', '/Groups/7', 200, { ...group, displayName: 'Sellers' }),
    ],
    [step(0, 2), step(2, 3), step(3, 4)],
  )
  expect(steps.map(({ views }) => views['directory.groups'])).toEqual([
    { set: { Sales: { ...group, members: ['2', 'ana@c.test'] } }, gone: [] },
    undefined,
    { set: { Sellers: { ...group, displayName: 'Sellers', members: ['2', 'ana@c.test'] } }, gone: ['Sales'] },
  ])
})

test('a directory that was read stands in the place of what answers have shown, until the next answer', () => {
  const read = { 'directory.users': { 'ana@c.test': { ...ana, title: 'Boss' } } }
  const { steps } = recorded(
    [exchange(1, 'POST', '/Users', 201, ana), exchange(2, 'PATCH', '/Users/1', 204)],
    [step(0, 1), { ...step(1, 2), read }, step(2, 2)],
  )
  expect(steps.map(({ views }) => Object.keys(views))).toEqual([['directory.users'], ['directory.users'], []])
  expect(steps[1]?.views['directory.users']?.set).toEqual(read['directory.users'])
})

const patch = (seq: number, path: string, operations: readonly unknown[]): RecordedExchange => {
  const sent = exchange(seq, 'PATCH', path, 204)
  return { ...sent, request: { ...sent.request, body: JSON.stringify({ Operations: operations }) } }
}

test('a PATCH that is answered 204 is done as the RFC says, and is inferred until an answer shows it', () => {
  const group = { id: '7', displayName: 'Sales', members: [{ value: '1' }] }
  const { steps, effects } = recorded(
    [
      exchange(1, 'POST', '/Users', 201, ana),
      exchange(2, 'POST', '/Groups', 201, group),
      patch(3, '/Users/1', [{ op: 'Replace', path: 'active', value: 'False' }]),
      patch(4, '/Groups/7', [{ op: 'remove', path: 'members[value eq "1"]' }]),
      exchange(5, 'GET', '/Users/1', 200, ana),
      exchange(6, 'DELETE', '/Users/1', 204),
    ],
    [step(0, 2), step(2, 3), step(3, 4), step(4, 5), step(5, 6)],
  )
  expect(effects.map(({ key, kind, source }) => [key, kind, source])).toEqual([
    ['ana@c.test', 'created', 'observed'],
    ['Sales', 'created', 'observed'],
    ['ana@c.test', 'deactivated', 'inferred'],
    ['Sales', 'changed', 'inferred'],
    ['ana@c.test', 'reactivated', 'observed'],
    ['ana@c.test', 'deleted', 'inferred'],
  ])
  expect(steps[1]?.views['directory.users']?.set).toEqual({ 'ana@c.test': { ...ana, active: false } })
  expect(steps[2]?.views['directory.groups']?.set).toMatchObject({ Sales: { displayName: 'Sales' } })
})

test('of members that a view has shown by name, a PATCH takes the one that it means', () => {
  const read = {
    'directory.users': { 'ana@c.test': ana },
    'directory.groups': { Sales: { id: '7', displayName: 'Sales', members: ['ana@c.test', '2'] } },
  }
  const { steps } = recorded(
    [
      exchange(1, 'GET', '/Users/1', 200, ana),
      patch(2, '/Groups/7', [{ op: 'remove', path: 'members[value eq "1"]' }]),
    ],
    [{ ...step(0, 1), read }, step(1, 2)],
  )
  expect(steps[1]?.views['directory.groups']?.set).toMatchObject({ Sales: { members: ['2'] } })
})

test('what our own receiver says of itself is its own', () => {
  const { effects } = makeRecording({
    ...{ story: { id: 'x', title: 'x', text: '', source: '' }, directory: 'read', isOwn: true },
    ...{ steps: [step(0, 1)], exchanges: [exchange(1, 'POST', '/Users', 201, ana)] },
  })
  expect(effects).toMatchObject([{ source: 'own' }])
})

test('a step of many exchanges has key frames in its middle, and they and the effects before them agree', () => {
  const many = Array.from({ length: 1_200 }, (_, at) =>
    exchange(at + 1, 'POST', '/Users', 201, { id: String(at), userName: `p${at}@c.test` }),
  )
  const { keyFrames, effects, steps } = recorded(many, [step(0, 20), step(20, 1_200)])
  expect(keyFrames.map(({ step: n, exchange: by }) => [n, by])).toEqual([
    [2, 500],
    [2, 1_000],
  ])
  for (const { exchange: by, views } of keyFrames) {
    const before = effects.filter((one) => (one.exchange ?? 0) <= by).map(({ key }) => key)
    expect(Object.keys(views['directory.users'] ?? {}).sort()).toEqual([...before].sort())
  }
  expect(Object.keys(steps[1]?.views['directory.users']?.set ?? {})).toHaveLength(1_180)
})

test('long bodies are cut, and key frames come every 500 exchanges', () => {
  const many = Array.from({ length: 1_200 }, (_, at) =>
    exchange(at + 1, 'POST', '/Users', 201, { ...ana, id: String(at) }),
  )
  const huge = {
    ...exchange(1_201, 'GET', '/x', 200),
    response: { status: 200, headers: [], body: 'x'.repeat(70_000) },
  }
  const steps = Array.from({ length: 12 }, (_, at) => step(at * 100, at * 100 + 100))
  const { exchanges, keyFrames } = recorded([...many, huge], steps)
  expect(keyFrames.map(({ exchange: n }) => n)).toEqual([500, 1_000])
  expect([exchanges.at(-1)?.response?.body.length, exchanges.at(-1)?.cut]).toEqual([65_536, 70_000 - 65_536])
})

test('the names of the scenario stand in the place of those on the wire, in keys as well', () => {
  const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value).replaceAll('run1-', '')) as Value
  const wire = { ...ana, userName: 'run1-ana@c.test' }
  const { steps, exchanges } = makeRecording({
    ...{ story: { id: 'x', title: 'x', text: '', source: '' }, directory: 'answers', plain },
    ...{ steps: [step(0, 1)], exchanges: [exchange(1, 'POST', '/Users', 201, wire)] },
  })
  expect(steps[0]?.views['directory.users']?.set).toEqual({ 'ana@c.test': ana })
  expect(exchanges[0]?.response?.body).toContain('run1-ana@c.test')
})
