// A job that signs in with OAuth 2.0 client credentials: what its token endpoint is asked, and what becomes of it when that one fails.
import type { ScimRequest } from '@scimulator/shared/provisioning'
import { describe, expect, test } from 'vitest'
import { contoso, type Fixture, type FixtureOptions } from './tenant-fixture.ts'

const TOKEN_ENDPOINT = 'https://scim.example/oauth/token'
const CLIENT = { tokenEndpoint: TOKEN_ENDPOINT, clientId: 'cid', clientSecret: 's3:cret/ü' }
const TENANT_URL = 'https://scim.example/scim/v2'

interface Server {
  readonly asked: ScimRequest[]
  /** Tokens that the target takes. */
  readonly good: Set<string>
  /** Instead of a token. */
  answer?: { status: number; body: string }
  lifetimeSeconds: number
}

async function signingIn(
  options: FixtureOptions = {},
  more: object = {},
): Promise<{ fixture: Fixture; server: Server }> {
  const fixture = await contoso(options)
  const server: Server = { asked: [], good: new Set(), lifetimeSeconds: 3600 }
  fixture.responder.faults.push((request) => {
    if (request.url !== TOKEN_ENDPOINT) {
      const token = authorizationOf(request)?.slice('Bearer '.length) ?? ''
      return server.good.has(token) ? undefined : { status: 401, body: '{}' }
    }
    server.asked.push(request)
    if (server.answer) return server.answer
    const token = `token-${server.asked.length}`
    server.good.add(token)
    const body = { access_token: token, token_type: 'Bearer', expires_in: server.lifetimeSeconds }
    return { status: 200, body: JSON.stringify(body) }
  })
  await fixture.do('set-credentials', { tenantUrl: TENANT_URL, clientCredentials: { ...CLIENT, ...more } })
  await fixture.do('assign', { user: 'ana' })
  return { fixture, server }
}

function authorizationOf({ headers }: ScimRequest): string | undefined {
  return headers.find(([name]) => name === 'Authorization')?.[1]
}

const isQuarantined = async (fixture: Fixture) => {
  const { status } = (await fixture.view('job')).Lark as { status: { code: string; quarantine: unknown } }
  return status.code === 'Quarantine' ? status.quarantine : false
}

describe('the token request', () => {
  test('has id and secret in the header, form-encoded first (RFC 6749 §2.3.1)', async () => {
    const { fixture, server } = await signingIn()
    await fixture.do('test-connection')
    const [request] = server.asked
    expect(request).toMatchObject({ method: 'POST', url: TOKEN_ENDPOINT, body: 'grant_type=client_credentials' })
    const basic = Buffer.from(
      authorizationOf(request as ScimRequest)?.slice('Basic '.length) ?? '',
      'base64',
    ).toString()
    expect(basic).toBe('cid:s3%3Acret%2F%C3%BC')
    expect(fixture.sent().map((line) => line.split('?')[0])).toEqual([
      `POST ${TOKEN_ENDPOINT} grant_type=client_credentials`,
      'GET /Users',
      'GET /Groups',
    ])
  })

  test.each<[what: string, options: FixtureOptions, more: object]>([
    ['the job says so', {}, { location: 'body' }],
    ['the switch says so', { switches: { tokenRequestCredentials: 'body' } }, {}],
  ])('has them in the body where %s', async (_what, options, more) => {
    const { fixture, server } = await signingIn(options, more)
    await fixture.do('test-connection')
    const [request] = server.asked
    expect(authorizationOf(request as ScimRequest)).toBeUndefined()
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'cid',
      client_secret: 's3:cret/ü',
    })
  })

  test('the job wins over the switch', async () => {
    const { fixture, server } = await signingIn(
      { switches: { tokenRequestCredentials: 'body' } },
      { location: 'header' },
    )
    await fixture.do('test-connection')
    expect(authorizationOf(server.asked[0] as ScimRequest)).toMatch(/^Basic /)
  })
})

describe('when a token is fetched', () => {
  test.each<[fetch: 'perCycle' | 'whenExpired', cycles: number, tokens: number]>([
    ['perCycle', 3, 3],
    ['whenExpired', 3, 2],
  ])('%s: %i cycles of 40 minutes ask for %i tokens that are good for an hour', async (tokenFetch, cycles, tokens) => {
    const { fixture, server } = await signingIn({ switches: { tokenFetch } })
    await fixture.do('start')
    for (let cycle = 1; cycle < cycles; cycle += 1) await fixture.advance(40 * 60_000)
    expect(server.asked).toHaveLength(tokens)
    expect(await isQuarantined(fixture)).toBe(false)
    expect(fixture.responder.users.size).toBe(1)
  })

  test('once more in the middle of a cycle, when the target refuses it', async () => {
    const { fixture, server } = await signingIn()
    for (const user of ['bo', 'cy', 'eve']) await fixture.do('assign', { user })
    let creations = 0
    fixture.responder.faults.unshift(({ method, url }) => {
      if (method === 'POST' && url.endsWith('/Users') && creations++ === 1) server.good.clear()
      return undefined
    })
    await fixture.do('start')
    expect(server.asked).toHaveLength(2)
    expect(fixture.responder.users.size).toBe(4)
    expect(await isQuarantined(fixture)).toBe(false)
  })

  test('before it expires, however short it lives', async () => {
    const { fixture, server } = await signingIn()
    server.lifetimeSeconds = 10
    await fixture.do('start')
    expect(server.asked.length).toBeGreaterThan(1)
    expect(fixture.responder.exchanges.every(({ response }) => response?.status !== 401)).toBe(true)
  })

  test('a target that takes no token at all is asked once more, and quarantines', async () => {
    const { fixture, server } = await signingIn()
    fixture.responder.faults.unshift(({ url }) => (url === TOKEN_ENDPOINT ? undefined : { status: 401 }))
    await fixture.do('start')
    expect(server.asked).toHaveLength(2)
    expect(await isQuarantined(fixture)).toMatchObject({
      error: { code: 'SystemForCrossDomainIdentityManagementInvalidCredentials' },
    })
  })
})

describe('without a token nothing is sent', () => {
  test.each<[what: string, answer: { status: number; body: string }, says: string]>([
    ['a wrong client', { status: 401, body: '{"error":"invalid_client"}' }, 'answered 401'],
    [
      'its reason',
      { status: 400, body: '{"error":"invalid_scope","error_description":"Ask for api."}' },
      'invalid_scope (Ask for api.)',
    ],
    ['a form that is not taken', { status: 415, body: '' }, 'answered 415'],
    ['a page of HTML', { status: 200, body: '<html>Sign in</html>' }, 'without a token'],
    ['an answer without access_token', { status: 200, body: '{"token":"x"}' }, 'without a token'],
    ['a token that is not a text', { status: 200, body: '{"access_token":7}' }, 'without a token'],
    ['a token with a line break', { status: 200, body: '{"access_token":"a\\r\\nX: y"}' }, 'without a token'],
    ['a token of another type', { status: 200, body: '{"access_token":"x","token_type":"mac"}' }, '"mac"'],
    ['a redirect', { status: 302, body: '' }, 'answered 302'],
    ['a list', { status: 200, body: '[]' }, 'without a token'],
  ])('%s', async (_what, answer, says) => {
    const { fixture, server } = await signingIn()
    server.answer = answer
    await expect(fixture.do('test-connection')).rejects.toThrow(says)
    await fixture.do('start')
    expect(await isQuarantined(fixture)).toMatchObject({ error: { code: 'CredentialValidationUnavailable' } })
    expect(fixture.sent().every((line) => line.startsWith(`POST ${TOKEN_ENDPOINT}`))).toBe(true)
    expect(fixture.responder.users.size).toBe(0)
  })

  test('a silent token endpoint, and the job that goes on when it is back', async () => {
    const { fixture, server } = await signingIn()
    fixture.responder.faults.unshift(({ url }) =>
      url === TOKEN_ENDPOINT && server.asked.length === 0 && fixture.schedule.now() < Date.parse('2026-01-05T09:00:00Z')
        ? { kind: 'timeout', message: 'no answer within 30 s' }
        : undefined,
    )
    await fixture.do('start')
    expect(await isQuarantined(fixture)).toMatchObject({ error: { message: expect.stringContaining('timeout') } })
    await fixture.advance(7 * 3_600_000)
    expect(await isQuarantined(fixture)).toBe(false)
    expect(fixture.responder.users.size).toBe(1)
  })
})

test('a token and client credentials together are refused, and one takes the place of the other', async () => {
  const { fixture, server } = await signingIn()
  const both = { tenantUrl: TENANT_URL, secretToken: 't', clientCredentials: CLIENT }
  await expect(fixture.do('set-credentials', both)).rejects.toThrow('Give one of')
  server.good.add('t')
  await fixture.do('set-credentials', { tenantUrl: TENANT_URL, secretToken: 't' })
  await fixture.do('test-connection')
  expect(server.asked).toEqual([])
})
