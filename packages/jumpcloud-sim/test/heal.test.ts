// A user whom the target refused, and who arrives later: what becomes of the memberships that hung on the failed push.
import { describe, expect, test } from 'vitest'
import { addPeople, createActiveWorld, type World } from './world.ts'

function refuse(world: World, name: string): void {
  world.target.intercept = ({ method, url, body }) =>
    method === 'POST' && url.endsWith('/Users') && body?.includes(`"${name}"`)
      ? { status: 400, headers: [], body: '' }
      : undefined
}

function namesIn(world: World, group: string): string[] | undefined {
  const found = [...world.target.groups.values()].find(({ displayName }) => displayName === group)
  return found?.members.map(({ value }) => String(world.target.users.get(value)?.userName)).sort()
}

async function createRefused(switches: Record<string, unknown> = {}): Promise<World> {
  const world = await createActiveWorld({ switches })
  await addPeople(world, ['ana', 'bo'])
  await world.act('create-group', { name: 'Other', members: ['bo', 'cy'] })
  refuse(world, 'bo')
  await world.act('bind-group', { group: 'Engineering' })
  await world.act('bind-group', { group: 'Other' })
  world.target.intercept = () => undefined
  world.target.traffic()
  return world
}

const HEAL = ['update-user', { user: 'bo', set: { jobTitle: 'Builder' } }] as const

describe('a user who arrives after a failure', () => {
  test('enters all bound groups at once, by one push for each', async () => {
    const world = await createRefused()
    expect([namesIn(world, 'Engineering'), namesIn(world, 'Other')]).toEqual([['ana'], ['cy']])
    await world.act(...HEAL)
    expect(world.target.traffic()).toEqual([
      'GET /Users?filter=userName eq "bo"',
      'POST /Users',
      'PATCH /Groups/ID',
      'PATCH /Groups/ID',
    ])
    expect([namesIn(world, 'Engineering'), namesIn(world, 'Other')]).toEqual([
      ['ana', 'bo'],
      ['bo', 'cy'],
    ])
    expect(await world.see('pushes')).toEqual([])
  })

  test('stays out of them where only a push of the group brings members', async () => {
    const world = await createRefused({ membershipAfterHeal: 'onGroupEvent' })
    await world.act(...HEAL)
    expect(world.target.users.size).toBe(3)
    expect([namesIn(world, 'Engineering'), namesIn(world, 'Other')]).toEqual([['ana'], ['cy']])
  })

  test('brings a group that was not made because nobody of it was there', async () => {
    const world = await createActiveWorld()
    await addPeople(world, ['bo'])
    refuse(world, 'bo')
    await world.act('bind-group', { group: 'Engineering' })
    expect(world.target.groups.size).toBe(0)
    world.target.intercept = () => undefined
    await world.act(...HEAL)
    expect(namesIn(world, 'Engineering')).toEqual(['bo'])
  })

  test('enters although the event that heals was in the queue when the first push failed', async () => {
    const world = await createActiveWorld({ switches: { latencyMs: 5_000 } })
    await addPeople(world, ['bo'])
    let posts = 0
    world.target.intercept = ({ method, url }) =>
      method === 'POST' && url.endsWith('/Users') && posts++ === 0 ? { status: 400, headers: [], body: '' } : undefined
    await world.act('bind-group', { group: 'Engineering' })
    await world.act(...HEAL)
    await world.advance(60_000)
    expect(namesIn(world, 'Engineering')).toEqual(['bo'])
  })

  test('enters no group while groups are not managed', async () => {
    const world = await createActiveWorld({ groupManagement: false })
    await addPeople(world, ['bo'])
    refuse(world, 'bo')
    await world.act('bind-group', { group: 'Engineering' })
    world.target.intercept = () => undefined
    await world.act(...HEAL)
    expect(world.target.users.size).toBe(1)
    expect(world.target.groups.size).toBe(0)
  })

  test('under a new id enters again, because the target forgot the old one', async () => {
    const world = await createRefused()
    await world.act(...HEAL)
    for (const [id, { userName }] of world.target.users) if (userName === 'bo') world.target.users.delete(id)
    await world.act('update-user', { user: 'bo', set: { jobTitle: 'Lead' } })
    expect(namesIn(world, 'Engineering')).toContain('bo')
  })
})

test('nobody is added twice when nothing failed', async () => {
  const world = await createActiveWorld()
  await addPeople(world, ['ana', 'bo'])
  await world.act('bind-group', { group: 'Engineering' })
  await world.act('add-member', { group: 'Engineering', user: 'cy' })
  const groupTraffic = world.target.traffic().filter((line) => line.includes('/Groups'))
  expect(groupTraffic).toEqual(['GET /Groups?filter=displayName eq "Engineering"', 'POST /Groups', 'PATCH /Groups/ID'])
})

describe('a member who joins a group of two', () => {
  async function joined(repeatMemberAdds: string) {
    const world = await createActiveWorld({ switches: { repeatMemberAdds } })
    await addPeople(world, ['ana', 'bo'])
    await world.act('bind-group', { group: 'Engineering' })
    await world.act('add-member', { group: 'Engineering', user: 'cy' })
    const body = JSON.parse(world.target.requests.at(-1)?.body ?? '{}') as {
      Operations: { value: { value: string }[] }[]
    }
    const added = body.Operations[0]?.value.map(({ value }) => String(world.target.users.get(value)?.userName))
    return { world, added }
  }

  test('is added alone', async () => {
    expect((await joined('no')).added).toEqual(['cy'])
  })

  test('is added with those who are there already, where JumpCloud repeats itself', async () => {
    const { world, added } = await joined('onEveryGroupPush')
    expect(added).toEqual(['ana', 'bo', 'cy'])
    expect(namesIn(world, 'Engineering')).toEqual(['ana', 'bo', 'cy'])
  })

  test('a removal names only the one who goes, however adds are repeated', async () => {
    const { world } = await joined('onEveryGroupPush')
    await world.act('remove-member', { group: 'Engineering', user: 'bo' })
    expect(namesIn(world, 'Engineering')).toEqual(['ana', 'cy'])
  })
})
