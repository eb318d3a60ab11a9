// OAuth 2.0: an access token that is over is renewed when a request is due (O138).
import type { ScimRequest } from '@scimulator/shared/provisioning'
import { MINUTE_MS } from '@scimulator/shared/runtime'
import { expect, test } from 'vitest'
import { createEndpoint } from './endpoint.ts'
import { createWorld, withAna } from './world.ts'

const TOKEN_URL = 'https://idp.test/token'
const GRANT = { tokenUrl: TOKEN_URL, clientId: 'okta', clientSecret: 'client-secret', refreshToken: 'refresh-0' }

/** A server that grants a token for ten minutes, and each refresh token once; and an endpoint that takes the latest. */
function createServer() {
  let granted = 0
  const endpoint = createEndpoint()
  const forms: URLSearchParams[] = []
  function reply(request: ScimRequest) {
    if (request.url !== TOKEN_URL) {
      const isKnown = request.headers.some(
        ([name, value]) => name === 'Authorization' && value === `Bearer at-${granted}`,
      )
      return isKnown ? endpoint.reply(request) : { status: 401 }
    }
    const form = new URLSearchParams(request.body)
    forms.push(form)
    if (form.get('refresh_token') !== `refresh-${granted}`) return { status: 400, json: { error: 'invalid_grant' } }
    granted += 1
    const next = { access_token: `at-${granted}`, refresh_token: `refresh-${granted}` }
    return { json: { ...next, token_type: 'Bearer', expires_in: 600 } }
  }
  return { ...endpoint, reply, forms }
}

async function assigned(grant: object = {}, switches: object = {}) {
  const server = createServer()
  const world = createWorld(server.reply, switches)
  await withAna(world)
  await world.act('configure-scim', { baseUrl: 'https://scim.test/v2', oauth: { ...GRANT, ...grant } })
  await world.act('assign-user', { user: 'ana@example.com' })
  return { server, world }
}

const sent = (world: Awaited<ReturnType<typeof assigned>>['world']) =>
  world.traffic().map((line) => line.replace(/\?.*/, ''))

test('the first request waits for a token, and the next one is fetched when a request is due and it is over', async () => {
  const { server, world } = await assigned()
  expect(sent(world)).toEqual([`POST ${TOKEN_URL}`, 'GET /Users', 'POST /Users'])
  await world.act('update-user', { user: 'ana@example.com', set: { title: 'Buyer' } })
  expect(sent(world)).toEqual(['GET /Users/u1', 'PUT /Users/u1'])
  await world.schedule.advanceTo(world.schedule.now() + 20 * MINUTE_MS)
  expect(sent(world)).toEqual([])
  await world.act('update-user', { user: 'ana@example.com', set: { title: 'Clerk' } })
  expect(sent(world)).toEqual([`POST ${TOKEN_URL}`, 'GET /Users/u1', 'PUT /Users/u1'])
  expect(server.users()).toMatchObject([{ title: 'Clerk' }])
  expect(server.forms.map((form) => form.get('refresh_token'))).toEqual(['refresh-0', 'refresh-1'])
  expect(await world.tasks()).toEqual([])
})

test('a token that was given is used until it is over', async () => {
  const { world } = await assigned({ accessToken: 'at-0', expiresIn: 60 })
  expect(sent(world)).toEqual(['GET /Users', 'POST /Users'])
  await world.schedule.advanceTo(world.schedule.now() + MINUTE_MS)
  await world.act('test-connector')
  expect(sent(world)).toEqual([`POST ${TOKEN_URL}`, 'GET /Users'])
  // What the test has fetched is kept.
  await world.act('test-connector')
  expect(sent(world)).toEqual(['GET /Users'])
})

test('where the refresh token is over nothing is sent, until somebody has authenticated again', async () => {
  const { world } = await assigned({ refreshToken: 'old' })
  expect(sent(world)).toEqual([`POST ${TOKEN_URL}`])
  expect(await world.tasks()).toEqual([expect.stringContaining('invalid_grant. Authenticate again.')])
  await expect(world.act('test-connector')).rejects.toThrow('Authenticate again.')
  await expect(world.act('import-users')).rejects.toThrow('Authenticate again.')
  await world.act('configure-scim', { baseUrl: 'https://scim.test/v2', oauth: GRANT })
  world.traffic()
  await world.act('retry-tasks')
  expect(sent(world)).toEqual([`POST ${TOKEN_URL}`, 'GET /Users', 'POST /Users'])
  expect(await world.tasks()).toEqual([])
})

test.each([
  ['body', 'client-secret', []],
  ['header', null, [`Basic ${btoa('okta:client-secret')}`]],
] as const)('oauthClientIn %s', async (oauthClientIn, secret, headers) => {
  const { server, world } = await assigned({}, { oauthClientIn })
  expect(server.forms[0]?.get('client_secret')).toBe(secret)
  const [renewal] = world.sent.filter(({ url }) => url === TOKEN_URL)
  expect(renewal?.headers.filter(([name]) => name === 'Authorization').map(([, value]) => value)).toEqual(headers)
})

test('two ways at once are refused, and no view shows what was given', async () => {
  const { world } = await assigned()
  const both = { baseUrl: 'https://scim.test/v2', token: 't', oauth: GRANT }
  await expect(world.act('configure-scim', both)).rejects.toThrow('not both')
  for (const view of ['applications', 'system-log', 'tasks', 'jobs'])
    expect(JSON.stringify(await world.see(view))).not.toMatch(/client-secret|refresh-|at-1/)
})
