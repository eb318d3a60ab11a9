import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRandomIds, createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type JumpCloudOrg, openJumpCloudOrg } from '../src/index.ts'
import { BASE, createResponder } from './responder.ts'
import { START } from './world.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jumpcloud-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const target = createResponder()

async function open(latencyMs: number, ids = createRandomIds()) {
  const schedule = createVirtualSchedule(START)
  const org = await openJumpCloudOrg(folder, { schedule, ids, send: target.send, switches: { latencyMs } })
  return { org, schedule }
}

async function act(org: JumpCloudOrg, verb: string, input: unknown = {}): Promise<unknown> {
  return org.control.verbs.get(verb)?.run(input)
}

async function see(org: JumpCloudOrg, view: string) {
  return org.control.views.get(view)?.read({})
}

test('a push that waited when the program ended is taken up again, in order', async () => {
  const first = await open(10_000)
  await act(first.org, 'create-application', { displayLabel: 'Lark' })
  await act(first.org, 'configure-scim', { baseUrl: BASE, token: 't', testUserEmail: 'test@example.com' })
  await act(first.org, 'activate')
  await act(first.org, 'create-user', { username: 'ana', email: 'ana@example.com' })
  await act(first.org, 'create-group', { name: 'Sales', members: ['ana'] })
  await act(first.org, 'bind-group', { group: 'Sales' })
  const before = [await see(first.org, 'users'), await see(first.org, 'pushes'), await see(first.org, 'connector')]
  await first.org.close()
  target.traffic()

  const second = await open(10_000)
  expect([await see(second.org, 'users'), await see(second.org, 'pushes'), await see(second.org, 'connector')]).toEqual(
    before,
  )
  await second.schedule.advanceTo(START + 60_000)
  expect(target.traffic()).toEqual([
    'GET /Users?filter=userName eq "ana"',
    'POST /Users',
    'GET /Groups?filter=displayName eq "Sales"',
    'POST /Groups',
  ])
  expect(await see(second.org, 'links')).toHaveLength(2)
  await second.org.close()
})

test('seeded ids go on where they stopped', async () => {
  const first = await open(0, createSeededIds(1, 'jumpcloud'))
  await act(first.org, 'create-user', { username: 'ana', email: 'ana@example.com' })
  await first.org.close()
  const second = await open(0, createSeededIds(1, 'jumpcloud'))
  await act(second.org, 'create-user', { username: 'bo', email: 'bo@example.com' })
  const users = (await see(second.org, 'users')) ?? []
  expect(new Set(users.map(({ value }) => value._id)).size).toBe(2)
  await second.org.close()
})

test('a crash between the answer and its journal line ends in a lookup, not in a second account', async () => {
  target.users.clear()
  const first = await open(0)
  await act(first.org, 'create-application', { displayLabel: 'Lark' })
  await act(first.org, 'configure-scim', {
    baseUrl: BASE,
    token: 't',
    testUserEmail: 'test@example.com',
    groupManagement: false,
  })
  await act(first.org, 'activate')
  await act(first.org, 'create-user', { username: 'ana', email: 'ana@example.com' })
  await act(first.org, 'create-group', { name: 'Sales', members: ['ana'] })
  // The picture is taken while the POST is under way: its push is marked as being sent, its answer is not yet known.
  let picture: unknown
  target.intercept = ({ method }) => {
    if (method === 'POST') picture = structuredClone(first.org.control.snapshot())
    return undefined
  }
  await act(first.org, 'bind-group', { group: 'Sales' })
  expect(JSON.stringify(picture)).toContain('"state":"sending"')
  target.intercept = () => undefined
  target.traffic()
  first.org.control.restore(picture)
  await first.org.control.idle()
  expect(target.traffic()).toEqual(['GET /Users?filter=userName eq "ana"', 'PUT /Users/ID'])
  expect(target.users.size).toBe(1)
  await first.org.close()
})
