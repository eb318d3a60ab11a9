// What stands at /_scimulator of an organisation: pages of views, single items, results with their step, schemas.
import { createServer } from 'node:http'
import request from 'supertest'
import { beforeEach, expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import type { VerbInputs, VerbResults, ViewItems } from '../src/index.ts'
import { addPeople, createActiveWorld, type World } from './world.ts'

let world: World

beforeEach(async () => {
  world = await createActiveWorld()
  await addPeople(world)
  await world.act('bind-group', { group: 'Engineering' })
  await world.act('test-connection')
})

const get = (path: string) => request(createServer(world.org.handle)).get(`/_scimulator/${path}`)
const post = (path: string, body: object) =>
  request(createServer(world.org.handle)).post(`/_scimulator/${path}`).send(body)

test('a view is shown in pages', async () => {
  const { body } = await get('views/users?sort=-username&limit=2&fields=username,groups')
  expect(body).toMatchObject({ total: 3, offset: 0, dropped: 0, now: world.schedule.now() })
  expect(body.items).toEqual([
    { key: 'cy', value: { username: 'cy', groups: [] } },
    { key: 'bo', value: { username: 'bo', groups: ['Engineering'] } },
  ])
  expect((await get('views/users?where=groups:Engineering&q=ANA')).body.items).toHaveLength(1)
  expect((await get('jumpcloud/views/users/ana')).body.item.value.email).toBe('ana@example.com')
})

test('a verb says after which step its result can be seen', async () => {
  const before = (await get('views/users')).body.seq
  const { body } = await post('verbs/create-user', { username: 'dee', email: 'dee@example.com' })
  expect(body.result).toMatchObject({ username: 'dee' })
  expect(body.seq).toBeGreaterThan(before)
  expect((await get('views/users')).body.seq).toBeGreaterThanOrEqual(body.seq)
})

test('a wrong input is told member by member', async () => {
  const { status, body } = await post('verbs/create-user', { username: '', email: 'dee@example.com' })
  expect(status).toBe(400)
  expect(body).toMatchObject({ code: 'invalid', issues: [{ path: ['username'] }] })
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
  expect(body).toHaveLength(world.org.control.verbs.size)
  for (const verb of body) expect(verb).toMatchObject({ group: expect.any(String), input: { type: 'object' } })
})

test('the types tell what is taken and answered', () => {
  // No name is a mere text, or every name would have the type of all.
  expectTypeOf<string extends keyof VerbInputs | keyof ViewItems ? 'loose' : 'exact'>().toEqualTypeOf<'exact'>()
  expectTypeOf<VerbInputs['bind-group']>().toEqualTypeOf<{ group: string; application?: string | undefined }>()
  expectTypeOf<VerbResults['create-user']>().toEqualTypeOf<{ id: string; username: string }>()
  expectTypeOf<ViewItems['links']['type']>().toEqualTypeOf<'user' | 'user_group'>()
})
