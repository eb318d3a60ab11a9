// What an administrator reads when an endpoint fails, and what is sent again by itself (O205, O216, O220, O223, O309, O601 to O621).
import { MINUTE_MS } from '@scimulator/shared/runtime'
import { describe, expect, test } from 'vitest'
import { createWorld, LOOKUP, NOBODY, withAna } from './world.ts'

const ASSIGN = ['assign-user', { user: 'ana@example.com' }] as const

describe('the lookup', () => {
  test.each([
    [
      '401 with a detail',
      { status: 401, json: { detail: 'bad token' } },
      VERIFYING('Unauthorized. Errors reported by remote server: bad token'),
    ],
    ['500 with nothing', { status: 500 }, VERIFYING('Internal Server Error.')],
    ['an answer that came after 60 s', { ...NOBODY, durationMs: 60_001 }, VERIFYING('Read timed out')],
    ['paging numbers as text', { json: { ...NOBODY.json, startIndex: '1' } }, 'No results for users returned'],
    [
      'two people',
      { json: { ...NOBODY.json, totalResults: 2, Resources: [{ id: '1' }, { id: '2' }] } },
      'Multiple users found by userName. Expected 0 or 1 results but was 2',
    ],
  ])('%s is a task, and nobody is made', async (_name, reply, text) => {
    const world = createWorld(() => reply)
    await withAna(world)
    await world.act(...ASSIGN)
    expect(world.traffic()).toEqual([`GET ${LOOKUP}`])
    expect(await world.tasks()).toEqual([`Automatic provisioning of user ana@example.com to app App failed: ${text}`])
    expect((await world.see('assignments'))[0]?.value).toMatchObject({ syncState: 'ERROR', error: text })
  })

  test('404 is nobody, and is followed by a POST', async () => {
    const world = createWorld(({ method }) =>
      method === 'GET' ? { status: 404 } : { status: 201, json: { id: 'a1' } },
    )
    await withAna(world)
    await world.act(...ASSIGN)
    expect(world.traffic()).toEqual([`GET ${LOOKUP}`, 'POST /Users'])
    expect([await world.tasks(), (await world.see('links'))[0]?.value.targetId]).toEqual([[], 'a1'])
  })

  test('an endpoint that is away is told by its host', async () => {
    const world = createWorld(() => 'away')
    await withAna(world)
    await world.act(...ASSIGN)
    expect(await world.tasks()).toEqual([
      expect.stringContaining('Connect to scim.test:443 failed: connection refused'),
    ])
  })

  test('without Create Users nobody is made', async () => {
    const world = createWorld(() => NOBODY)
    await withAna(world)
    await world.act('set-features', { createUsers: false })
    await world.act(...ASSIGN)
    expect(world.traffic()).toEqual([`GET ${LOOKUP}`])
    expect(await world.tasks()).toEqual([expect.stringContaining('failed: Matching user not found')])
  })
})

function VERIFYING(why: string): string {
  return `Error while verifying if user ana@example.com exists: ${why}`
}

test('201 without a body fails, and what failed is sent again only when somebody does', async () => {
  let isMended = false
  const world = createWorld(({ method }) => {
    if (method === 'GET') return NOBODY
    return isMended ? { status: 201, json: { id: 'a1' } } : { status: 201 }
  })
  await withAna(world)
  await world.act(...ASSIGN)
  expect(await world.tasks()).toEqual([expect.stringContaining('Create new user returned empty user.')])
  world.traffic()
  isMended = true
  await world.schedule.advanceTo(world.schedule.now() + 60 * MINUTE_MS)
  expect(world.traffic()).toEqual([])
  await world.act('retry-tasks')
  expect([world.traffic(), await world.tasks()]).toEqual([[`GET ${LOOKUP}`, 'POST /Users'], []])
})

describe('429', () => {
  const busy = (headers: readonly (readonly [string, string])[]) =>
    createWorld(({ method }) => (method === 'GET' ? NOBODY : { status: 429, headers }))

  test('without a Retry-After pauses 5 minutes, then twice as long', async () => {
    const world = busy([])
    await withAna(world)
    await world.act(...ASSIGN)
    const posts = () => world.traffic().filter((line) => line === 'POST /Users').length
    const after = async (minutes: number) => {
      await world.schedule.advanceTo(world.schedule.now() + minutes * MINUTE_MS)
      return posts()
    }
    expect([posts(), await after(4), await after(1), await after(9), await after(1)]).toEqual([1, 0, 1, 0, 1])
    expect(await world.tasks()).toEqual([])
  })

  test('with whole seconds waits as long; with a date as if without', async () => {
    const [named, dated] = [busy([['Retry-After', '7']]), busy([['Retry-After', 'Mon, 05 Jan 2026 08:00:10 GMT']])]
    for (const world of [named, dated]) {
      await withAna(world)
      await world.act(...ASSIGN)
    }
    expect([(await named.see('jobs'))[0]?.value.due, (await dated.see('jobs'))[0]?.value.due]).toEqual([
      '2026-01-05T08:00:07.000Z',
      '2026-01-05T08:05:00.000Z',
    ])
  })

  test.each(['9'.repeat(9), '9'.repeat(16), '9'.repeat(40), '9'.repeat(400)])(
    'with a Retry-After of any length is still a job that can be seen (%#)',
    async (text) => {
      const world = busy([['Retry-After', text]])
      await withAna(world)
      await world.act(...ASSIGN)
      const [job] = await world.see('jobs')
      expect(Date.parse(String(job?.value.due))).toBeGreaterThan(world.schedule.now())
      expect(job?.value.refusals).toBe(1)
    },
  )

  test('ten of them are a failure for good', async () => {
    const world = busy([['Retry-After', '1']])
    await withAna(world)
    await world.act(...ASSIGN)
    await world.schedule.advanceTo(world.schedule.now() + 60 * MINUTE_MS)
    expect(world.traffic().filter((line) => line === 'POST /Users')).toHaveLength(10)
    expect(await world.tasks()).toEqual([
      'Automatic provisioning of user ana@example.com to app App failed: Too Many Requests.',
    ])
    expect(await world.see('jobs')).toEqual([])
  })
})

test('somebody who never arrived is not deactivated, and with Deactivate Users off nobody is', async () => {
  const lost = createWorld(() => ({ status: 500 }))
  await withAna(lost)
  await lost.act(...ASSIGN)
  lost.traffic()
  await lost.act('unassign-user', { user: 'ana@example.com' })
  expect(lost.traffic()).toEqual([])

  const kept = createWorld(({ method }) => (method === 'GET' ? NOBODY : { status: 201, json: { id: 'a1' } }))
  await withAna(kept)
  await kept.act(...ASSIGN)
  await kept.act('set-features', { deactivateUsers: false })
  kept.traffic()
  await kept.act('unassign-user', { user: 'ana@example.com' })
  expect([kept.traffic(), await kept.see('assignments')]).toEqual([[], []])
})

test('an account that is gone: the profile push says whom it missed', async () => {
  const world = createWorld(({ method, url }) => {
    if (method === 'POST') return { status: 201, json: { id: 'a1' } }
    return url.endsWith('/Users/a1') ? { status: 404 } : NOBODY
  })
  await withAna(world)
  await world.act(...ASSIGN)
  await world.act('update-user', { user: 'ana@example.com', set: { title: 'Buyer' } })
  expect(await world.tasks()).toEqual([
    'Automatic profile push of user ana@example.com to app App failed: Error while trying to push profile update for ' +
      'ana@example.com: No user returned for user a1',
  ])
})
