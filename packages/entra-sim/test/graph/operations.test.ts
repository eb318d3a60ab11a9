// The surface over plain HTTP, operation by operation: what it answers, and what it refuses. Here of any operation.
import request from 'supertest'
import { beforeEach, describe, expect, test } from 'vitest'
import { NOBODY, openSurface, START, type Surface } from './surface.ts'

let surface: Surface
beforeEach(async () => {
  surface = await openSurface()
})
const graph: Surface['graph'] = (...given) => surface.graph(...given)

describe('access', () => {
  test.each([
    ['no token', undefined],
    ['a token of somebody else', 'Bearer a.b.c'],
    ['no bearer token', 'Basic abc'],
  ])('%s is 401 with a challenge', async (_what, header) => {
    const call = request(surface.server).get('/v1.0/users')
    const answer = await (header === undefined ? call : call.set('Authorization', header))
    expect(answer.status).toBe(401)
    expect(answer.body.error.code).toBe('InvalidAuthenticationToken')
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer/)
  })

  test('a token of an hour ago is expired', async () => {
    await surface.schedule.advanceTo(START + 3_600_000)
    const answer = await graph('get', '/users')
    expect([answer.status, answer.body.error.message]).toEqual([
      401,
      'Lifetime validation failed, the token is expired.',
    ])
  })
})

describe('the surface', () => {
  test.each([
    ['get', '/teams', 404],
    ['put', '/users', 405],
    ['get', '/users?$search="ana"', 400],
    ['get', "/users?$filter=displayName is 'x'", 400],
    ['get', `/servicePrincipals/${NOBODY}`, 404],
    ['get', `/groups/${NOBODY}/members`, 404],
    ['get', '/users/%zz', 400],
  ] as const)('%s %s is %i with a Graph error', async (method, path, status) => {
    const answer = await graph(method, path)
    expect(answer.status).toBe(status)
    expect(answer.body.error.code).toEqual(expect.any(String))
  })

  test('a body that is not JSON is 400', async () => {
    const answer = await request(surface.server)
      .post('/v1.0/users')
      .set('Authorization', `Bearer ${surface.token}`)
      .set('Content-Type', 'application/json')
      .send('{"displayName":')
    expect([answer.status, answer.body.error.code]).toEqual([400, 'Request_BadRequest'])
  })

  test('what a client names its request comes back', async () => {
    const answer = await graph('get', '/organization').set('client-request-id', 'mine')
    expect(answer.headers['client-request-id']).toBe('mine')
    expect(answer.body.value[0].verifiedDomains[0]).toMatchObject({ name: 'contoso.example', isDefault: true })
  })

  test.each([
    ['an unknown dependency', [{ id: '1', method: 'GET', url: '/users', dependsOn: ['0'] }]],
    [
      'an id twice',
      [
        { id: '1', method: 'GET', url: '/users' },
        { id: '1', method: 'GET', url: '/users' },
      ],
    ],
    ['nothing in it', []],
    ['too much in it', Array.from({ length: 21 }, (_, id) => ({ id: String(id), method: 'GET', url: '/users' }))],
  ])('a batch with %s is refused', async (_what, requests) => {
    expect((await graph('post', '/$batch', { requests })).status).toBe(400)
  })
})
