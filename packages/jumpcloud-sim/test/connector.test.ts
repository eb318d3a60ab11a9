import { expect, test } from 'vitest'
import { BASE } from './responder.ts'
import { addPeople, createActiveWorld, createWorld } from './world.ts'

test('Test Connection runs T1 to T10 and leaves nothing behind', async () => {
  const world = createWorld()
  await world.act('create-application', { displayLabel: 'Lark' })
  await world.act('configure-scim', { baseUrl: BASE, token: 't', testUserEmail: 'test@example.com' })
  const report = await world.act('test-connection')
  expect(report).toMatchObject({ passed: true, warnings: [], leftBehind: [] })
  expect(world.target.traffic()).toMatchInlineSnapshot(`
    [
      "GET /Users?filter=userName eq "test@example.com"",
      "POST /Users",
      "GET /Users?filter=userName eq "test@example.com"",
      "PUT /Users/ID",
      "POST /Groups",
      "GET /Groups?filter=displayName eq "jumpcloud-test-group-6c333c14"",
      "PATCH /Groups/ID",
      "PATCH /Groups/ID",
      "DELETE /Groups/ID",
      "PUT /Users/ID",
      "DELETE /Users/ID",
    ]
  `)
  expect(world.target.users.size).toBe(0)
})

test('binding a group pushes its members and the group', async () => {
  const world = await createActiveWorld()
  await addPeople(world)
  await world.act('bind-group', { group: 'Engineering' })
  expect(world.target.traffic()).toMatchInlineSnapshot(`
    [
      "GET /Users?filter=userName eq "ana"",
      "GET /Users?filter=userName eq "bo"",
      "POST /Users",
      "POST /Users",
      "GET /Groups?filter=displayName eq "Engineering"",
      "POST /Groups",
    ]
  `)
})
