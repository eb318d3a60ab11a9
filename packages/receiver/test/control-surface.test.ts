// What stands at /_scimulator of a receiver: pages of views, single items, results with their step, schemas.
import request from 'supertest'
import { beforeEach, expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
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
const post = (path: string, body: object) =>
  request(organisation.receiver.handle).post(`/_scimulator/${path}`).set('Host', 'localhost').send(body)

test('a view is shown in pages', async () => {
  const { body } = await get('lark/views/members?limit=2&sort=-externalID&fields=externalID')
  expect(body).toMatchObject({ total: 3, offset: 0, dropped: 0 })
  expect(body.items.map((item: { value: object }) => item.value)).toEqual([
    { externalID: 'cy@c.example' },
    { externalID: 'bo@c.example' },
  ])
  expect((await get('views/members?offset=2&limit=2')).body.items).toHaveLength(1)
})

test('the newest entries of a log are its first page in descending order', async () => {
  const { total } = (await get('views/sync-log')).body
  expect(total).toBeGreaterThanOrEqual(3)
  const { items } = (await get('views/sync-log?sort=-at&limit=1')).body
  expect(items[0].value).toMatchObject({ object: 'member', name: 'cy@c.example' })
})

test('a verb says after which step its result can be seen', async () => {
  const before = (await get('views/departments')).body.seq
  const { body } = await post('verbs/add-department', { name: 'Support' })
  expect(body.seq).toBeGreaterThan(before)
  expect((await get('views/departments/Support')).body).toMatchObject({
    seq: body.seq,
    item: { value: { members: 0 } },
  })
})

test('a wrong input is told member by member', async () => {
  const { status, body } = await post('receiver/verbs/set-deviations', { deviations: ['integer-id'] })
  expect(status).toBe(400)
  expect(body).toMatchObject({ code: 'invalid', issues: [{ path: ['deviations', 0] }] })
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
