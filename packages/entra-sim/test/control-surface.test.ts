// What stands at /_scimulator of a tenant: pages of views, single items, results with their step, schemas.
import { createServer } from 'node:http'
import request from 'supertest'
import { beforeEach, expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import type { VerbInputs, VerbResults, ViewItems } from '../src/index.ts'
import { CYCLE, contoso, type Fixture } from './engine/tenant-fixture.ts'

let fixture: Fixture

beforeEach(async () => {
  fixture = await contoso({
    settings: { scope: 'Sync all users and groups', notificationEmail: 'admin@contoso.example' },
  })
  await fixture.do('start')
  await fixture.advance(CYCLE)
  const [first] = Object.values(await fixture.view('users'))
  await fixture.do('delete-user', { user: String(first?.userPrincipalName) })
  await fixture.advance(CYCLE)
})

const get = (path: string) => request(createServer(fixture.tenant.handle)).get(`/_scimulator/${path}`)
const post = (path: string, body: object) =>
  request(createServer(fixture.tenant.handle)).post(`/_scimulator/${path}`).send(body)

test('a view is shown in pages', async () => {
  const whole = (await get('views/provisioning-logs?limit=1000')).body
  expect(whole).toMatchObject({ offset: 0, dropped: 0, now: fixture.schedule.now(), total: whole.items.length })
  const keys = whole.items.map(({ key }: { key: string }) => key)
  expect(keys.length).toBeGreaterThan(3)
  const newest = (await get('views/provisioning-logs?sort=-activityDateTime&limit=2&fields=name')).body
  expect(newest.items.map(({ key }: { key: string }) => key)).toEqual(keys.slice(-2).reverse())
  expect(Object.keys(newest.items[0].value)).toEqual(['name'])
  const failed = (await get('views/provisioning-logs?where=provisioningAction:create&where=status:success')).body
  expect(failed.total).toBeGreaterThan(0)
  expect(failed.total).toBeLessThan(whole.total)
})

test('the words of the view itself are still understood', async () => {
  const { name } = (await get('views/provisioning-logs')).body.items[0].value
  const { items } = (await get(`entra/views/provisioning-logs?source=${encodeURIComponent(name)}&limit=500`)).body
  expect(new Set(items.map((item: { value: { name: string } }) => item.value.name))).toEqual(new Set([name]))
})

test('one item is shown whole, and a wrong key names the nearest', async () => {
  expect((await get('views/job/Lark')).body.item.value).toMatchObject({ app: 'Lark', state: 'Active' })
  const { status, body } = await get('views/job/Larck')
  expect(status).toBe(404)
  expect(body).toEqual({ error: 'job has no "Larck". Did you mean "Lark"?', code: 'not-found', issues: [] })
})

test('a verb says after which step its result can be seen', async () => {
  const before = (await get('views/users')).body.seq
  const { body } = await post('verbs/create-group', { name: 'New' })
  expect(body.seq).toBeGreaterThan(before)
  expect((await get('views/groups/New')).body.seq).toBeGreaterThanOrEqual(body.seq)
})

test('a wrong input is told member by member', async () => {
  const { body } = await post('verbs/set-settings', { scope: 'everybody' })
  expect(body).toMatchObject({ code: 'invalid', issues: [{ path: ['scope'] }] })
})

test('every item of every view is what its schema says', async () => {
  const { body } = await get('views?schema=1')
  let seen = 0
  for (const { name, item } of body) {
    const { items } = (await get(`views/${name}?limit=1000`)).body
    for (const { value } of items) expect(z.fromJSONSchema(item).parse(value), name).toEqual(value)
    seen += items.length > 0 ? 1 : 0
  }
  expect(seen).toBeGreaterThanOrEqual(7)
})

test('every verb is listed with its group and its input', async () => {
  const { body } = await get('verbs?schema=1')
  expect(body).toHaveLength(fixture.tenant.control.verbs.size)
  for (const verb of body) expect(verb).toMatchObject({ group: expect.any(String), changes: expect.any(Boolean) })
})

test('a verb that is said to change nothing takes no step', async () => {
  const verbs: { name: string; changes: boolean }[] = (await get('verbs')).body
  const still = verbs.filter(({ changes }) => !changes).map(({ name }) => name)
  expect(still).toEqual(['rehearse', 'explain'])
  const { key } = (await get('views/users')).body.items[1]
  const { seq } = (await get('views/users')).body
  for (const name of still) {
    const answer = await post(`verbs/${name}`, name === 'explain' ? { user: key } : {})
    expect(answer.body).toEqual({ result: expect.anything(), seq })
  }
})

test('the types tell what is taken and answered', () => {
  // No name is a mere text, or every name would have the type of all.
  expectTypeOf<string extends keyof VerbInputs | keyof ViewItems ? 'loose' : 'exact'>().toEqualTypeOf<'exact'>()
  expectTypeOf<VerbInputs['block-user']>().toEqualTypeOf<{ user: string }>()
  expectTypeOf<VerbResults>().toHaveProperty('create-user')
  expectTypeOf<ViewItems['links']['objectType']>().toEqualTypeOf<'User' | 'Group'>()
})
