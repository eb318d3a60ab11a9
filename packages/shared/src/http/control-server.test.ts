import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { byName, type Control, defineVerb, defineView, type Verb, VerbError } from '../behaviour/index.ts'
import { createVirtualSchedule } from '../runtime/index.ts'
import { createControlServer } from './control-server.ts'
import { type Listening, listen } from './listen.ts'

const people: string[] = []
let steps = 0
const control: Control = {
  name: 'fake',
  verbs: byName<Verb>([
    defineVerb({
      name: 'add-person',
      describes: 'Adds a person',
      input: z.strictObject({ name: z.string() }),
      run: ({ name }) => {
        if (people.includes(name)) throw new VerbError('conflict', `${name} is there already`)
        people.push(name)
        steps += 1
        return { count: people.length }
      },
    }),
    defineVerb({
      name: 'break',
      describes: 'Has a bug',
      input: z.strictObject({}),
      effect: 'looks',
      run: () => {
        throw new TypeError('broken')
      },
    }),
  ]),
  views: byName([
    defineView({
      name: 'people',
      describes: 'Everybody',
      query: z.strictObject({}),
      item: z.object({ name: z.string() }),
      read: () => people.map((name) => ({ key: name, value: { name } })),
    }),
  ]),
  seq: () => steps,
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
  return callText(method, path, body === undefined ? undefined : JSON.stringify(body), headers)
}

function callText(method: string, path: string, body?: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const request = httpRequest(`${server.url}${path}`, { method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }))
    })
    request.on('error', reject)
    request.end(body)
  })
}

test('a verb runs, a view shows, a snapshot comes back, a reset empties', async () => {
  expect(await call('POST', '/_scimulator/verbs/add-person', { name: 'Ana' })).toEqual({
    status: 200,
    body: '{"result":{"count":1},"seq":1}',
  })
  expect((await call('GET', '/_scimulator/views/people')).body).toBe(
    '{"items":[{"key":"Ana","value":{"name":"Ana"}}],"total":1,"offset":0,"dropped":0,"seq":1,"now":1000}',
  )
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
  ['POST', '/_scimulator/verbs/add-person', { nam: 'Ana' }, 400, 'invalid', 'add-person'],
  ['POST', '/_scimulator/verbs/add-person', { name: 'Ana' }, 409, 'conflict', 'Ana is there already'],
  [
    'POST',
    '/_scimulator/verbs/add-preson',
    {},
    404,
    'not-found',
    'There is no verb "add-preson". Did you mean "add-person"?',
  ],
  [
    'GET',
    '/_scimulator/views/poeple',
    undefined,
    404,
    'not-found',
    'There is no view "poeple". Did you mean "people"?',
  ],
  ['GET', '/_scimulator/views/people?limit=0', undefined, 400, 'invalid', 'limit'],
  ['GET', '/_scimulator/views/people?nobody=1', undefined, 400, 'invalid', 'nobody'],
  ['GET', '/_scimulator/views/people/Anna', undefined, 404, 'not-found', 'Did you mean "Ana"?'],
  ['GET', '/_scimulator/views/people/Ana/name', undefined, 404, 'not-found', 'There is no GET'],
  ['GET', '/_scimulator/views/%E0%A4', undefined, 400, 'invalid', 'URI'],
  ['GET', '/_scimulator/nothing', undefined, 404, 'not-found', 'There is no GET /_scimulator/nothing'],
  ['POST', '/_scimulator/clock', { to: 'tomorrow' }, 400, 'invalid', 'must be a number'],
  ['POST', '/_scimulator/clock', { to: 1e300 }, 400, 'invalid', 'No clock goes beyond 9999-12-31T23:59:59.999Z.'],
  ['POST', '/_scimulator/restore', {}, 400, 'invalid', 'snapshot'],
  ['POST', '/_scimulator/views/people', ['Ana'], 400, 'invalid', 'The query of a view is an object'],
  ['DELETE', '/_scimulator/snapshot', undefined, 404, 'not-found', 'There is no DELETE'],
])('%s %s %j is answered %i', async (method, path, body, status, code, message) => {
  const answer = await call(method, path, body)
  expect(answer.status).toBe(status)
  const failure = JSON.parse(answer.body)
  expect(failure).toEqual({ error: expect.stringContaining(message), code, issues: expect.any(Array) })
})

test('what is wrong with an input is told member by member', async () => {
  const { body } = await call('POST', '/_scimulator/verbs/add-person', { name: 7 })
  expect(JSON.parse(body).issues).toEqual([{ path: ['name'], message: expect.stringContaining('string') }])
})

test("a body that is not JSON is the caller's mistake, and a fault of ours is told as one", async () => {
  expect(JSON.parse((await callText('POST', '/_scimulator/verbs/add-person', '{')).body).code).toBe('invalid')
  expect(JSON.parse((await call('POST', '/_scimulator/verbs/break')).body)).toMatchObject({
    code: 'fault',
    error: 'broken',
  })
})

test('one item is shown whole', async () => {
  const { body } = await call('GET', '/_scimulator/views/people/Ana')
  expect(JSON.parse(body)).toEqual({ item: { key: 'Ana', value: { name: 'Ana' } }, seq: 1, now: 5_000 })
})

test('verbs and views are listed with their schemas', async () => {
  const verbs = JSON.parse((await call('GET', '/_scimulator/verbs?schema=1')).body)
  expect(verbs[0]).toMatchObject({
    name: 'add-person',
    describes: 'Adds a person',
    changes: true,
    input: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
  })
  const [view] = JSON.parse((await call('GET', '/_scimulator/views?schema=1')).body)
  expect(view).toMatchObject({ name: 'people', searchable: true, sortable: ['key', 'name'] })
  expect(view.item.properties).toEqual({ name: { type: 'string' } })
  expect(JSON.parse((await call('GET', '/_scimulator/views')).body)).toEqual([
    { name: 'people', describes: 'Everybody' },
  ])
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
