// What the API answers before anything is looked at: who asks, what for, how often (O901, O905 to O909, O940).
import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { createSurface, nextOf, person } from './surface.ts'

describe('who asks', () => {
  test('without a token, or in another form, 403 E0000005; with a wrong one 401 E0000011', async () => {
    const { ask, server } = await createSurface()
    const bare = await request(server).get('/api/v1/users')
    expect([bare.status, bare.body.errorCode]).toEqual([403, 'E0000005'])
    for (const [authorization, status, code] of [
      ['Basic YTpi', 403, 'E0000005'],
      ['SSWS wrong', 401, 'E0000011'],
      ['Bearer wrong', 401, 'E0000011'],
    ] as const) {
      const { status: answered, body } = await ask('get', '/api/v1/users', undefined, authorization)
      expect([authorization, answered, body]).toEqual([
        authorization,
        status,
        {
          errorCode: code,
          errorSummary: expect.any(String),
          errorLink: code,
          errorId: expect.stringMatching(/^oae/),
          errorCauses: [],
        },
      ])
    }
  })

  test('the token is shown once; what is kept of it does not open anything', async () => {
    const { ask, world, apiToken } = await createSurface()
    const kept = JSON.stringify(world.program.control.snapshot())
    expect(kept).not.toContain(apiToken)
    const hash = /"hash":"(\w+)"/.exec(kept)?.[1] ?? ''
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect((await ask('get', '/api/v1/users', undefined, `SSWS ${hash}`)).status).toBe(401)
  })

  test("who hosts it signs in for its owner's scripts", async () => {
    const { world, server } = await createSurface()
    const [[name = '', value = ''] = []] = (await world.program.signIn?.(async () => Promise.reject(), '')) ?? []
    expect((await request(server).get('/api/v1/users').set(name, value)).status).toBe(200)
  })
})

describe('what for', () => {
  test.each([
    ['get', '/api/v1/nothing', 404, 'E0000008'],
    ['get', '/api/v2/users', 404, 'E0000008'],
    ['patch', '/api/v1/users', 405, 'E0000022'],
    ['get', '/api/v1/users/nobody', 404, 'E0000007'],
    ['get', '/api/v1/users?limit=ten', 400, 'E0000001'],
    ['get', '/api/v1/users?after=x', 400, 'E0000001'],
    ['get', '/api/v1/users?filter=profile.title+eq+%22x%22', 400, 'E0000031'],
    ['get', '/api/v1/users?search=profile.login+eq', 400, 'E0000031'],
  ] as const)('%s %s: %i %s', async (method, path, status, code) => {
    const { ask } = await createSurface()
    const answer = await ask(method, path)
    expect([answer.status, answer.body.errorCode]).toEqual([status, code])
  })

  test('a body that is no JSON is not well-formed', async () => {
    const { server, apiToken } = await createSurface()
    const asked = request(server).post('/api/v1/users').set('authorization', `SSWS ${apiToken}`)
    const { status, body } = await asked.set('content-type', 'application/json').send('{"profile":')
    expect([status, body.errorCode]).toEqual([400, 'E0000003'])
  })
})

describe('how often', () => {
  test('each path has its minute; beyond it E0000047, and the headers say when it is over', async () => {
    const { ask, world } = await createSurface({ apiRequestsPerMinute: 2 })
    const said = async (path: string) => {
      const { status, headers, body } = await ask('get', path)
      return [status, headers['x-rate-limit-limit'], headers['x-rate-limit-remaining'], body.errorCode]
    }
    expect([await said('/api/v1/users'), await said('/api/v1/users/x'), await said('/api/v1/users')]).toEqual([
      [200, '2', '1', undefined],
      [404, '2', '0', 'E0000007'],
      [429, '2', '0', 'E0000047'],
    ])
    expect((await said('/api/v1/nothing'))[0]).toBe(404)
    const { headers } = await ask('get', '/api/v1/users')
    expect(Number(headers['x-rate-limit-reset']) * 1_000).toBe(world.schedule.now() + 60_000)
    await world.schedule.advanceTo(world.schedule.now() + 60_000)
    expect((await said('/api/v1/users'))[0]).toBe(200)
  })
})

test('a script that deletes what each page shows misses nobody', async () => {
  const { ask } = await createSurface()
  for (const name of ['ana', 'bo', 'cy', 'dee', 'eli']) await ask('post', '/api/v1/users', person(name))
  const seen: string[] = []
  for (let path: string | undefined = '/api/v1/users?limit=2'; path; ) {
    const { body, headers } = await ask('get', path)
    for (const { id, profile } of body) {
      seen.push(profile.firstName)
      await ask('delete', `/api/v1/users/${id}`)
      await ask('delete', `/api/v1/users/${id}`)
    }
    path = nextOf(headers)
  }
  expect(seen).toEqual(['ana', 'bo', 'cy', 'dee', 'eli'])
})
