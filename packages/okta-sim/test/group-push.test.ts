// Group Push (O405 to O432): what is written, what stays, and what an administrator reads when it fails.
import { describe, expect, test } from 'vitest'
import { createEndpoint } from './endpoint.ts'
import { bodyOf, createWorld } from './world.ts'

const KINDS = ['wizard', 'catalogue'] as const
const SALES = { group: 'Sales' }
const THEIRS = { id: 'g1', displayName: 'Vertrieb', members: [{ value: 'other' }] }

type World = ReturnType<typeof createWorld>

/** People who have the application, in their order, the first of them in the group Sales. */
async function withSales(world: World, kind: (typeof KINDS)[number], names = ['ana', 'bo'], inGroup = 1) {
  await world.act('create-application', { label: 'App', kind })
  await world.act('configure-scim', { baseUrl: 'https://scim.test/v2', token: 'secret' })
  await world.act('create-group', { name: 'Sales' })
  for (const [at, name] of names.entries()) {
    const email = `${name}@example.com`
    await world.act('create-user', { login: email, email, firstName: name, lastName: 'Example', key: name })
    await world.act('assign-user', { user: name })
    if (at < inGroup) await world.act('add-member', { ...SALES, user: name })
  }
  world.traffic()
}

/** What the requests since it was asked last say of members: how many each takes out and puts in. */
function memberChanges(world: World): readonly (readonly [number, number])[] {
  return world.sent.splice(0).flatMap((request) => {
    const operations: readonly { op: string; path?: string; value?: unknown[] }[] =
      Object(bodyOf(request)).Operations ?? []
    const own = operations.filter(({ path }) => path?.startsWith('members'))
    if (own.length === 0) return []
    const added = own.find(({ op }) => op === 'add')?.value?.length ?? 0
    return [[own.filter(({ op }) => op === 'remove').length, added] as const]
  })
}

describe.each(KINDS)('of an application of the %s', (kind) => {
  test('linked, the group gets the name and keeps whom Okta does not know, until it is pushed now', async () => {
    const endpoint = createEndpoint({ groups: [THEIRS] })
    const world = createWorld(endpoint.reply)
    await withSales(world, kind)
    await world.act('push-group', { ...SALES, link: 'Vertrieb' })
    expect(endpoint.groups()).toEqual([['Sales', ['other', 'u1']]])
    expect(world.traffic().filter((line) => line.startsWith('POST'))).toEqual([])
    await world.act('add-member', { ...SALES, user: 'bo' })
    await world.act('remove-member', { ...SALES, user: 'ana' })
    expect(endpoint.groups()).toEqual([['Sales', ['other', 'u2']]])
    await world.act('push-now', SALES)
    expect(endpoint.groups()).toEqual([['Sales', ['u2']]])
  })

  test('one of that name is written to without a link: PUT overwrites its members, PATCH adds to them', async () => {
    const endpoint = createEndpoint({ groups: [{ ...THEIRS, displayName: 'Sales' }] })
    const world = createWorld(endpoint.reply)
    await withSales(world, kind)
    await world.act('push-group', SALES)
    expect(endpoint.groups()).toEqual([['Sales', kind === 'wizard' ? ['u1'] : ['other', 'u1']]])
    expect(world.traffic().filter((line) => line.startsWith('POST'))).toEqual([])
  })

  test('deactivated, changes wait; activated, the whole group is written', async () => {
    const endpoint = createEndpoint()
    const world = createWorld(endpoint.reply)
    await withSales(world, kind)
    await world.act('push-group', SALES)
    await world.act('deactivate-group-push', SALES)
    world.traffic()
    await world.act('add-member', { ...SALES, user: 'bo' })
    await world.act('push-now', SALES)
    expect([world.traffic(), endpoint.groups()]).toEqual([[], [['Sales', ['u1']]]])
    await world.act('activate-group-push', SALES)
    expect(endpoint.groups()).toEqual([['Sales', ['u1', 'u2']]])
    expect((await world.see('group-pushes'))[0]?.value).toMatchObject({ status: 'ACTIVE', members: 2 })
  })

  test('unlinked, the group is left there or deleted, and its people are not', async () => {
    const endpoint = createEndpoint()
    const world = createWorld(endpoint.reply)
    await withSales(world, kind)
    await world.act('push-group', SALES)
    world.traffic()
    await world.act('unlink-group', { ...SALES, deleteTarget: false })
    expect([world.traffic(), endpoint.groups()]).toEqual([[], [['Sales', ['u1']]]])
    await world.act('push-group', { ...SALES, link: 'Sales' })
    world.traffic()
    await world.act('unlink-group', SALES)
    expect([world.traffic(), endpoint.groups(), endpoint.users().length]).toEqual([['DELETE /Groups/g1'], [], 2])
  })

  test.each([
    ['by-kind', kind === 'wizard' ? 1 : 0],
    ['always', 1],
    ['never', 0],
  ])('groupCreateMembers %s: a new group is made with %i members, and has them in the end', async (value, count) => {
    const endpoint = createEndpoint()
    const world = createWorld(endpoint.reply, { groupCreateMembers: value })
    await withSales(world, kind)
    await world.act('push-group', SALES)
    const post = Object(bodyOf(world.sent.find(({ method }) => method === 'POST')))
    expect([post.members.length, endpoint.groups()]).toEqual([count, [['Sales', ['u1']]]])
  })
})

test('deactivated while it waits after a 429, a push stays so and sends nothing', async () => {
  const endpoint = createEndpoint()
  let isBusy = true
  const world = createWorld((request) =>
    isBusy && request.url.includes('/Groups') ? { status: 429 } : endpoint.reply(request),
  )
  await withSales(world, 'wizard')
  await world.act('push-group', SALES)
  await world.act('deactivate-group-push', SALES)
  isBusy = false
  world.traffic()
  await world.schedule.advanceTo(world.schedule.now() + 3_600_000)
  expect([world.traffic(), await world.see('jobs')]).toEqual([[], []])
  expect((await world.see('group-pushes'))[0]?.value.status).toBe('INACTIVE')
})

test('one PATCH has at most as many changes of membership as the application takes', async () => {
  const endpoint = createEndpoint()
  const world = createWorld(endpoint.reply, { membersPerPatch: 2 })
  const names = ['ana', 'bo', 'cy', 'di', 'el']
  await withSales(world, 'catalogue', names, 5)
  await world.act('push-group', SALES)
  expect(memberChanges(world)).toEqual([
    [0, 2],
    [0, 2],
    [0, 1],
  ])
  expect(endpoint.groups()).toEqual([['Sales', ['u1', 'u2', 'u3', 'u4', 'u5']]])
})

describe('a failure reads', () => {
  const UNABLE = 'Unable to update Group Push mapping target App group Sales: Error while'
  const GONE = 'Linked group is missing in App. Change the linked group to resume pushing group memberships.'
  test.each([
    ['401 to the lookup', 'GET /Groups?', 401, `${UNABLE} creating user group Sales: Unauthorized.`],
    ['409 to the POST', 'POST /Groups', 409, `${UNABLE} creating user group Sales: Conflict.`],
    [
      '501 to the PUT',
      'PUT /Groups',
      501,
      `${UNABLE} updating user group membership for group Sales: Not Implemented.`,
    ],
    ['404 to the PUT', 'PUT /Groups', 404, GONE],
  ])('%s', async (_name, where, status, text) => {
    const endpoint = createEndpoint()
    const world = createWorld((request) => {
      const line = `${request.method} ${request.url.replace('https://scim.test/v2', '')}`
      return line.startsWith(where) ? { status, json: { detail: 'taken' } } : endpoint.reply(request)
    })
    await withSales(world, 'wizard')
    await world.act('push-group', SALES)
    const said = text === GONE ? GONE : `${text} Errors reported by remote server: taken`
    expect(await world.tasks()).toEqual([said])
    expect((await world.see('group-pushes'))[0]?.value).toMatchObject({ status: 'ERROR', errorSummary: said })
    expect((await world.see('system-log')).at(-1)?.value.outcome).toEqual({ result: 'FAILURE', reason: said })
  })

  test("in the simulator's own words where Okta's are not public", async () => {
    const endpoint = createEndpoint()
    const world = createWorld((request) => (request.method === 'DELETE' ? { status: 500 } : endpoint.reply(request)))
    await withSales(world, 'wizard')
    await world.act('push-group', SALES)
    await world.act('unlink-group', SALES)
    expect(await world.tasks()).toEqual([
      "The group Sales was not deleted: Internal Server Error. (These are the simulator's words.)",
    ])
  })

  test('and a retry after it was mended writes the group', async () => {
    const endpoint = createEndpoint()
    let status = 502
    const world = createWorld((request) =>
      status === 502 && request.url.includes('/Groups') ? { status } : endpoint.reply(request),
    )
    await withSales(world, 'catalogue')
    await world.act('push-group', SALES)
    status = 200
    await world.act('retry-tasks')
    expect([await world.tasks(), endpoint.groups()]).toEqual([[], [['Sales', ['u1']]]])
  })
})

test('a group that the endpoint does not have cannot be linked, and nothing is kept', async () => {
  const world = createWorld(createEndpoint().reply)
  await withSales(world, 'wizard')
  await expect(world.act('push-group', { ...SALES, link: 'Vertrieb' })).rejects.toThrow('has no group "Vertrieb"')
  expect(await world.see('group-pushes')).toEqual([])
})
