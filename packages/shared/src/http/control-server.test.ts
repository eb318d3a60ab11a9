import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { byName, type Control, defineVerb, defineView, VerbError } from '../behaviour/index.ts'
import { createVirtualSchedule } from '../runtime/index.ts'
import { createControlServer } from './control-server.ts'
import { type Listening, listen } from './listen.ts'

const people: string[] = []
const control: Control = {
  name: 'fake',
  verbs: byName([
    defineVerb({
      name: 'add-person',
      describes: 'Adds a person',
      input: z.strictObject({ name: z.string() }),
      run: ({ name }) => {
        if (people.includes(name)) throw new VerbError('conflict', `${name} is there already`)
        people.push(name)
        return { count: people.length }
      },
    }),
  ]),
  views: byName([
    defineView({
      name: 'people',
      describes: 'Everybody',
      query: z.strictObject({}),
      read: () => people.map((name) => ({ key: name, value: { name } })),
    }),
  ]),
  idle: async () => {},
  snapshot: () => [...people],
  restore: (snapshot) => void people.splice(0, people.length, ...z.array(z.string()).parse(snapshot)),
  reset: () => void people.splice(0),
}

const schedule = createVirtualSchedule(1_000)
let server: Listening

beforeAll(async () => {
  const answer = createControlServer({ control, schedule })
  server = await listen(
    (request, response) => void answer(request, response).then((done) => done || response.end('other')),
  )
})
afterAll(() => server.close())

function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const request = httpRequest(`${server.url}${path}`, { method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }))
    })
    request.on('error', reject)
    request.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

test('a verb runs, a view shows, a snapshot comes back, a reset empties', async () => {
  expect(await call('POST', '/_scimulator/verbs/add-person', { name: 'Ana' })).toEqual({
    status: 200,
    body: '{"result":{"count":1}}',
  })
  expect((await call('GET', '/_scimulator/views/people')).body).toBe('[{"key":"Ana","value":{"name":"Ana"}}]')
  const snapshot = JSON.parse((await call('GET', '/_scimulator/snapshot')).body)
  expect((await call('POST', '/_scimulator/reset')).status).toBe(200)
  expect(people).toEqual([])
  await call('POST', '/_scimulator/restore', snapshot)
  expect(people).toEqual(['Ana'])
})

test('the clock is shown and moved', async () => {
  expect((await call('POST', '/_scimulator/clock', { to: 5_000 })).body).toBe(
    '{"now":5000,"nextDue":null,"virtual":true}',
  )
  expect(JSON.parse((await call('GET', '/_scimulator/clock')).body).now).toBe(5_000)
})

test.each([
  ['POST', '/_scimulator/verbs/add-person', { nam: 'Ana' }, 400, 'add-person'],
  ['POST', '/_scimulator/verbs/add-person', { name: 'Ana' }, 409, 'Ana is there already'],
  ['POST', '/_scimulator/verbs/nope', {}, 404, 'There is no POST /_scimulator/verbs/nope'],
  ['POST', '/_scimulator/clock', { to: 'tomorrow' }, 400, 'must be a number'],
  ['DELETE', '/_scimulator/snapshot', undefined, 404, 'There is no DELETE'],
])('%s %s %j is answered %i', async (method, path, body, status, message) => {
  const answer = await call(method, path, body)
  expect(answer.status).toBe(status)
  expect(answer.body).toContain(message)
})

test.each([
  [{ host: 'evil.example' }, 403],
  [{ origin: 'https://evil.example' }, 403],
  [{ origin: 'http://127.0.0.1.evil.example' }, 403],
  [{ origin: 'null' }, 403],
  [{ origin: 'http://localhost:5173' }, 200],
  [{ host: 'localhost:80' }, 200],
])('headers %j are answered %i', async (headers, status) => {
  expect((await call('GET', '/_scimulator/clock', undefined, headers)).status).toBe(status)
})

test('other paths are left to others', async () => {
  expect((await call('GET', '/scim/v2/Users')).body).toBe('other')
})
