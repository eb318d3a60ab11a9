// Group push by the API (O928, O929).
import { expect, test } from 'vitest'
import { createEndpoint } from '../endpoint.ts'
import { createSurface } from './surface.ts'

async function pushing() {
  const surface = await createSurface({}, createEndpoint().reply)
  const { ask, world } = surface
  const { id } = (await ask('post', '/api/v1/apps', { label: 'App', signOnMode: 'SAML_2_0' })).body
  await world.act('configure-scim', { baseUrl: 'https://scim.test/v2', token: 'secret' })
  const group = (await ask('post', '/api/v1/groups', { profile: { name: 'Sales' } })).body.id
  return { ...surface, mappings: `/api/v1/apps/${id}/group-push/mappings`, group }
}

test('a mapping is made, rests, goes on, and ends with the group at the endpoint or without', async () => {
  const { ask, world, mappings, group } = await pushing()
  const made = await ask('post', mappings, { sourceGroupId: group, targetGroupName: 'Sales', status: 'ACTIVE' })
  expect([made.status, made.body]).toMatchObject([
    201,
    { id: expect.stringMatching(/^gPm/), sourceGroupId: group, status: 'ACTIVE', errorSummary: '' },
  ])
  const one = `${mappings}/${made.body.id}`
  expect((await ask('get', one)).body).toMatchObject({
    targetGroupId: expect.any(String),
    lastPush: expect.any(String),
  })
  expect((await ask('delete', `${one}?deleteTargetGroup=true`)).body.errorCode).toBe('E0000027')
  expect((await ask('patch', one, { status: 'INACTIVE' })).body.status).toBe('INACTIVE')
  expect((await ask('get', `${mappings}?status=ACTIVE`)).body).toEqual([])
  expect((await ask('get', `${mappings}?sourceGroupId=${group}`)).body).toHaveLength(1)
  world.traffic()
  expect((await ask('delete', `${one}?deleteTargetGroup=true`)).status).toBe(204)
  expect(world.traffic().map((line) => line.split('/')[0])).toEqual(['DELETE '])
  expect((await ask('get', one)).body.errorCode).toBe('E0000007')
})

test('made INACTIVE it sends nothing until it goes on', async () => {
  const { ask, world, mappings, group } = await pushing()
  world.traffic()
  const { body } = await ask('post', mappings, { sourceGroupId: group, targetGroupName: 'Sales', status: 'INACTIVE' })
  expect([body.status, world.traffic()]).toEqual(['INACTIVE', []])
  await ask('patch', `${mappings}/${body.id}`, { status: 'ACTIVE' })
  expect(world.traffic().some((line) => line.startsWith('POST'))).toBe(true)
})

test.each([
  [{}, 'E0000001'],
  [{ sourceGroupId: 'nobody', targetGroupName: 'Sales' }, 'E0000007'],
  [{ targetGroupName: 'Sales', targetGroupId: 'g1' }, 'E0000027'],
])('%j is refused with %s', async (body, code) => {
  const { ask, mappings, group } = await pushing()
  const given = 'targetGroupId' in body ? { sourceGroupId: group, ...body } : body
  expect((await ask('post', mappings, given)).body.errorCode).toBe(code)
})
