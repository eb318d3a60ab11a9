// /api/v1/mappings (O801, O802, O930).
import { expect, test } from 'vitest'
import { createEndpoint } from '../endpoint.ts'
import { withAna } from '../world.ts'
import { createSurface, nextOf } from './surface.ts'

async function created(switches: object = {}) {
  const endpoint = createEndpoint()
  const surface = await createSurface(switches, endpoint.reply)
  await withAna(surface.world)
  await surface.world.act('assign-user', { user: 'ana@example.com' })
  surface.world.traffic()
  const [listed] = (await surface.ask('get', '/api/v1/mappings')).body
  const path = `/api/v1/mappings/${listed.id}`
  return {
    ...surface,
    endpoint,
    listed,
    path,
    change: (properties: object) => surface.ask('post', path, { properties }),
  }
}

test('lists a mapping for each application, in pages, by source and by target', async () => {
  const { ask, listed, world } = await created()
  expect(listed).toMatchObject({ source: { type: 'user', name: 'user' }, target: { type: 'appuser' } })
  expect(listed.id).toMatch(/^prm/)
  expect(listed.properties).toBe(undefined)
  await world.act('create-application', { label: 'Other' })
  const first = await ask('get', '/api/v1/mappings?limit=1')
  expect(first.body).toMatchObject([{ id: listed.id }])
  const second = await ask('get', nextOf(first.headers) ?? '')
  expect(second.body).toMatchObject([{ target: { name: 'scimulator_other_1' } }])
  expect((await ask('get', `/api/v1/mappings?targetId=${listed.target.id}`)).body).toMatchObject([{ id: listed.id }])
  expect((await ask('get', `/api/v1/mappings?sourceId=${listed.source.id}`)).body).toHaveLength(2)
  expect((await ask('get', `/api/v1/mappings?sourceId=${listed.target.id}`)).body).toEqual([])
})

test('one has its properties, with the attributes as expressions', async () => {
  const { ask, path } = await created()
  const { properties } = (await ask('get', path)).body
  expect(properties).toMatchObject({
    givenName: { expression: 'user.firstName', pushStatus: 'PUSH' },
    emailType: { expression: "(user.email != null && user.email != '') ? 'work' : ''", pushStatus: 'PUSH' },
  })
  expect((await ask('get', `${path}x`)).body).toMatchObject({ errorCode: 'E0000007' })
})

test('what is named is changed, null takes away, and what was taken away comes back as it was', async () => {
  const { change, ask, path, world } = await created()
  const before = (await ask('get', path)).body.properties
  const answer = await change({
    title: { expression: "user.title ?: 'none'", pushStatus: 'DONT_PUSH' },
    displayName: null,
  })
  const { displayName: _, ...kept } = before
  const title = { expression: "user.title ?: 'none'", pushStatus: 'DONT_PUSH' }
  expect([answer.status, answer.body.properties]).toEqual([200, { ...kept, title }])
  await change({ displayName: before.displayName, title: before.title, emailType: before.emailType })
  expect((await ask('get', path)).body.properties).toEqual(before)
  const views = (await world.see('mappings')).map(({ key, value }) => [key, value.source])
  expect(Object.fromEntries(views)).toMatchObject({
    displayName: 'displayName',
    'emails.^[primary==true].type': 'emailType',
  })
})

test.each([
  ['with-next-change', 0],
  ['at-once', 2],
] as const)('apiMappingUpdate %s', async (apiMappingUpdate, requests) => {
  const { change, world, endpoint } = await created({ apiMappingUpdate })
  await change({ title: { expression: 'String.toUpperCase(user.lastName)', pushStatus: 'PUSH' } })
  expect(world.traffic()).toHaveLength(requests)
  await world.act('update-user', { user: 'ana@example.com', set: { displayName: 'Ana' } })
  expect(endpoint.users()).toMatchObject([{ title: 'BERG' }])
})

test.each([
  [{ title: { expression: 'user.title +', pushStatus: 'PUSH' } }, 'E0000045', 'at character 13'],
  [{ shoeSize: { expression: 'user.title', pushStatus: 'PUSH' } }, 'E0000001', 'no such attribute'],
  [{ title: { expression: 'user.title', pushStatus: 'SOMETIMES' } }, 'E0000001', 'pushStatus'],
])('%j is refused, and nothing of it is kept', async (properties, errorCode, said) => {
  const { change, ask, path } = await created()
  const before = (await ask('get', path)).body.properties
  const answer = await change({ displayName: null, ...properties })
  expect(answer).toMatchObject({ status: 400, body: { errorCode } })
  expect(JSON.stringify(answer.body)).toContain(said)
  expect((await ask('get', path)).body.properties).toEqual(before)
})
