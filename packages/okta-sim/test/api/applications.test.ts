// Applications by the API, and what an endpoint hears of it (O614, O623, O921 to O927, O946 to O948).
import { describe, expect, test } from 'vitest'
import { createEndpoint } from '../endpoint.ts'
import { createSurface, person, type Surface } from './surface.ts'

const APPS = '/api/v1/apps'

/** An application that is provisioned, with its path. */
async function provisioned(reply = createEndpoint().reply) {
  const surface = await createSurface({}, reply)
  const { id } = (await surface.ask('post', APPS, { label: 'App', signOnMode: 'SAML_2_0' })).body
  await surface.world.act('configure-scim', { baseUrl: 'https://scim.test/v2', token: 'secret' })
  return { ...surface, app: `${APPS}/${id}` }
}

async function idOf({ ask }: Pick<Surface, 'ask'>, name: string, activate = true): Promise<string> {
  return (await ask('post', `/api/v1/users?activate=${activate}`, person(name))).body.id
}

describe('an application', () => {
  test('of the catalogue is made by its name and writes by PATCH', async () => {
    const { ask, world } = await createSurface()
    const { body } = await ask('post', APPS, { name: 'scim2headerauth', label: 'Lark' })
    expect(body).toMatchObject({ name: 'scim2headerauth', label: 'Lark', status: 'ACTIVE', signOnMode: 'AUTO_LOGIN' })
    expect(await world.see('applications')).toMatchObject([{ value: { kind: 'catalogue' } }])
  })

  test.each([
    [{ signOnMode: 'SAML_2_0' }, 'label'],
    [{ label: 'App' }, 'signOnMode'],
    [{ label: 'App', name: 'salesforce' }, 'name'],
  ])('%j is refused for its %s', async (body, name) => {
    const { ask } = await createSurface()
    expect((await ask('post', APPS, body)).body).toMatchObject({
      ...{ errorCode: 'E0000001', errorSummary: `Api validation failed: ${name}` },
      errorCauses: [{ errorSummary: expect.stringMatching(`^${name}: `) }],
    })
  })

  test('PUT renames, and takes nothing that the system assigns', async () => {
    const { ask, app } = await provisioned()
    const { body } = await ask('put', app, { label: 'Other', signOnMode: 'SAML_2_0', status: 'INACTIVE', id: 'x' })
    expect(body).toMatchObject({ label: 'Other', status: 'ACTIVE' })
  })

  test('at rest it sends nothing; who was assigned meanwhile is sent when it goes on', async () => {
    const { ask, app, world } = await provisioned()
    const id = await idOf({ ask }, 'ana')
    await ask('post', `${app}/lifecycle/deactivate`)
    await ask('post', `${app}/users`, { id })
    expect(world.traffic()).toEqual([])
    await ask('post', `${app}/lifecycle/activate`)
    expect(world.traffic().map((line) => line.split(' ')[0])).toEqual(['GET', 'POST'])
  })

  test('is found by whom it has', async () => {
    const { ask, app } = await provisioned()
    const id = await idOf({ ask }, 'ana')
    const found = async () =>
      (await ask('get', `${APPS}?filter=${encodeURIComponent(`user.id eq "${id}"`)}`)).body.length
    expect(await found()).toBe(0)
    await ask('post', `${app}/users`, { id })
    expect(await found()).toBe(1)
  })

  test('deleted, it leaves nothing behind', async () => {
    const { ask, app, world } = await provisioned()
    const before = world.program.control.snapshot()
    await ask('post', `${app}/users`, { id: await idOf({ ask }, 'ana') })
    await ask('post', `${app}/lifecycle/deactivate`)
    expect((await ask('delete', app)).status).toBe(204)
    const kinds = JSON.stringify(world.program.control.snapshot()).match(/"collection":"\w+"/g)
    expect(new Set(kinds)).not.toContain('"collection":"appUser"')
    expect(JSON.stringify(before)).toContain('"collection":"application"')
    expect(new Set(kinds)).not.toContain('"collection":"application"')
  })
})

describe('people of an application', () => {
  test('a creation that failed is ERROR; assigned again by the API it is sent again, and is personal', async () => {
    const endpoint = createEndpoint()
    let isBroken = true
    const { ask, app, world } = await provisioned((request) =>
      isBroken && request.method === 'POST' ? { status: 500 } : endpoint.reply(request),
    )
    const id = await idOf({ ask }, 'ana')
    const group = (await ask('post', '/api/v1/groups', { profile: { name: 'Sales' } })).body.id
    await ask('put', `/api/v1/groups/${group}/users/${id}`)
    await ask('put', `${app}/groups/${group}`, {})
    const one = `${app}/users/${id}`
    expect((await ask('get', one)).body).toMatchObject({ scope: 'GROUP', status: 'STAGED', syncState: 'ERROR' })
    isBroken = false
    world.traffic()
    await ask('post', `${app}/users`, { id })
    expect((await ask('get', `${one}?expand=user`)).body).toMatchObject({
      ...{ scope: 'USER', status: 'PROVISIONED', syncState: 'SYNCHRONIZED', externalId: expect.any(String) },
      _embedded: { user: { id } },
    })
  })

  test('somebody STAGED has the application once they are ACTIVE', async () => {
    const { ask, app, world } = await provisioned()
    const id = await idOf({ ask }, 'ana', false)
    const { status, body } = await ask('post', `${app}/users`, { id })
    expect([status, body.status, body.syncState, world.traffic()]).toEqual([200, 'STAGED', 'DISABLED', []])
    await ask('post', `/api/v1/users/${id}/lifecycle/activate`)
    expect((await ask('get', `${app}/users/${id}`)).body.status).toBe('PROVISIONED')
  })

  test('who has it through a group is not taken out by hand', async () => {
    const { ask, app } = await provisioned()
    const id = await idOf({ ask }, 'ana')
    const group = (await ask('post', '/api/v1/groups', { profile: { name: 'Sales' } })).body.id
    await ask('put', `${app}/groups/${group}`)
    await ask('put', `/api/v1/groups/${group}/users/${id}`)
    expect((await ask('delete', `${app}/users/${id}`)).body.errorCode).toBe('E0000001')
    expect((await ask('delete', `${app}/groups/${group}`)).status).toBe(204)
    expect((await ask('get', `${app}/users/${id}`)).status).toBe(404)
  })

  test.each([
    [{ profile: { givenName: 'Zoe' } }, 403, 'E0000075'],
    [{ profile: { givenName: 'ana' } }, 200, undefined],
    [{ profile: { nothing: 'x' } }, 400, 'E0000001'],
    [{ credentials: { userName: 'other' } }, 400, 'E0000001'],
    [{ scope: 'EVERYBODY' }, 400, 'E0000001'],
  ])('assigned with %j: %i %s', async (more, status, code) => {
    const { ask, app } = await provisioned()
    const answer = await ask('post', `${app}/users`, { id: await idOf({ ask }, 'ana'), ...more })
    expect([answer.status, answer.body.errorCode]).toEqual([status, code])
  })
})

test('without provisioning there are no features; ticked off, nobody is deactivated', async () => {
  const { ask, app, world } = await provisioned()
  const bare = (await ask('post', APPS, { label: 'Bare', signOnMode: 'BOOKMARK' })).body.id
  expect((await ask('get', `${APPS}/${bare}/features`)).body).toMatchObject({
    ...{ errorCode: 'E0000001', errorSummary: 'Api validation failed: feature' },
    errorCauses: [{ errorSummary: 'Provisioning is not enabled for the app instance.' }],
  })
  const off = { update: { lifecycleDeactivate: { status: 'DISABLED' } } }
  expect((await ask('put', `${app}/features/USER_PROVISIONING`, off)).body.capabilities.update).toMatchObject({
    ...{ lifecycleDeactivate: { status: 'DISABLED' }, profile: { status: 'ENABLED' } },
  })
  const id = await idOf({ ask }, 'ana')
  await ask('post', `${app}/users`, { id })
  world.traffic()
  await ask('delete', `${app}/users/${id}`)
  expect(world.traffic()).toEqual([])
})
