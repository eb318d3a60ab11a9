// What a switch, a feature or a mapping changes in what is sent, and that the other choice does not.

import { noteOf } from '@scimulator/shared/provisioning'
import { MINUTE_MS } from '@scimulator/shared/runtime'
import { describe, expect, test } from 'vitest'
import { createEndpoint } from './endpoint.ts'
import { bodyOf, createWorld, LOOKUP, withAna } from './world.ts'

const ANA = { user: 'ana@example.com' }
const PUSHED = ['GET /Users/u1', 'PUT /Users/u1']

async function assigned(switches: object = {}, kind: 'wizard' | 'catalogue' = 'wizard') {
  const endpoint = createEndpoint()
  const world = createWorld(endpoint.reply, switches)
  await withAna(world, kind)
  await world.act('assign-user', ANA)
  return { endpoint, ...world, titled: (title: string) => world.act('update-user', { ...ANA, set: { title } }) }
}

test.each([
  ['percent', LOOKUP],
  ['plus', LOOKUP.replaceAll('%20', '+')],
])('filterEncoding %s', async (filterEncoding, path) => {
  const { traffic } = await assigned({ filterEncoding })
  expect(traffic()[0]).toBe(`GET ${path}`)
})

test.each([
  ['dropped', 'https://scim.test/v2/Users'],
  ['kept', 'https://scim.test/v2//Users'],
])('baseUrlSlash %s', async (baseUrlSlash, url) => {
  const { sent } = await assigned({ baseUrlSlash })
  expect(sent.find(({ method }) => method === 'POST')?.url).toBe(url)
})

test('catalogueProfileUpdate patch: what changed, without a path; an application of the wizard keeps to PUT', async () => {
  const patching = await assigned({ catalogueProfileUpdate: 'patch' }, 'catalogue')
  patching.traffic()
  await patching.titled('Buyer')
  const [, patch] = patching.sent
  expect(Object(bodyOf(patch)).Operations).toEqual([{ op: 'replace', value: { title: 'Buyer' } }])
  expect(patching.traffic()).toEqual(['GET /Users/u1', 'PATCH /Users/u1'])
  expect(patching.endpoint.user('u1')).toMatchObject({ title: 'Buyer', active: true })
  const putting = await assigned({ catalogueProfileUpdate: 'patch' }, 'wizard')
  putting.traffic()
  await putting.titled('Buyer')
  expect(putting.traffic()).toEqual(PUSHED)
})

test('a request says how long it is waited for', async () => {
  const usual = await assigned()
  expect(usual.sent.map((request) => noteOf(request)?.timeoutMs)).toEqual([60_000, 60_000])
  const other = await assigned({ timeoutMs: 5_000 })
  expect(other.sent.map((request) => noteOf(request)?.timeoutMs)).toEqual([5_000, 5_000])
})

describe('Update User Attributes off', () => {
  test('nothing is sent; on again, what was missed is, once', async () => {
    const { act, traffic, titled, endpoint } = await assigned()
    await act('set-features', { updateUsers: false })
    traffic()
    await titled('Buyer')
    expect(traffic()).toEqual([])
    await act('set-features', { updateUsers: true })
    expect([traffic(), endpoint.user('u1')?.title]).toEqual([PUSHED, 'Buyer'])
    await act('set-features', { updateUsers: true })
    expect(traffic()).toEqual([])
  })

  test('missedUpdates with-next-change: what was missed goes with it', async () => {
    const { act, traffic, titled, endpoint } = await assigned({ missedUpdates: 'with-next-change' })
    await act('set-features', { updateUsers: false })
    await titled('Buyer')
    traffic()
    await act('set-features', { updateUsers: true })
    expect(traffic()).toEqual([])
    await act('update-user', { ...ANA, set: { department: 'Sales' } })
    expect([traffic(), endpoint.user('u1')?.title]).toEqual([PUSHED, 'Buyer'])
  })

  test('somebody who is found is linked and not written; on again, they are', async () => {
    const endpoint = createEndpoint({ users: [{ id: 'u1', userName: 'ana@example.com', active: true }] })
    const { act, traffic } = createWorld(endpoint.reply)
    await withAna({ act })
    await act('set-features', { updateUsers: false })
    await act('assign-user', ANA)
    expect(traffic()).toEqual([`GET ${LOOKUP}`])
    await act('set-features', { updateUsers: true })
    expect([traffic(), endpoint.user('u1')]).toEqual([
      PUSHED,
      expect.objectContaining({ name: { givenName: 'Ana', familyName: 'Berg' } }),
    ])
  })
})

test.each([
  ['when-unsuspended', [], PUSHED],
  ['at-once', PUSHED, []],
])('suspendedProfile %s', async (suspendedProfile, whileSuspended, afterwards) => {
  const { act, traffic, titled, see } = await assigned({ suspendedProfile })
  await act('suspend-user', ANA)
  traffic()
  await titled('Buyer')
  expect(traffic()).toEqual(whileSuspended)
  await act('unsuspend-user', ANA)
  expect(traffic()).toEqual(afterwards)
  const types = (await see('system-log')).map(({ value }) => value.eventType)
  expect(types.filter((type) => String(type).startsWith('user.lifecycle'))).toEqual([
    ...['user.lifecycle.create', 'user.lifecycle.suspend', 'user.lifecycle.unsuspend'],
  ])
})

describe('429 for one person', () => {
  async function withTwo(rateLimitHolds: string) {
    const endpoint = createEndpoint()
    const world = createWorld(
      (request) =>
        request.url.includes('ana') ? { status: 429, headers: [['Retry-After', '60']] } : endpoint.reply(request),
      { rateLimitHolds },
    )
    await withAna(world)
    await world.act('create-user', {
      login: 'bo@example.com',
      email: 'bo@example.com',
      firstName: 'Bo',
      lastName: 'Holm',
    })
    await world.act('assign-user', ANA)
    await world.act('update-user', { ...ANA, set: { title: 'Buyer' } })
    await world.act('assign-user', { user: 'bo@example.com' })
    return { world, endpoint }
  }

  test.each([
    ['application', []],
    ['task', ['bo@example.com']],
  ])('rateLimitHolds %s: %j arrive meanwhile', async (rateLimitHolds, names) => {
    const { world, endpoint } = await withTwo(rateLimitHolds)
    expect(endpoint.users().map(({ userName }) => userName)).toEqual(names)
    world.traffic()
    await world.schedule.advanceTo(world.schedule.now() + MINUTE_MS)
    expect(world.traffic().filter((line) => line.includes('ana'))).toEqual([`GET ${LOOKUP}`])
  })
})

describe('mappings', () => {
  test('applyNow false: a person gets the new mapping with their next change', async () => {
    const { act, traffic, titled, endpoint } = await assigned()
    await act('update-user', { ...ANA, set: { city: 'Oslo' } })
    traffic()
    await act('set-mapping', { externalName: 'nickName', source: 'city', applyNow: false })
    expect(traffic()).toEqual([])
    await titled('Buyer')
    expect([traffic(), endpoint.user('u1')]).toEqual([
      PUSHED,
      expect.objectContaining({ nickName: 'Oslo', title: 'Buyer' }),
    ])
  })

  test('applyNow: everybody whose profile became another is pushed, and nobody of another application', async () => {
    const { act, traffic } = await assigned()
    await act('create-application', { label: 'Other' })
    await act('configure-scim', { application: 'Other', baseUrl: 'https://scim.test/other', token: 'secret' })
    await act('assign-user', { ...ANA, application: 'Other' })
    await act('set-mapping', { application: 'Other', externalName: 'nickName', source: 'firstName', applyNow: false })
    traffic()
    await act('set-mapping', { application: 'App', externalName: 'nickName', source: 'firstName' })
    expect(traffic()).toEqual(PUSHED)
    await act('set-mapping', { application: 'App', externalName: 'nickName', source: 'firstName' })
    expect(traffic()).toEqual([])
  })

  test('without the one of the type, an email has none; without a display name none is made up', async () => {
    const { act, sent } = createWorld(createEndpoint().reply)
    await withAna({ act })
    await act('set-mapping', { externalName: 'emails.^[primary==true].type', source: null })
    await act('assign-user', ANA)
    const post = Object(bodyOf(sent.find(({ method }) => method === 'POST')))
    expect([post.emails, Object.hasOwn(post, 'displayName')]).toEqual([
      [{ primary: true, value: 'ana@example.com' }],
      false,
    ])
  })

  test('a value of a list that was emptied goes out empty', async () => {
    const { act, endpoint } = await assigned()
    await act('set-mapping', { externalName: "phoneNumbers.^[type=='work'].value", source: 'primaryPhone' })
    await act('update-user', { ...ANA, set: { primaryPhone: '+1 425 555 0142' } })
    await act('update-user', { ...ANA, set: { primaryPhone: null } })
    expect(endpoint.user('u1')?.phoneNumbers).toEqual([{ type: 'work', value: '' }])
  })
})

test('people who were assigned before provisioning are sent when somebody says so, and once', async () => {
  const endpoint = createEndpoint()
  const { act, traffic, see } = createWorld(endpoint.reply)
  await act('create-user', { login: 'ana@example.com', email: 'ana@example.com', firstName: 'Ana', lastName: 'Berg' })
  await act('create-application', { label: 'App' })
  await act('assign-user', ANA)
  await act('configure-scim', { baseUrl: 'https://scim.test/v2', token: 'secret' })
  expect([traffic(), (await see('assignments'))[0]?.value.syncState]).toEqual([[], 'DISABLED'])
  await act('provision-users')
  expect([traffic(), (await see('assignments'))[0]?.value.syncState]).toEqual([
    [`GET ${LOOKUP}`, 'POST /Users'],
    'SYNCHRONIZED',
  ])
  await act('provision-users')
  expect(traffic()).toEqual([])
})

test('a retry sends what failed as it was, whatever was mapped meanwhile', async () => {
  let status = 400
  const endpoint = createEndpoint()
  const { act, sent } = createWorld((request) =>
    request.method === 'POST' && status === 400 ? { status } : endpoint.reply(request),
  )
  await withAna({ act })
  await act('assign-user', ANA)
  await act('set-mapping', { externalName: 'nickName', source: 'firstName', applyNow: false })
  status = 201
  sent.splice(0)
  await act('retry-tasks')
  expect(bodyOf(sent.find(({ method }) => method === 'POST'))).not.toHaveProperty('nickName')
  expect(endpoint.users()).toHaveLength(1)
})

test('what is sent again after something newer is followed by the newer', async () => {
  let status = 503
  const endpoint = createEndpoint()
  const { act, see, traffic, schedule } = createWorld((request) =>
    request.method === 'PUT' && status !== 200 ? { status } : endpoint.reply(request),
  )
  await withAna({ act })
  await act('assign-user', ANA)
  await act('update-user', { ...ANA, set: { title: 'Older' } })
  status = 429
  await act('update-user', { ...ANA, set: { title: 'Newer' } })
  await act('retry-tasks')
  status = 200
  traffic()
  await schedule.advanceTo(schedule.now() + 3_600_000)
  expect(endpoint.users()).toMatchObject([{ title: 'Newer' }])
  expect(traffic().filter((line) => line.startsWith('PUT'))).toHaveLength(3)
  expect([await see('tasks'), await see('jobs')]).toEqual([[], []])
})

test("the System Log has Okta's words where they are public, and else the type", async () => {
  const { act, see } = await assigned()
  await act('unassign-user', ANA)
  const log = (await see('system-log')).map(({ value }) => [value.eventType, value.displayMessage])
  expect(log).toEqual([
    ['user.lifecycle.create', 'Create okta user'],
    ['application.lifecycle.create', 'application.lifecycle.create'],
    ['application.lifecycle.update', 'Update application'],
    ['application.user_membership.add', 'Add user to application membership'],
    ['application.provision.user.verify_exists', 'Verify user exists in external application'],
    ['application.provision.user.push', 'Push new user to external application'],
    ['application.user_membership.remove', "Remove user's application membership"],
    ['application.provision.user.deactivate', 'Deactivate user in external application'],
  ])
})
