// Groups by the API, and what of it an endpoint hears (O918, O919, O944).
import { describe, expect, test } from 'vitest'
import { createEndpoint } from '../endpoint.ts'
import { createSurface, nextOf, person } from './surface.ts'

const GROUP = (name: string, description?: string) => ({ profile: { name, ...(description ? { description } : {}) } })

describe('groups', () => {
  test('PUT writes the profile whole: a description that is not named is gone', async () => {
    const { ask } = await createSurface()
    const { id } = (await ask('post', '/api/v1/groups', GROUP('Sales', 'Who sells'))).body
    expect((await ask('put', `/api/v1/groups/${id}`, GROUP('Sales'))).body.profile).toEqual({
      name: 'Sales',
      description: null,
    })
    expect((await ask('put', `/api/v1/groups/${id}`, { profile: { name: '' } })).body.errorCauses).toEqual([
      { errorSummary: 'name: The field cannot be left blank' },
    ])
  })

  test('times tell a changed profile from a changed membership', async () => {
    const { ask, world } = await createSurface()
    const group = (await ask('post', '/api/v1/groups', GROUP('Sales'))).body
    const user = (await ask('post', '/api/v1/users', person('ana'))).body
    await world.schedule.advanceTo(world.schedule.now() + 60_000)
    const later = new Date(world.schedule.now()).toISOString()
    await ask('put', `/api/v1/groups/${group.id}/users/${user.id}`)
    const { created, lastUpdated, lastMembershipUpdated } = (await ask('get', `/api/v1/groups/${group.id}`)).body
    expect([created, lastUpdated, lastMembershipUpdated]).toEqual([group.created, group.created, later])
    const found = await ask('get', `/api/v1/groups?filter=${encodeURIComponent(`lastMembershipUpdated ge "${later}"`)}`)
    expect(found.body).toHaveLength(1)
  })

  test.each([
    ['not (type eq "OKTA_GROUP")', 'filter'],
    ['profile.name eq "Sales"', 'filter'],
    ['id co "x"', 'search'],
    ['members eq "x"', 'search'],
  ])('%s is no %s of groups', async (text, word) => {
    const { ask } = await createSurface()
    const { status, body } = await ask('get', `/api/v1/groups?${word}=${encodeURIComponent(text)}`)
    expect([status, body.errorCode]).toEqual([400, 'E0000031'])
  })

  test('members come in pages', async () => {
    const { ask } = await createSurface()
    const { id } = (await ask('post', '/api/v1/groups', GROUP('Sales'))).body
    for (const name of ['ana', 'bo', 'cy']) await ask('post', '/api/v1/users', { ...person(name), groupIds: [id] })
    const first = await ask('get', `/api/v1/groups/${id}/users?limit=2`)
    const second = await ask('get', nextOf(first.headers) ?? '')
    expect([first.body.length, second.body.length, nextOf(second.headers)]).toEqual([2, 1, undefined])
  })
})

test('a pushed group hears of its members and of its name, and cannot be deleted', async () => {
  const endpoint = createEndpoint()
  const { ask, world } = await createSurface({}, endpoint.reply)
  const { act } = world
  await act('create-application', { label: 'App' })
  await act('configure-scim', { baseUrl: 'https://scim.test/v2', token: 'secret' })
  const { id } = (await ask('post', '/api/v1/groups', GROUP('Sales'))).body
  const user = (await ask('post', '/api/v1/users', person('ana'))).body
  await act('assign-user', { user: 'ana@example.com' })
  await act('push-group', { group: 'Sales' })
  world.traffic()
  await ask('put', `/api/v1/groups/${id}/users/${user.id}`)
  expect(world.traffic().map((line) => line.split(' ')[0])).toContain('PUT')
  await ask('put', `/api/v1/groups/${id}`, GROUP('Sales', 'A description is no change for an endpoint'))
  expect(world.traffic()).toEqual([])
  const refused = await ask('delete', `/api/v1/groups/${id}`)
  expect([refused.status, refused.body.errorCode]).toEqual([400, 'E0000001'])
})
