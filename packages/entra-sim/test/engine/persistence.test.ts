import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { afterEach, expect, test } from 'vitest'
import { openEntraTenant } from '../../src/index.ts'
import { createResponder } from './scim-responder.ts'
import { BASE, COMPANY, CYCLE, contoso, START } from './tenant-fixture.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

test('a snapshot brings back users, links, watermark and the next cycle', async () => {
  const fixture = await contoso({ preset: 'lark' })
  await fixture.do('assign', { group: 'Sales' })
  await fixture.do('start')
  const { control } = fixture.tenant
  const picture = JSON.parse(JSON.stringify(control.snapshot()))
  const before = [
    await fixture.view('links'),
    await fixture.view('users'),
    await fixture.view('groups'),
    await fixture.view('job'),
  ]
  control.reset()
  expect(await fixture.view('users')).toEqual({})
  control.restore(picture)
  expect([
    await fixture.view('links'),
    await fixture.view('users'),
    await fixture.view('groups'),
    await fixture.view('job'),
  ]).toEqual(before)
  fixture.sent()
  await fixture.do('update-user', { user: 'bo', set: { jobTitle: 'Director' } })
  await fixture.advance(CYCLE)
  expect(fixture.sent().map((line) => line.split(' ')[0])).toEqual(['GET', 'GET', 'PATCH'])
})

test('a tenant on disk goes on where it was after it was closed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'entra-'))
  folders.push(folder)
  const schedule = createVirtualSchedule(START)
  const responder = createResponder(schedule)
  const open = () => openEntraTenant(folder, { schedule, ids: createSeededIds(1, 'entra'), send: responder.send })
  const first = await open()
  const run = (tenant: Awaited<ReturnType<typeof open>>, verb: string, input: object = {}) =>
    tenant.control.verbs.get(verb)?.run(input)
  await run(first, 'load-company', { company: COMPANY })
  await run(first, 'create-app', { name: 'Lark' })
  await run(first, 'set-credentials', { tenantUrl: BASE, secretToken: 'secret' })
  await run(first, 'assign', { user: 'ana' })
  await run(first, 'start')
  await first.close()
  const second = await open()
  responder.traffic.length = 0
  await run(second, 'create-user', { userPrincipalName: 'new@contoso.example', key: 'new' })
  await run(second, 'assign', { user: 'new' })
  await schedule.advanceTo(START + CYCLE)
  expect(responder.traffic.map((line) => line.split(' ')[0])).toEqual(['GET', 'GET', 'POST'])
  expect(await second.control.views.get('provisioning-logs')?.read({ cycle: 'last' })).toHaveLength(1)
  await second.close()
})

test('two tenants with one seed do and record the same', async () => {
  const texts = await Promise.all(
    [1, 2].map(async () => {
      const fixture = await contoso({ preset: 'lark' })
      await fixture.do('assign', { group: 'Sales' })
      await fixture.do('start')
      return JSON.stringify([fixture.responder.exchanges, await fixture.view('provisioning-logs')])
    }),
  )
  expect(texts[0]).toBe(texts[1])
})
