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
  ['an answer without a body', exchange(2, 'PATCH', '/Users/1', 204)],
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
