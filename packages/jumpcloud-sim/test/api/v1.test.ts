import { createServer } from 'node:http'
import { default as express } from 'express'
import request from 'supertest'
import { beforeEach, describe, expect, test } from 'vitest'
import { addPeople, type World } from '../world.ts'
import { openSurface, type Surface } from './surface.ts'

let world: World
let apiKey: string
let call: Surface['call']
let idOf: Surface['idOf']

beforeEach(async () => {
  ;({ world, apiKey, call, idOf } = await openSurface())
})

describe('authentication', () => {
  test('without a key everybody is sent to the login page', async () => {
    const answer = await request(createServer(world.org.handle)).get('/api/systemusers')
    expect(answer.status).toBe(302)
    expect(answer.headers.location).toBe('/login')
  })

  test('a wrong key is told so', async () => {
    const answer = await request(createServer(world.org.handle)).get('/api/systemusers').set('x-api-key', 'wrong')
    expect(answer.status).toBe(401)
    expect(answer.body).toEqual({ error: 'Unauthorized', message: 'Unauthorized: api key user not found' })
  })

  test('a key is kept as a hash only', () => {
    expect(JSON.stringify(world.org.control.snapshot())).not.toContain(apiKey)
  })

  test('the control surface needs no key on loopback, and the API can be mounted in Express', async () => {
    const app = express().use('/jumpcloud', world.org.router)
    const mounted = await request(app).get('/jumpcloud/api/systemusers').set('x-api-key', apiKey)
    expect(mounted.body).toEqual({ totalCount: 0, results: [] })
    const verb = await request(createServer(world.org.handle))
      .post('/_scimulator/verbs/create-group')
      .send({ name: 'G' })
    expect(verb.status).toBe(200)
  })
})

describe('V1', () => {
  test('a systemuser is created, changed in part, suspended and deleted with 200 each', async () => {
    const created = await call('post', '/api/systemusers', { username: 'ana', email: 'ana@example.com' })
    expect(created).toMatchObject({ status: 200, body: { state: 'ACTIVATED', activated: false, suspended: false } })
    const path = `/api/systemusers/${created.body._id}`
    const put = await call('put', path, { jobTitle: 'Boss', suspended: true })
    expect(put).toMatchObject({ status: 200, body: { jobTitle: 'Boss', state: 'SUSPENDED', email: 'ana@example.com' } })
    expect((await call('delete', path)).body).toMatchObject({ username: 'ana' })
    expect(await call('get', path)).toMatchObject({ status: 404, body: { error: 'Not Found' } })
  })

  test.each([
    ['post', '', { email: 'a@example.com' }, 400],
    ['post', '', { username: 'bo', email: 'other@example.com' }, 409],
    ['put', 'ana', { state: 'STAGED' }, 400],
    ['put', 'ana', { state: 'ACTIVATED', suspended: true }, 400],
    ['put', 'ana', { displayname: 'x'.repeat(1025) }, 400],
  ] as const)('%s %s %j is answered with %i', async (method, name, body, status) => {
    await addPeople(world)
    const path = name === '' ? '/api/systemusers' : `/api/systemusers/${await idOf('users', name)}`
    const answer = await call(method, path, body)
    expect(answer.status).toBe(status)
    expect(answer.body).toEqual({ error: expect.any(String), message: expect.any(String) })
  })

  test('a body that is not JSON is answered with 400', async () => {
    const sent = request(createServer(world.org.handle)).post('/api/systemusers').set('x-api-key', apiKey)
    expect((await sent.set('content-type', 'application/json').send('{"username":')).status).toBe(400)
  })

  test('expire makes the user inactive, activate ends STAGED, unlock unlocks', async () => {
    await addPeople(world)
    const ana = `/api/systemusers/${await idOf('users', 'ana')}`
    await world.act('lock-user', { user: 'ana' })
    expect((await call('post', `${ana}/expire`)).status).toBe(200)
    expect((await call('post', `${ana}/unlock`)).status).toBe(200)
    expect(await world.look('users', 'ana')).toMatchObject({ password_expired: true, account_locked: false })
    expect((await call('post', `${ana}/state/activate`, {})).status).toBe(400)
    const staged = await call('post', '/api/systemusers', { username: 's', email: 's@example.com', state: 'STAGED' })
    await call('post', `/api/systemusers/${staged.body._id}/state/activate`, {})
    expect(await world.look('users', 's')).toMatchObject({ state: 'ACTIVATED' })
  })

  test('lists wrap their page, ten by default and a hundred at most', async () => {
    for (let number = 0; number < 120; number += 1) {
      await world.act('create-user', { username: `u${number}`, email: `u${number}@example.com` })
    }
    const counts = []
    for (const query of ['', '?limit=500', '?limit=7&skip=115', '?limit=nonsense']) {
      const { body } = await call('get', `/api/systemusers${query}`)
      expect(body.totalCount).toBe(120)
      counts.push(body.results.length)
    }
    expect(counts).toEqual([10, 100, 5, 10])
  })

  test.each([
    ['filter=username:$eq:bo', ['bo']],
    ['filter=username:$ne:bo&sort=username', ['ana', 'cy']],
    ['filter=username:$in:ana|cy&sort=-username', ['cy', 'ana']],
    ['filter=created:$gt:2025-04-06&sort=-username', ['cy', 'bo', 'ana']],
    ['filter=username:$search:AN', ['ana']],
    ['search=bo', ['bo']],
    ['sort=state -username', ['cy', 'bo', 'ana']],
    ['sort=-username,state', ['ana', 'bo', 'cy']],
  ])('%s finds %j: spaces separate, commas are ignored', async (query, names) => {
    await addPeople(world)
    const { body } = await call('get', `/api/systemusers?${encodeURI(query)}`)
    expect(body.results.map(({ username }: { username: string }) => username)).toEqual(names)
  })

  test('fields are chosen with spaces', async () => {
    await addPeople(world)
    const { body } = await call('get', '/api/systemusers?fields=username%20email&limit=1')
    expect(Object.keys(body.results[0]).sort()).toEqual(['_id', 'email', 'username'])
  })

  test('a V2 filter is no V1 filter, and the answer says how it is written', async () => {
    const answer = await call('get', '/api/systemusers?filter=username:eq:bo')
    expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining('field:$operator:value') } })
  })

  test.each(['$ne', '$eq'])('a filter with %s on a field that no user has is refused', async (operator) => {
    await addPeople(world)
    const answer = await call('get', `/api/systemusers?filter=nonsense:${operator}:1`)
    expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining('"nonsense"') } })
  })

  test('applications are created, changed and deleted; required keys are demanded', async () => {
    expect((await call('post', '/api/applications', { name: 'x' })).status).toBe(400)
    const made = await call('post', '/api/applications', { name: 'x', ssoUrl: '', config: {}, displayLabel: 'Lark' })
    expect(made).toMatchObject({ status: 200, body: { displayLabel: 'Lark', active: true } })
    const path = `/api/applications/${made.body._id}`
    expect((await call('put', path, { displayLabel: 'Feishu' })).body).toMatchObject({ displayLabel: 'Feishu' })
    expect((await call('get', '/api/applications')).body).toMatchObject({ totalCount: 1 })
    expect((await call('delete', path)).status).toBe(200)
    expect((await call('get', path)).status).toBe(404)
  })

  test('the organisation tells and takes the state of new users', async () => {
    const { body } = await call('get', '/api/organizations')
    const path = `/api/organizations/${body.results[0]._id}`
    await call('put', path, { settings: { newSystemUserStateDefaults: { manualEntry: 'STAGED' } } })
    await call('post', '/api/systemusers', { username: 'ana', email: 'ana@example.com' })
    expect(await world.look('users', 'ana')).toMatchObject({ state: 'STAGED' })
  })
})
