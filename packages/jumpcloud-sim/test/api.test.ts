import { createServer } from 'node:http'
import { default as express } from 'express'
import request from 'supertest'
import { beforeEach, describe, expect, test } from 'vitest'
import { BASE } from './responder.ts'
import { addPeople, createWorld, type World } from './world.ts'

let world: World
let apiKey: string

beforeEach(async () => {
  world = createWorld()
  apiKey = String(((await world.act('create-api-key')) as { apiKey: string }).apiKey)
})

function call(method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, body?: unknown) {
  const sent = request(createServer(world.org.handle))[method](path).set('x-api-key', apiKey)
  return body === undefined ? sent : sent.send(body as object)
}

async function idOf(view: string, key: string): Promise<string> {
  const item = await world.look(view, key)
  return String(item?._id ?? item?.id)
}

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

  test('a body that is no JSON is answered with 400', async () => {
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

  test.each<[string, number, readonly string[], string | undefined]>([
    ['', 200, ['Engineering', 'Sales', 'Support'], '3'],
    ['?filter=type:eq:user_group', 200, ['Engineering', 'Sales', 'Support'], '3'],
    ['?filter=type:eq:system_group', 200, [], '0'],
    ['?filter=name:eq:Sales', 200, ['Sales'], '1'],
    ['?filter=type:eq:user_group&filter=name:eq:Sales', 200, ['Sales'], '1'],
    ['?filter=type:eq:user_group&limit=100&skip=0', 200, ['Engineering', 'Sales', 'Support'], '3'],
    ['?limit=1&skip=1', 200, ['Sales'], '3'],
    ['?sort=-name', 200, ['Support', 'Sales', 'Engineering'], '3'],
    ['?filter=type:$eq:user_group', 400, [], undefined],
    ['?filter=description:eq:x', 200, [], '0'],
    ['?filter=shoe:eq:1', 400, [], undefined],
    ['?filter=shoe:ne:1', 400, [], undefined],
  ])('groups of all kinds%s: %i, %j of %s', async (query, status, names, total) => {
    for (const name of ['Engineering', 'Sales', 'Support']) await world.act('create-group', { name })
    const answer = await call('get', `/api/v2/groups${query}`)
    expect([answer.status, answer.headers['x-total-count']]).toEqual([status, total])
    if (status === 200) {
      expect(answer.body.map(({ name }: { name: string }) => name)).toEqual(names)
      for (const one of answer.body) expect(one).toMatchObject({ id: expect.any(String), type: 'user_group' })
    }
  })

  test('groups of all kinds are those of people', async () => {
    for (const name of ['Engineering', 'Sales']) await world.act('create-group', { name })
    const { body: groups, headers } = await call('get', '/api/v2/groups?filter=type:eq:user_group&limit=1&skip=1')
    expect([headers['x-total-count'], groups]).toEqual(['2', [expect.objectContaining({ name: 'Sales' })]])
    expect((await call('get', '/api/v2/groups?filter=type:eq:system_group')).body).toEqual([])
    expect((await call('get', '/api/v2/groups')).body).toEqual((await call('get', '/api/v2/usergroups')).body)
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

describe('V2', () => {
  test('a user group: POST 201, PUT 200, DELETE 200', async () => {
    const made = await call('post', '/api/v2/usergroups', { name: 'Sales' })
    expect(made).toMatchObject({ status: 201, body: { name: 'Sales', type: 'user_group', membershipMethod: 'STATIC' } })
    const path = `/api/v2/usergroups/${made.body.id}`
    expect((await call('put', path, {})).body).toEqual({
      code: 400,
      message: expect.any(String),
      status: 'BAD_REQUEST',
    })
    expect((await call('put', path, { name: 'More Sales' })).body).toMatchObject({ name: 'More Sales' })
    expect((await call('post', '/api/v2/usergroups', { name: 'more sales' })).status).toBe(409)
    expect((await call('delete', path)).status).toBe(200)
    expect((await call('get', path)).body).toMatchObject({ code: 404, status: 'NOT_FOUND' })
  })

  test('lists are bare arrays with the count and the next page in headers', async () => {
    for (let number = 0; number < 12; number += 1) await world.act('create-group', { name: `g${number}` })
    const first = await call('get', '/api/v2/usergroups?sort=-name,type&fields=name')
    expect(first.body).toHaveLength(10)
    expect(first.body[0]).toEqual({ id: expect.any(String), name: 'g9' })
    expect(first.headers['x-total-count']).toBe('12')
    const next = /<(.*)>; rel="next"/.exec(String(first.headers.link))?.[1] ?? ''
    const second = await call('get', next)
    expect(second.body).toHaveLength(2)
    expect(second.headers.link).toBeUndefined()
    expect((await call('get', '/api/v2/usergroups?filter=name:eq:g3')).body).toHaveLength(1)
    expect((await call('get', '/api/v2/usergroups?filter=name:$eq:g3')).status).toBe(400)
  })

  test('members: 204 also for a second add, edges and effective membership', async () => {
    await addPeople(world, [])
    const [group, ana] = [await idOf('groups', 'Engineering'), await idOf('users', 'ana')]
    const path = `/api/v2/usergroups/${group}`
    for (const op of ['add', 'add', 'update']) {
      const answer = await call('post', `${path}/members`, { op, type: 'user', id: ana })
      expect([answer.status, answer.text]).toEqual([204, ''])
    }
    expect((await call('get', `${path}/members`)).body).toMatchObject([{ to: { type: 'user', id: ana } }])
    expect((await call('get', `${path}/membership`)).body).toMatchObject([{ type: 'user', id: ana }])
    expect((await call('get', `/api/v2/users/${ana}/memberof`)).body).toMatchObject([{ id: group }])
    expect((await call('post', `${path}/members`, { op: 'remove', type: 'user', id: ana })).status).toBe(204)
    expect((await call('post', `${path}/members`, { op: 'add', type: 'user', id: 'nobody' })).status).toBe(404)
    expect((await call('get', `${path}/members`)).body).toEqual([])
  })

  test('associations bind and unbind from every side; a second one is 409 Already Exists', async () => {
    await addPeople(world)
    await world.act('create-application', { displayLabel: 'Lark' })
    const [group, ana, app] = [
      await idOf('groups', 'Engineering'),
      await idOf('users', 'ana'),
      await idOf('applications', 'Lark'),
    ]
    const toApp = { type: 'application', id: app }
    expect((await call('post', `/api/v2/usergroups/${group}/associations`, { op: 'add', ...toApp })).status).toBe(204)
    const again = await call('post', `/api/v2/applications/${app}/associations`, {
      op: 'add',
      type: 'user_group',
      id: group,
    })
    expect(again).toMatchObject({ status: 409, body: { message: 'Already Exists' } })
    expect((await call('post', `/api/v2/users/${ana}/associations`, { op: 'add', ...toApp })).status).toBe(204)
    const list = async (path: string) => (await call('get', path)).body
    expect(await list(`/api/v2/usergroups/${group}/associations?targets=application`)).toMatchObject([{ to: toApp }])
    expect(await list(`/api/v2/applications/${app}/associations?targets=user`)).toMatchObject([{ to: { id: ana } }])
    expect(await list(`/api/v2/applications/${app}/usergroups`)).toMatchObject([{ id: group }])
    expect(await list(`/api/v2/applications/${app}/users`)).toMatchObject([{ id: ana, paths: { length: 2 } }, {}])
    expect(await list(`/api/v2/users/${ana}/applications`)).toMatchObject([{ id: app, paths: { length: 2 } }])
    expect(await list(`/api/v2/users/${ana}/associations?targets=application`)).toMatchObject([{ to: toApp }])
    expect((await call('get', `/api/v2/usergroups/${group}/associations`)).status).toBe(400)
    expect((await call('post', `/api/v2/usergroups/${group}/associations`, { op: 'remove', ...toApp })).status).toBe(
      204,
    )
    expect((await call('post', `/api/v2/usergroups/${group}/associations`, { op: 'remove', ...toApp })).status).toBe(
      404,
    )
  })

  test('bulk: users are made and changed entry by entry, and state changes are planned', async () => {
    const entries = [
      { username: 'a', email: 'a@example.com' },
      { username: 'a', email: 'b@example.com' },
      { email: 'c' },
    ]
    const { body } = await call('post', '/api/v2/bulk/users', entries)
    const results = await call('get', `/api/v2/bulk/users/${body.jobId}/results`)
    expect(results.body.map(({ status }: { status: string }) => status)).toEqual(['finished', 'failed', 'failed'])
    const id = await idOf('users', 'a')
    await call('patch', '/api/v2/bulk/users', [{ id, jobTitle: 'Boss' }])
    expect(await world.look('users', 'a')).toMatchObject({ jobTitle: 'Boss', creationSource: 'jumpcloud:bulk' })
    const change = { user_ids: [id], state: 'SUSPENDED', start_date: '2026-01-06T02:00:00' }
    const planned = await call('post', '/api/v2/bulk/userstates', change)
    expect(planned).toMatchObject({ status: 201, body: [{ systemUserId: id, state: 'SUSPENDED' }] })
    expect((await call('get', '/api/v2/bulk/userstates')).body).toHaveLength(1)
    const next = await call('get', `/api/v2/bulk/userstates/eventlist/next?users=${id}`)
    expect(next.body).toMatchObject({ events_count: 1, results: [{ scheduledDate: '2026-01-06T02:00:00.000Z' }] })
    const job = planned.body[0].scheduledJobId
    expect((await call('delete', `/api/v2/bulk/userstates/${job}`)).status).toBe(204)
    expect((await call('delete', `/api/v2/bulk/userstates/${job}`)).status).toBe(404)
  })

  test('the connector has paths of our own, from the form to the pushes', async () => {
    await addPeople(world)
    await world.act('create-application', { displayLabel: 'Lark' })
    const path = `/api/v2/applications/${await idOf('applications', 'Lark')}/provision`
    expect((await call('get', path)).status).toBe(404)
    const form = { baseUrl: BASE, token: 'secret-token', testUserEmail: 'test@example.com' }
    expect((await call('put', path, { ...form, scimVersion: '1.1' })).status).toBe(400)
    expect((await call('put', path, form)).text).not.toContain('secret-token')
    expect((await call('post', `${path}/verify`)).body).toMatchObject({ passed: true })
    expect((await call('post', `${path}/activate`)).body).toMatchObject({ active: true })
    expect((await call('post', `${path}/activate`)).status).toBe(409)
    await world.act('bind-group', { group: 'Engineering' })
    world.target.traffic()
    await call('post', `${path}/reactivate`)
    await world.org.control.idle()
    expect(world.target.traffic()).toHaveLength(5)
    const importable = await call('get', `${path.replace('/provision', '/import/users')}?limit=1`)
    expect(importable.body).toMatchObject({ total_count: 2, users: [{ username: 'ana', email: 'ana@example.com' }] })
    expect((await call('post', `${path}/deactivate`)).body).toMatchObject({ active: false })
  })

  test('an unknown path and a wrong method are told apart', async () => {
    expect((await call('get', '/api/v2/nothing')).body.message).toContain('There is no /api/v2/nothing')
    expect((await call('put', '/api/v2/usergroups', {})).body.message).toContain('answers GET, POST, not PUT')
  })
})

describe('Directory Insights', () => {
  const PATH = '/insights/directory/v1/events'
  const all = { service: ['all'], start_time: '2026-01-01T00:00:00Z' }

  beforeEach(async () => {
    await addPeople(world)
    await world.act('suspend-user', { user: 'bo' })
    await world.advance(3_600_000)
    await world.act('delete-user', { user: 'cy' })
  })

  test('events come oldest first as a bare array, with what is needed to go on in headers', async () => {
    const first = await call('post', PATH, { ...all, limit: 2 })
    expect(first.body.map(({ event_type }: { event_type: string }) => event_type)).toEqual([
      'user_create',
      'user_create',
    ])
    expect(first.headers).toMatchObject({ 'x-result-count': '2', 'x-limit': '2', 'x-sort': 'ASC' })
    const after = JSON.parse(String(first.headers['x-search_after']))
    const second = await call('post', PATH, { ...all, limit: 1, search_after: after })
    expect(second.body).toMatchObject([{ event_type: 'user_create', resource: { username: 'cy' }, success: true }])
  })

  test.each([
    [{ sort: 'DESC', limit: 1 }, ['user_delete']],
    [{ search_term: { and: { event_type: 'user_suspended' } } }, ['user_suspended']],
    [{ search_term: { or: { event_type: ['user_delete', 'group_create'] } } }, ['group_create', 'user_delete']],
    [
      { search_term: { not: { event_type: ['user_create', 'association_change'] } } },
      ['group_create', 'user_update', 'user_suspended', 'user_delete'],
    ],
    [{ search_term: { and: { 'resource.username': 'bo', event_type: 'user_create' } } }, ['user_create']],
    [{ search_term: { and: [{ 'resource.username': 'bo' }, { event_type: 'USER_CREATE' }] } }, ['user_create']],
    [{ search_term: { and: { resource: { username: 'bo' }, event_type: ['user_create'] } } }, ['user_create']],
    [
      { search_term: { or: [{ event_type: 'user_delete' }, { event_type: 'group_create' }] } },
      ['group_create', 'user_delete'],
    ],
    [
      {
        search_term: {
          and: [{ event_type: 'user_create' }, { or: [{ 'resource.username': 'bo' }, { 'resource.username': 'cy' }] }],
        },
      },
      ['user_create', 'user_create'],
    ],
    [
      { search_term: { and: [{ event_type: 'user_create' }, { not: { 'resource.username': ['bo', 'cy'] } }] } },
      ['user_create'],
    ],
    [{ search_term: { or: [{ event_type: 'user_create', 'resource.username': 'CY' }] } }, ['user_create']],
    [{ search_term: { or: {} } }, []],
    [{ start_time: '2026-01-05T08:30:00Z' }, ['user_delete']],
    [{ end_time: '2026-01-01T08:30:00Z' }, []],
    [{ service: ['ldap'] }, []],
    [{ q: 'ENGINEERING', limit: 1 }, ['group_create']],
  ])('%j finds %j', async (query, types) => {
    const { body } = await call('post', PATH, { ...all, ...query })
    expect(body.map(({ event_type }: { event_type: string }) => event_type)).toEqual(types)
  })

  test.each([
    [{ xor: { event_type: 'user_delete' } }, 'search_term.xor'],
    [{ and: 'user_delete' }, 'search_term.and'],
    [['user_delete'], 'search_term must be an object'],
    [{ event_type: 'user_delete' }, 'search_term.event_type'],
  ])('the term %j is refused: it would find everything', async (search_term, message) => {
    const answer = await call('post', PATH, { ...all, search_term })
    expect([answer.status, answer.body.message]).toEqual([400, expect.stringContaining(message)])
  })

  test('a limit without sense is the default, and fields that do not exist are refused', async () => {
    expect((await call('post', PATH, { ...all, limit: -5 })).headers['x-limit']).toBe('1000')
    expect((await call('post', PATH, { ...all, fields: [] })).status).toBe(400)
    expect((await call('post', PATH, { ...all, fields: ['colour'] })).status).toBe(400)
    expect((await call('post', PATH, { ...all, fields: ['event_type'], limit: 1 })).body).toEqual([
      { event_type: 'user_create' },
    ])
    expect((await call('post', PATH, { service: ['all'] })).status).toBe(400)
  })

  test('counts, distinct values and intervals', async () => {
    expect((await call('post', `${PATH}/count`, all)).body).toEqual({ count: 9 })
    const distinct = await call('post', `${PATH}/distinct`, { ...all, field: 'event_type' })
    expect(distinct.body.buckets[0]).toEqual({ key: 'user_create', doc_count: 3 })
    const hours = await call('post', `${PATH}/interval`, { ...all, interval_unit: 'h' })
    expect(hours.body.buckets).toMatchObject([
      { key_as_string: '2026-01-05T08:00:00.000Z', doc_count: 8 },
      { key_as_string: '2026-01-05T09:00:00.000Z', doc_count: 1 },
    ])
  })
})
