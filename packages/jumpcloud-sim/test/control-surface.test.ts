// What stands at /_scimulator of an organisation, beside what all programs have there (packages/testkit/test/control-surface.test.ts).
import { createServer } from 'node:http'
import request from 'supertest'
import { beforeEach, expect, expectTypeOf, test } from 'vitest'
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

test('people are chosen by a group, by a part of a name, and by their key', async () => {
  expect((await get('views/users?where=groups:Engineering&q=ANA')).body.items).toEqual([
    { key: 'ana', value: expect.objectContaining({ username: 'ana', groups: ['Engineering'] }) },
  ])
  expect((await get('jumpcloud/views/users/ana')).body.item.value.email).toBe('ana@example.com')
})

test('the types tell what is taken and answered', () => {
  // No name is a mere text, or every name would have the type of all.
  expectTypeOf<string extends keyof VerbInputs | keyof ViewItems ? 'loose' : 'exact'>().toEqualTypeOf<'exact'>()
  expectTypeOf<VerbInputs['bind-group']>().toEqualTypeOf<{ group: string; application?: string | undefined }>()
  expectTypeOf<VerbResults['create-user']>().toEqualTypeOf<{ id: string; username: string }>()
  expectTypeOf<ViewItems['links']['type']>().toEqualTypeOf<'user' | 'user_group'>()
})

test('events are counted in bars by the filters that choose them', async () => {
  const query = 'eventType=user_create&last=1d'
  const { items } = (await get(`views/insights?${query}`)).body
  const bars = (await get(`views/insights-counts?${query}&bars=10`)).body.items
  expect(bars).toHaveLength(10)
  expect(items).toHaveLength(3)
  expect(bars.at(-1).value).toMatchObject({ events: 3, failures: 0 })
  expect((await get('views/insights?service=radius')).body.items).toEqual([])
  expect((await get('views/insights?last=soon')).status).toBe(400)
})

test('what is exported of a user is listed, and what can be left out', async () => {
  await world.act('set-export-attributes', { application: 'Lark', exclude: ['title', 'costCenter'] })
  const { items } = (await get('views/export-attributes?application=Lark')).body
  expect(items.slice(0, 2).map(({ value }: { value: object }) => value)).toEqual([
    { target: 'userName', source: 'username', required: true, exported: true },
    { target: 'emails', source: 'email', required: true, exported: true },
  ])
  expect((await get('views/export-attributes?where=exported:false')).body.items.map(keyOf)).toEqual([
    'title',
    'costCenter',
  ])
  expect((await get('views/export-attributes?application=Nobody')).status).toBe(404)
})

test('the report of the last test has its steps, and what they left behind', async () => {
  await world.act('create-application', { displayLabel: 'Untested' })
  const { items } = (await get('views/test-reports')).body
  expect(items.map(keyOf)).toEqual(['Lark'])
  expect(items[0].value).toMatchObject({ passed: true, leftBehind: [], withGroups: true })
  const steps: readonly { step: string }[] = items[0].value.steps
  expect([...new Set(steps.map(({ step }) => step))]).toEqual(Array.from({ length: 10 }, (_, index) => `T${index + 1}`))
})

function keyOf({ key }: { readonly key: string }): string {
  return key
}
