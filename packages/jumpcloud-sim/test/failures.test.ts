import type { ScimResponse } from '@scimulator/shared/provisioning'
import { describe, expect, test } from 'vitest'
import { addPeople, createActiveWorld, type World } from './world.ts'

function answers(status: number, headers: ScimResponse['headers'] = []): ScimResponse {
  return { status, headers, body: '{"detail":"no"}' }
}

async function failed(world: World) {
  return (await world.see('insights', { success: false })).map(({ value }) => value)
}

/** What came since the last look, without the lookups. */
function writes(world: World): string[] {
  return world.target.traffic().filter((line) => !line.startsWith('GET'))
}

async function createBound(switches: Record<string, unknown> = {}, groupManagement = false) {
  const world = await createActiveWorld({ groupManagement, switches })
  await addPeople(world, ['ana'])
  await world.act('bind-group', { group: 'Engineering' })
  world.target.traffic()
  return world
}

const PROMOTE = { user: 'ana', set: { jobTitle: 'Boss' } }

describe('a push that fails', () => {
  test.each([429, 502, 503, 504])(
    'with %i is tried three more times with growing waits, then dropped and logged',
    async (status) => {
      const world = await createBound()
      world.target.intercept = ({ method }) => (method === 'PUT' ? answers(status) : undefined)
      await world.act('update-user', PROMOTE)
      expect(writes(world)).toHaveLength(1)
      await world.advance(999)
      expect(writes(world)).toHaveLength(0)
      await world.advance(1)
      expect(writes(world)).toHaveLength(1)
      await world.advance(3_600_000)
      expect(writes(world)).toHaveLength(2)
      expect(await failed(world)).toMatchObject([
        {
          event_type: 'user_update_provision',
          error_message: expect.stringContaining('dropped after 3 retries'),
          message_chain: { response_code: String(status), message_details: '{"detail":"no"}' },
          resource: { type: 'systemuser', username: 'ana' },
          application: { name: 'Lark' },
        },
      ])
      expect(await world.see('pushes')).toEqual([])
    },
  )

  test.each([400, 401, 403, 404, 409, 412, 422, 500, 501])('with %i is not tried again', async (status) => {
    const world = await createBound()
    world.target.intercept = ({ method }) => (method === 'PUT' ? answers(status) : undefined)
    await world.act('update-user', PROMOTE)
    await world.advance(3_600_000)
    expect(await failed(world)).toMatchObject([{ message_chain: { response_code: String(status) } }])
  })

  test('is tried again when the target cannot be reached, and heals', async () => {
    const world = await createBound()
    world.target.intercept = () => 'down'
    await world.act('update-user', PROMOTE)
    world.target.intercept = () => undefined
    await world.advance(1_000)
    expect(await failed(world)).toEqual([])
    expect([...world.target.users.values()]).toMatchObject([{ title: 'Boss' }])
  })

  test.each([
    ['60', 60_000],
    ['Mon, 05 Jan 2026 08:02:00 GMT', 120_000],
    // Neither seconds nor a date of RFC 9110 §5.6.7: the wait is its own.
    ['2026-01-05T08:02:00Z', 1_000],
  ])('waits as Retry-After %s says', async (value, wait) => {
    const world = await createBound()
    let struck = 0
    world.target.intercept = () => (struck++ === 0 ? answers(503, [['Retry-After', value]]) : undefined)
    await world.act('update-user', PROMOTE)
    world.target.traffic()
    await world.advance(wait - 1)
    expect(world.target.traffic()).toHaveLength(0)
    await world.advance(1)
    expect(writes(world)).toHaveLength(1)
  })

  test('is forgotten with the state that it belongs to: nothing is planned after a reset', async () => {
    const world = await createBound()
    world.target.intercept = ({ method }) => (method === 'PUT' ? answers(503) : undefined)
    await world.act('update-user', PROMOTE)
    expect(world.schedule.nextDue()).toBe(world.schedule.now() + 1_000)
    world.org.control.reset()
    expect(world.schedule.nextDue()).toBeUndefined()
  })

  test('is healed by the next event on the same user, and by nothing else', async () => {
    const world = await createBound({ retryLimit: 0 })
    world.target.intercept = () => answers(503)
    await world.act('update-user', PROMOTE)
    world.target.intercept = () => undefined
    await world.advance(30 * 86_400_000)
    expect([...world.target.users.values()][0]).not.toHaveProperty('title')
    await world.act('update-user', { user: 'ana', set: { department: 'Sales' } })
    expect([...world.target.users.values()]).toMatchObject([{ title: 'Boss' }])
  })

  test('does not hold up others, while its own object keeps its order', async () => {
    const world = await createBound()
    await world.act('add-member', { group: 'Engineering', user: 'bo' })
    world.target.intercept = ({ body }) => (body?.includes('"ana"') ? answers(503) : undefined)
    await world.act('update-user', PROMOTE)
    await world.act('suspend-user', { user: 'ana' })
    await world.act('update-user', { user: 'bo', set: { jobTitle: 'Engineer' } })
    expect([...world.target.users.values()].find(({ userName }) => userName === 'bo')).toMatchObject({
      title: 'Engineer',
    })
    world.target.intercept = () => undefined
    await world.advance(60_000)
    expect([...world.target.users.values()].find(({ userName }) => userName === 'ana')).toMatchObject({
      title: 'Boss',
      active: false,
    })
  })
})

describe('a create', () => {
  test('whose answer was lost is found by the retry and written, not made twice', async () => {
    const world = await createActiveWorld({ groupManagement: false })
    await addPeople(world, ['ana'])
    let lost = 0
    world.target.intercept = ({ method }) => (method === 'POST' && lost++ === 0 ? 'lost' : undefined)
    await world.act('bind-group', { group: 'Engineering' })
    await world.advance(60_000)
    expect(world.target.traffic()).toEqual([
      'GET /Users?filter=userName eq "ana"',
      'POST /Users',
      'GET /Users?filter=userName eq "ana"',
      'PUT /Users/ID',
    ])
    expect(world.target.users.size).toBe(1)
  })

  test('answered with 409 is looked up once more and fails when nobody is found', async () => {
    const world = await createActiveWorld({ groupManagement: false })
    await addPeople(world, ['ana'])
    world.target.intercept = ({ method }) => (method === 'POST' ? answers(409) : undefined)
    await world.act('bind-group', { group: 'Engineering' })
    expect(world.target.traffic()).toHaveLength(3)
    expect(await failed(world)).toMatchObject([{ event_type: 'user_create_provision' }])
  })

  test('is not tried when the lookup has an issue, which has an event of its own', async () => {
    const world = await createActiveWorld({ groupManagement: false })
    await addPeople(world, ['ana'])
    world.target.intercept = ({ method }) => (method === 'GET' ? answers(404) : undefined)
    await world.act('bind-group', { group: 'Engineering' })
    expect(await failed(world)).toMatchObject([{ event_type: 'user_lookup_provision' }])
  })

  test('is refused when the lookup finds two', async () => {
    const world = await createActiveWorld({ groupManagement: false })
    await addPeople(world, ['ana'])
    for (const id of ['1', '2']) world.target.users.set(id, { id, userName: 'ana' })
    await world.act('bind-group', { group: 'Engineering' })
    expect(await failed(world)).toMatchObject([{ error_message: 'the target has 2 users for ana' }])
  })

  test('is made when a target ignores the filter and answers everybody', async () => {
    const world = await createActiveWorld({ groupManagement: false })
    await addPeople(world, ['ana'])
    const everybody = '{"totalResults":1,"Resources":[{"id":"x","userName":"stranger"}]}'
    world.target.intercept = ({ method }) =>
      method === 'GET' ? { status: 200, headers: [], body: everybody } : undefined
    await world.act('bind-group', { group: 'Engineering' })
    expect(world.target.traffic()).toEqual(['GET /Users?filter=userName eq "ana"', 'POST /Users'])
  })

  test('with an integer id fails and leaves no link', async () => {
    const world = await createActiveWorld({ groupManagement: false })
    await addPeople(world, ['ana'])
    world.target.intercept = ({ method }) =>
      method === 'POST' ? { status: 201, headers: [], body: '{"id":1}' } : undefined
    await world.act('bind-group', { group: 'Engineering' })
    expect(await failed(world)).toMatchObject([{ error_message: expect.stringContaining('"id"') }])
    expect(await world.see('links')).toEqual([])
  })
})

describe('an id that the target no longer knows', () => {
  test('is forgotten: the user is looked up and made again', async () => {
    const world = await createBound()
    world.target.users.clear()
    await world.act('update-user', PROMOTE)
    expect(world.target.traffic()).toEqual(['GET /Users?filter=userName eq "ana"', 'PUT /Users/ID', 'POST /Users'])
  })

  test('of a group brings the group again with all its members', async () => {
    const world = await createBound({}, true)
    world.target.groups.clear()
    await world.act('add-member', { group: 'Engineering', user: 'bo' })
    expect([...world.target.groups.values()]).toMatchObject([{ members: { length: 2 } }])
  })

  test('is a success for a DELETE', async () => {
    const world = await createBound({ onUserDelete: 'delete' }, true)
    world.target.groups.clear()
    world.target.users.clear()
    await world.act('delete-group', { group: 'Engineering' })
    await world.act('delete-user', { user: 'ana' })
    expect((await failed(world)).map(({ event_type }) => event_type)).toEqual(['user_deprovision'])
  })
})

test('a group push leaves out members whom the target never got, and says when nobody is left', async () => {
  const world = await createActiveWorld()
  await addPeople(world)
  world.target.intercept = ({ body, method, url }) =>
    method === 'POST' && url.endsWith('/Users') && body?.includes('"bo"') ? answers(400) : undefined
  await world.act('bind-group', { group: 'Engineering' })
  expect([...world.target.groups.values()]).toMatchObject([{ members: { length: 1 } }])
  world.target.intercept = ({ method, url }) => (method === 'POST' && url.endsWith('/Users') ? answers(400) : undefined)
  await world.act('add-member', { group: 'Engineering', user: 'cy' })
  expect((await failed(world)).map(({ event_type }) => event_type)).toEqual([
    'user_create_provision',
    'user_create_provision',
    'group_update_provision',
  ])
})

test('at most five objects are written at a time', async () => {
  const world = await createActiveWorld({ groupManagement: false })
  await world.act('create-group', { name: 'Many' })
  for (let number = 0; number < 12; number += 1) {
    const username = `u${number}`
    await world.act('create-user', { username, email: `${username}@example.com` })
    await world.act('add-member', { group: 'Many', user: username })
  }
  await world.act('bind-group', { group: 'Many' })
  const lookups = world.target.traffic().slice(0, 6)
  expect(lookups.filter((line) => line.startsWith('GET'))).toHaveLength(5)
})

test('a push waits as long as the latency says, and pushes of one object keep their order', async () => {
  const world = await createActiveWorld({ groupManagement: false, switches: { latencyMs: 5_000 } })
  await addPeople(world, ['ana'])
  await world.act('bind-group', { group: 'Engineering' })
  expect(world.target.traffic()).toEqual([])
  for (const jobTitle of ['A', 'B', 'C', 'D']) await world.act('update-user', { user: 'ana', set: { jobTitle } })
  await world.advance(5_000)
  const bodies = world.target.requests.flatMap(({ method, body }) => (method === 'PUT' ? (body ?? '{}') : []))
  const titles = bodies.slice(-4).map((body) => JSON.parse(body).title)
  expect(titles).toEqual(['A', 'B', 'C', 'D'])
})
