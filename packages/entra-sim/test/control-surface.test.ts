// What stands at /_scimulator of a tenant, beside what all programs have there (packages/testkit/test/control-surface.test.ts).
import { createServer } from 'node:http'
import request from 'supertest'
import { beforeEach, expect, expectTypeOf, test } from 'vitest'
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

test('entries of a log are chosen by their members, and the newest come first in descending order', async () => {
  const whole = (await get('views/provisioning-logs?limit=1000')).body
  const keys = whole.items.map(({ key }: { key: string }) => key)
  expect(keys.length).toBeGreaterThan(3)
  const newest = (await get('views/provisioning-logs?sort=-activityDateTime&limit=2')).body
  expect(newest.items.map(({ key }: { key: string }) => key)).toEqual(keys.slice(-2).reverse())
  const created = (await get('views/provisioning-logs?where=provisioningAction:create&where=status:success')).body
  expect(created.total).toBeGreaterThan(0)
  expect(created.total).toBeLessThan(whole.total)
})

test('the words of the view itself are still understood', async () => {
  const { name } = (await get('views/provisioning-logs')).body.items[0].value
  const { items } = (await get(`entra/views/provisioning-logs?source=${encodeURIComponent(name)}&limit=500`)).body
  expect(new Set(items.map((item: { value: { name: string } }) => item.value.name))).toEqual(new Set([name]))
})

test('the types tell what is taken and answered', () => {
  // No name is a mere text, or every name would have the type of all.
  expectTypeOf<string extends keyof VerbInputs | keyof ViewItems ? 'loose' : 'exact'>().toEqualTypeOf<'exact'>()
  expectTypeOf<VerbInputs['block-user']>().toEqualTypeOf<{ user: string }>()
  expectTypeOf<VerbResults>().toHaveProperty('create-user')
  expectTypeOf<ViewItems['links']['objectType']>().toEqualTypeOf<'User' | 'Group'>()
})
