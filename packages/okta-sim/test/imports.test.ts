// An import (O501 to O515): pages of a hundred, exact matches linked, the others counted.
import { MINUTE_MS } from '@scimulator/shared/runtime'
import { expect, test } from 'vitest'
import { createSurface } from './api/surface.ts'
import { createEndpoint } from './endpoint.ts'
import { createWorld, withAna } from './world.ts'

/** An endpoint of 250 people, of whom one is inactive and the last is Ana. */
function people() {
  return Array.from({ length: 250 }, (_, at) => ({
    ...{ id: `p${at}`, userName: at === 249 ? 'ana@example.com' : `p${at}@example.com`, active: at !== 7 },
  }))
}

test('reads everybody, a hundred at a time, and links who fits without a POST', async () => {
  const endpoint = createEndpoint({ users: people() })
  const world = createWorld(endpoint.reply)
  await withAna(world)
  const result = await world.act('import-users')
  expect(world.traffic()).toEqual([1, 101, 201].map((start) => `GET /Users?startIndex=${start}&count=100`))
  expect(result).toMatchObject({ scanned: 249, matched: ['ana@example.com'], unchanged: 0 })
  expect(Object(result).unmatched).toHaveLength(248)
  expect((await world.see('links'))[0]?.value.targetId).toBe('p249')
  expect(await world.act('import-users')).toMatchObject({ matched: [], unchanged: 1 })
  world.traffic()
  await world.act('update-user', { user: 'ana@example.com', set: { title: 'Buyer' } })
  expect(world.traffic()).toEqual(['GET /Users/p249', 'PUT /Users/p249'])
})

test('a person is matched by the primary email where no user name fits', async () => {
  const emails = [{ value: 'no@example.com' }, { value: 'ana@example.com', primary: true }]
  const world = createWorld(createEndpoint({ users: [{ id: 'p1', userName: 'ana', emails }] }).reply)
  await withAna(world)
  expect(await world.act('import-users')).toMatchObject({ matched: ['ana@example.com'], unmatched: [] })
})

test('a page that is no list ends the import, and nobody is linked', async () => {
  const endpoint = createEndpoint({ users: people() })
  const world = createWorld((request) =>
    request.url.includes('startIndex=201') ? { json: { totalResults: '250' } } : endpoint.reply(request),
  )
  await withAna(world)
  await expect(world.act('import-users')).rejects.toThrow('Import failed: No results for users returned')
  expect(await world.see('links')).toEqual([])
})

/** 250 people, and 429 to the first requests for the second page. */
function busyOnce(times: number, headers: readonly (readonly [string, string])[] = [['Retry-After', '120']]) {
  const endpoint = createEndpoint({ users: people() })
  let left = times
  return createWorld((request) => {
    if (!request.url.includes('startIndex=101') || left === 0) return endpoint.reply(request)
    left -= 1
    return { status: 429, headers }
  })
}

test('a 429 makes the import wait, and it goes on with the page that was refused', async () => {
  const world = busyOnce(1)
  await withAna(world)
  expect(await world.act('import-users')).toMatchObject({ scanned: 0, matched: [], isWaiting: true })
  expect(world.traffic()).toEqual([1, 101].map((start) => `GET /Users?startIndex=${start}&count=100`))
  expect(await world.see('jobs')).toMatchObject([{ value: { kind: 'import', refusals: 1 } }])
  expect(await world.see('imports')).toMatchObject([{ key: 'App', value: { status: 'RUNNING' } }])
  await expect(world.act('import-users')).rejects.toThrow('An import of App is under way.')
  await world.schedule.advanceTo(world.schedule.now() + MINUTE_MS)
  expect([world.traffic(), await world.see('links')]).toEqual([[], []])
  await world.schedule.advanceTo(world.schedule.now() + MINUTE_MS)
  expect(world.traffic()).toEqual([101, 201].map((start) => `GET /Users?startIndex=${start}&count=100`))
  expect(await world.see('imports')).toMatchObject([
    { value: { status: 'DONE', scanned: 249, matched: ['ana@example.com'] } },
  ])
  expect([await world.see('jobs'), (await world.see('links'))[0]?.value.targetId]).toEqual([[], 'p249'])
})

test('ten refusals end it, and nobody is linked; another may begin', async () => {
  const world = busyOnce(10, [['Retry-After', '1']])
  await withAna(world)
  await world.act('import-users')
  await world.schedule.advanceTo(world.schedule.now() + 60 * MINUTE_MS)
  expect(await world.see('imports')).toMatchObject([
    { value: { status: 'FAILED', error: 'Import failed: Too Many Requests.', scanned: 0 } },
  ])
  expect([await world.see('jobs'), await world.see('links')]).toEqual([[], []])
  const log = (await world.see('system-log')).map(({ value }) => Object(value))
  expect(log.find(({ eventType }) => eventType === 'system.import.complete')).toMatchObject({
    outcome: { result: 'FAILURE', reason: 'Too Many Requests.' },
  })
  expect(await world.act('import-users')).toMatchObject({ scanned: 249 })
})

test('an application that is deleted while its import waits takes the import along', async () => {
  const endpoint = createEndpoint({ users: people() })
  const { world, ask } = await createSurface({}, (request) =>
    request.url.includes('startIndex=101') ? { status: 429 } : endpoint.reply(request),
  )
  await withAna(world)
  await world.act('import-users')
  world.traffic()
  const [application] = await world.see('applications')
  const path = `/api/v1/apps/${Object(application?.value).id}`
  await ask('post', `${path}/lifecycle/deactivate`)
  expect((await ask('delete', path)).status).toBe(204)
  await world.schedule.advanceTo(world.schedule.now() + 60 * MINUTE_MS)
  expect([await world.see('imports'), await world.see('jobs'), world.traffic()]).toEqual([[], [], []])
})

/** Pages of at most 40, whatever was asked for; each says how many it has, or repeats the count. */
function shortPages(users: number, itemsPerPage: 'received' | 'count', switches: object) {
  const all = people().slice(0, users)
  return createWorld(({ url }) => {
    const start = Number(new URL(url).searchParams.get('startIndex'))
    const Resources = all.slice(start - 1, start + 39)
    const size = itemsPerPage === 'count' ? 100 : Resources.length
    return { json: { totalResults: users, startIndex: start, itemsPerPage: size, Resources } }
  }, switches)
}

test.each([
  ['by-count', [1, 101], 40 - 1],
  ['by-received', [1, 41, 81], 120 - 1],
] as const)('importNextPage %s: a page of 40 of 120', async (importNextPage, starts, scanned) => {
  const world = shortPages(120, 'received', { importNextPage })
  await withAna(world)
  const result = await world.act('import-users')
  expect(world.traffic()).toEqual(starts.map((start) => `GET /Users?startIndex=${start}&count=100`))
  // The second page by count has 20 more.
  expect(result).toMatchObject({ scanned: scanned + (importNextPage === 'by-count' ? 20 : 0) })
})

test.each([
  ['total', [1]],
  ['full-page', [1, 101]],
] as const)('importAsksOn %s: two people, and an itemsPerPage of 100', async (importAsksOn, starts) => {
  const world = shortPages(2, 'count', { importAsksOn })
  await withAna(world)
  expect(await world.act('import-users')).toMatchObject({ scanned: 2 })
  expect(world.traffic()).toEqual(starts.map((start) => `GET /Users?startIndex=${start}&count=100`))
})
