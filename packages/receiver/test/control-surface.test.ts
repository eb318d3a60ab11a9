// What stands at /_scimulator of a receiver, beside what all programs have there (packages/testkit/test/control-surface.test.ts).
import request from 'supertest'
import { beforeEach, expect, expectTypeOf, test } from 'vitest'
import { createReceiver, type VerbInputs, type ViewItems } from '../src/index.ts'
import { type Company, company, user } from './lark/company.ts'

let organisation: Company

beforeEach(async () => {
  organisation = company()
  const source = await organisation.source()
  for (const name of ['ana', 'bo', 'cy']) await source.create(user(`${name}@c.example`))
  await organisation.act('add-department', { name: 'Sales' })
})

const get = (path: string) => request(organisation.receiver.handle).get(`/_scimulator/${path}`).set('Host', 'localhost')

test('the newest entries of a log are its first page in descending order', async () => {
  const { total } = (await get('views/sync-log')).body
  expect(total).toBeGreaterThanOrEqual(3)
  const { items } = (await get('views/sync-log?sort=-at&limit=1')).body
  expect(items[0].value).toMatchObject({ object: 'member', name: 'cy@c.example' })
})

test('a plain receiver lists what it has, and no word of Lark', async () => {
  const { handle, control } = createReceiver({ profile: 'rfc' })
  const { body } = await request(handle).get('/_scimulator/verbs?schema=1').set('Host', 'localhost')
  expect(body.map(({ name }: { name: string }) => name)).toEqual([...control.verbs.keys()])
  expect(body.every(({ group }: { group: string }) => group === 'Receiver')).toBe(true)
})

test('the types tell what is taken and answered', () => {
  // No name is a mere text, or every name would have the type of all.
  expectTypeOf<string extends keyof VerbInputs | keyof ViewItems ? 'loose' : 'exact'>().toEqualTypeOf<'exact'>()
  expectTypeOf<VerbInputs['add-department']['name']>().toEqualTypeOf<string>()
  expectTypeOf<ViewItems['members']['status']>().toEqualTypeOf<'Active' | 'Inactive'>()
})

test.each(['/admin/v1/me', '//', '/other'])('a plain receiver knows no %s, and says so as SCIM does', async (path) => {
  const { handle } = createReceiver({ profile: 'rfc', sources: [{ token: 'secret' }] })
  const { status, body } = await request(handle).get(path).set('Authorization', 'Bearer secret')
  expect([status, body.schemas]).toEqual([404, ['urn:ietf:params:scim:api:messages:2.0:Error']])
})
