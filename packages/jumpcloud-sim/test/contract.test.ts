import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { listen } from '@scimulator/shared/http'
import request from 'supertest'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { runAdministratorScript } from './administrator-script.ts'
import * as shapes from './openapi-shapes.ts'
import { BASE } from './responder.ts'
import { addPeople, createActiveWorld, createWorld } from './world.ts'

test("every answer has the keys and types of JumpCloud's published descriptions", async () => {
  const world = await createActiveWorld()
  await addPeople(world)
  await world.act('bind-group', { group: 'Engineering' })
  await world.act('bind-user', { user: 'cy' })
  world.target.intercept = ({ method }) => (method === 'GET' ? undefined : { status: 400, headers: [], body: 'no' })
  await world.act('update-user', { user: 'ana', set: { jobTitle: 'Boss', addresses: [{ country: 'BR' }] } })
  const { apiKey } = (await world.act('create-api-key')) as { apiKey: string }
  const [ana, group, app] = await Promise.all([
    world.look('users', 'ana').then((user) => String(user?._id)),
    world.look('groups', 'Engineering').then((each) => String(each?.id)),
    world.look('applications', 'Lark').then((each) => String(each?.id)),
  ])
  const job = { user_ids: [ana], state: 'SUSPENDED', start_date: '2027-01-01T00:00:00Z' }
  const events = { service: ['all'], start_time: '2020-01-01T00:00:00Z' }
  const rows: [string, string, unknown, number, z.ZodType][] = [
    ['get', '/api/systemusers', undefined, 200, shapes.SystemUsersList],
    ['get', `/api/systemusers/${ana}`, undefined, 200, shapes.SystemUserReturn],
    ['put', `/api/systemusers/${ana}`, { location: 'x' }, 200, shapes.SystemUserReturn],
    ['post', '/api/systemusers', { username: 'd', email: 'd@example.com' }, 200, shapes.SystemUserReturn],
    ['post', '/api/systemusers', {}, 400, shapes.V1Error],
    ['post', '/api/search/systemusers', {}, 200, shapes.SystemUsersList],
    ['get', `/api/applications/${app}`, undefined, 200, shapes.ApplicationReturn],
    ['get', '/api/v2/usergroups', undefined, 200, shapes.UserGroupReturn.array()],
    ['post', '/api/v2/usergroups', { name: 'New' }, 201, shapes.UserGroupReturn],
    ['put', `/api/v2/usergroups/${group}`, { name: 'Engineering' }, 200, shapes.UserGroupReturn],
    ['get', '/api/v2/usergroups/none', undefined, 404, shapes.V2Error],
    ['get', `/api/v2/usergroups/${group}/members`, undefined, 200, shapes.GraphConnection.array()],
    ['get', `/api/v2/usergroups/${group}/membership`, undefined, 200, shapes.GraphObjectWithPaths.array()],
    ['get', `/api/v2/usergroups/${group}/applications`, undefined, 200, shapes.GraphObjectWithPaths.array()],
    [
      'get',
      `/api/v2/usergroups/${group}/associations?targets=application`,
      undefined,
      200,
      shapes.GraphConnection.array(),
    ],
    ['get', `/api/v2/applications/${app}/associations?targets=user`, undefined, 200, shapes.GraphConnection.array()],
    ['get', `/api/v2/applications/${app}/users`, undefined, 200, shapes.GraphObjectWithPaths.array()],
    ['get', `/api/v2/applications/${app}/usergroups`, undefined, 200, shapes.GraphObjectWithPaths.array()],
    ['get', `/api/v2/applications/${app}/import/users`, undefined, 200, shapes.ImportUsersReturn],
    ['post', `/api/v2/applications/${app}/import/jobs`, {}, 200, shapes.JobId],
    ['get', `/api/v2/users/${ana}/memberof`, undefined, 200, shapes.GraphObjectWithPaths.array()],
    ['get', `/api/v2/users/${ana}/applications`, undefined, 200, shapes.GraphObjectWithPaths.array()],
    ['post', '/api/v2/bulk/users', [{ username: 'e', email: 'e@example.com' }], 200, shapes.JobId],
    ['post', '/api/v2/bulk/userstates', job, 201, shapes.ScheduledUserState.array()],
    ['get', '/api/v2/bulk/userstates', undefined, 200, shapes.ScheduledUserState.array()],
    ['post', '/insights/directory/v1/events', events, 200, shapes.InsightsEventReturn.array()],
  ]
  for (const [method, path, body, status, shape] of rows) {
    const agent = request(createServer(world.org.handle))
    const sent = agent[method as 'get'](path).set('x-api-key', apiKey)
    const answer = await (body === undefined ? sent : sent.send(body as object))
    const parsed = shape.safeParse(answer.body)
    expect([method, path, answer.status, parsed.error?.issues ?? []]).toEqual([method, path, status, []])
    if (Array.isArray(answer.body)) expect([path, answer.body.length]).not.toEqual([path, 0])
  }
})

test("the guide's administrator script runs, and its pushes arrive", async () => {
  const world = createWorld()
  const { apiKey } = (await world.act('create-api-key')) as { apiKey: string }
  const server = await listen(world.org.handle)
  const target = { baseUrl: BASE, token: 'secret-token' }
  const { answers, failedPushes } = await runAdministratorScript(server.url, apiKey, target, () =>
    world.org.control.idle(),
  )
  await server.close()
  expect(answers.map(({ method, status }) => `${method} ${status}`)).toEqual([
    ...['POST 200', 'POST 200', 'POST 201', 'POST 204', 'POST 204', 'POST 200'],
    ...['PUT 200', 'POST 200', 'POST 200', 'POST 204', 'PUT 200', 'POST 200'],
  ])
  expect(failedPushes).toEqual([])
  expect(answers.at(-1)?.body).toHaveLength(4)
  expect([...world.target.users.values()].map(({ userName, active }) => [userName, active])).toEqual([
    ['ana@example.com', true],
    ['bo@example.com', false],
  ])
  expect([...world.target.groups.values()]).toMatchObject([{ displayName: 'Engineering', members: { length: 2 } }])
})

test('the guide names every call that the script makes', async () => {
  const guide = readFileSync(new URL('../../../docs/guides/jumpcloud-api.md', import.meta.url), 'utf8')
  const calls = [
    '/api/systemusers',
    '/api/v2/usergroups',
    '/members',
    '/api/applications',
    '/provision',
    '/verify',
    '/activate',
  ]
  for (const call of [...calls, '/associations', '/insights/directory/v1/events', 'create-api-key']) {
    expect(guide).toContain(call)
  }
})
