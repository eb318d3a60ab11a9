// The test of a connection (O121 to O128), and what of a connection is kept when it is saved again.
import { expect, test } from 'vitest'
import { createWorld, NOBODY, withAna } from './world.ts'

const TESTED = ['GET /Users?startIndex=1&count=2']

test('asks for two users with what is given, saves nothing, and does not ask for groups', async () => {
  const world = createWorld(() => NOBODY)
  await withAna(world)
  await world.act('test-connector', { token: 'other' })
  expect(world.sent.at(-1)?.headers).toContainEqual(['Authorization', 'Bearer other'])
  expect(world.traffic()).toEqual(TESTED)
  await world.act('configure-scim', { baseUrl: 'https://scim.test/v2' })
  await world.act('test-connector')
  expect(world.sent.at(-1)?.headers).toContainEqual(['Authorization', 'Bearer secret'])
})

test.each([
  [{ status: 401, json: { detail: 'no' } }, 'Error authenticating: Unauthorized. Errors reported by remote server: no'],
  [{ json: { totalResults: '0' } }, 'No results for users returned'],
  ['away', 'Error authenticating: Connect to scim.test:443 failed: connection refused'],
] as const)('what is answered by %j is told in Okta’s words', async (reply, said) => {
  const world = createWorld(() => reply)
  await withAna(world)
  await expect(world.act('test-connector')).rejects.toThrow(said)
})

test('without an address or a token there is nothing to test or to save', async () => {
  const world = createWorld(() => NOBODY)
  await world.act('create-application', { label: 'App' })
  await expect(world.act('test-connector')).rejects.toThrow('Enable provisioning before the connector is tested')
  await expect(world.act('configure-scim', { baseUrl: 'https://scim.test' })).rejects.toThrow('Nothing is saved yet')
})

test.each(['wizard', 'catalogue'] as const)('Basic Auth of a %s sends user name and password', async (kind) => {
  const world = createWorld(() => NOBODY)
  await withAna(world, kind)
  await world.act('configure-scim', { baseUrl: 'https://scim.test/v2', userName: 'jürgen', password: 'a:b c' })
  await world.act('assign-user', { user: 'ana@example.com' })
  const basic = `Basic ${Buffer.from('jürgen:a:b c').toString('base64')}`
  expect(world.sent.map(({ headers }) => headers.find(([name]) => name === 'Authorization'))).toEqual(
    Array.from({ length: 2 }, () => ['Authorization', basic]),
  )
  await world.act('test-connector', { userName: 'other', password: 'one' })
  expect(world.sent.at(-1)?.headers).toContainEqual(['Authorization', `Basic ${btoa('other:one')}`])
  await world.act('configure-scim', { baseUrl: 'https://scim.test/v3' })
  await world.act('test-connector')
  expect(world.sent.at(-1)?.headers).toContainEqual(['Authorization', basic])
  await world.act('configure-scim', { baseUrl: 'https://scim.test/v3', token: 'Bearer t' })
  await world.act('test-connector')
  expect(world.sent.at(-1)?.headers).not.toContainEqual(['Authorization', basic])
  // What was typed is in no view, nor in the log.
  for (const view of ['applications', 'system-log']) {
    const shown = JSON.stringify(await world.see(view))
    for (const secret of ['a:b c', basic.slice(6)]) expect(shown).not.toContain(secret)
  }
})

test.each([
  [{ token: 't', userName: 'u', password: 'p' }, 'not both', 'token'],
  [{ token: 't', password: 'p' }, 'not both', 'token'],
  [{ password: 'p' }, 'wants a user name', 'userName'],
  [{ userName: 'u' }, 'wants a password', 'password'],
  [{ userName: 'u:v', password: 'p' }, 'cannot have a colon', 'userName'],
])('credentials %j are refused, by the field', async (given, said, field) => {
  const world = createWorld(() => NOBODY)
  await withAna(world)
  for (const verb of ['configure-scim', 'test-connector']) {
    const refusal = await world.act(verb, { baseUrl: 'https://scim.test', ...given }).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'invalid', message: expect.stringContaining(said) })
    expect(Object(refusal).issues).toMatchObject([{ path: [field] }])
  }
  expect(world.traffic()).toEqual([])
})

test('groups that have the application are listed, until they lose it', async () => {
  const world = createWorld(() => NOBODY)
  await withAna(world)
  await world.act('create-group', { name: 'Staff' })
  await world.act('assign-group', { group: 'Staff' })
  expect(await world.see('group-assignments')).toMatchObject([{ key: 'Staff', value: { application: 'App' } }])
  await world.act('unassign-group', { group: 'Staff' })
  expect(await world.see('group-assignments')).toEqual([])
})
