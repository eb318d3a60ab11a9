import { beforeEach, describe, expect, test } from 'vitest'
import { BASE } from '../responder.ts'
import { addPeople, type World } from '../world.ts'
import { openSurface, type Surface } from './surface.ts'

let world: World
let call: Surface['call']
let idOf: Surface['idOf']

beforeEach(async () => {
  ;({ world, call, idOf } = await openSurface())
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

  test('the next page of what belongs to one group is of that group', async () => {
    await addPeople(world)
    const path = `/api/v2/usergroups/${await idOf('groups', 'Engineering')}/members`
    const first = await call('get', `${path}?limit=1`)
    expect(first.headers.link).toBe(`<${path}?limit=1&skip=1>; rel="next"`)
    expect((await call('get', `${path}?limit=1&skip=1`)).body).toHaveLength(1)
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
