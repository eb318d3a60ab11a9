// Client credentials (RFC 6749 §4.4) at the receiver: who gets a token, what it opens, and until when.
import { expect, test } from 'vitest'
import { createReceiver } from '../../src/receiver.ts'
import type { ReceiverOptions } from '../../src/receiver-options.ts'
import { hosts, openClient, TOKEN } from '../scim/service-provider.ts'

const HOUR = 3_600_000
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const [plain = { name: '', mountPath: '' }] = hosts
const client = { id: 'cid', secret: 's/ü +' }
const basic = (id: string, secret: string) =>
  `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`
const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString()
const grant = { grant_type: 'client_credentials' }
const inBody = { ...grant, client_id: client.id, client_secret: client.secret }

function open(options: ReceiverOptions = {}) {
  const http = openClient(plain, { sources: [{ token: TOKEN, client }], ...options })
  const ask = (body: string, headers: object = {}, path = '/oauth/token') =>
    http.sendTo(path, 'POST', body, { ...FORM, authorization: '', ...headers })
  const fetchToken = async (): Promise<string> => (await ask(form(inBody))).body.access_token
  const users = (token: string) => http.get('/Users', { authorization: `Bearer ${token}` })
  return { ...http, ask, fetchToken, users }
}

test.each(['/oauth/token', '/oauth2/token', '/scim/v2/oauth/token', '/organisations/default/oauth/token'])(
  'a token of %s opens what the source may see, for an hour',
  async (path) => {
    const { ask, users, schedule } = open()
    const { status, body, headers } = await ask(form({ ...inBody, scope: 'scim' }), {}, path)
    expect([status, headers['cache-control']]).toEqual([200, 'no-store'])
    expect(body).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 3_600 })
    expect((await users(body.access_token)).status).toBe(200)
    await schedule.advanceTo(schedule.now() + HOUR - 1)
    expect((await users(body.access_token)).status).toBe(200)
    await schedule.advanceTo(schedule.now() + 1)
    const late = await users(body.access_token)
    expect(late).toMatchObject({ status: 401, body: { detail: expect.stringContaining('has expired') } })
    expect((await ask(form(inBody))).status).toBe(200)
  },
)

test('id and secret may stand in the header', async () => {
  const { ask, users } = open()
  const { status, body } = await ask(form(grant), { authorization: basic(client.id, client.secret) })
  expect([status, (await users(body.access_token)).status]).toEqual([200, 200])
})

test.each<[string, string, object, number, string]>([
  ['JSON', JSON.stringify(inBody), { 'content-type': 'application/json' }, 400, 'invalid_request'],
  ['no grant type', form({ ...inBody, grant_type: '' }).replace('grant_type=&', ''), {}, 400, 'invalid_request'],
  ['another grant type', form({ ...inBody, grant_type: 'password' }), {}, 400, 'unsupported_grant_type'],
  ['no client', form(grant), {}, 401, 'invalid_client'],
  ['a client that nobody knows', form({ ...inBody, client_id: 'x' }), {}, 401, 'invalid_client'],
  ['a wrong secret', form({ ...inBody, client_secret: 'x' }), {}, 401, 'invalid_client'],
  [
    'the token of the source as the secret of another client',
    form({ ...inBody, client_secret: TOKEN }),
    {},
    401,
    'invalid_client',
  ],
  ['a secret in both places', form(inBody), { authorization: basic(client.id, client.secret) }, 400, 'invalid_request'],
  [
    'two ids',
    form({ ...grant, client_id: 'x' }),
    { authorization: basic(client.id, client.secret) },
    400,
    'invalid_request',
  ],
  ['a parameter twice', `${form(inBody)}&client_id=cid`, {}, 400, 'invalid_request'],
  ['a header that is no Basic', form(grant), { authorization: `Bearer ${TOKEN}` }, 401, 'invalid_client'],
])('there is no token for %s', async (_name, body, headers, status, error) => {
  const { ask } = open()
  const answer = await ask(body, headers)
  expect(answer).toMatchObject({ status, body: { error, error_description: expect.stringMatching(/\.$/) } })
  expect(answer.body).not.toHaveProperty('access_token')
  expect('www-authenticate' in answer.headers).toBe(status === 401)
})

test('every source is a client: its id, and its token as the secret', async () => {
  const { receiver, ask, users } = open()
  const added = await receiver.control.verbs.get('add-source')?.run({ kind: 'Entra ID' })
  const { tokenUrl, clientId, clientSecret } = added as Record<string, string>
  expect(tokenUrl).toBe('http://localhost/oauth/token')
  const { body } = await ask(form({ ...grant, client_id: `${clientId}`, client_secret: `${clientSecret}` }))
  expect((await users(body.access_token)).status).toBe(200)
  expect((await ask(form({ ...grant, client_id: 'x', client_secret: `${clientSecret}` }))).status).toBe(401)
})

test('a reset and a restored snapshot end what was given out', async () => {
  const { receiver, fetchToken, users } = open()
  const before = await fetchToken()
  receiver.reset()
  expect((await users(before)).status).toBe(401)
  const again = await fetchToken()
  receiver.restore(receiver.snapshot())
  expect((await users(again)).status).toBe(401)
})

test('access tokens that are revoked open nothing, and another one is to be had', async () => {
  const { receiver, fetchToken, users } = open()
  const before = await fetchToken()
  await receiver.control.verbs.get('revoke-access-tokens')?.run({})
  expect((await users(before)).status).toBe(401)
  expect((await users(await fetchToken())).status).toBe(200)
  expect((await users(TOKEN)).status).toBe(200)
})

test('a token opens its own organisation alone', async () => {
  const { fetchToken, sendTo } = open()
  const authorization = `Bearer ${await fetchToken()}`
  const status = async (path: string) => (await sendTo(path, 'GET', undefined, { authorization })).status
  expect(await status('/organisations/default/scim/v2/Users')).toBe(200)
  expect(await status('/organisations/other/scim/v2/Users')).toBe(401)
})

test('metadata says where it is (RFC 8414)', async () => {
  const { sendTo } = open()
  const { body } = await sendTo('/.well-known/oauth-authorization-server', 'GET', undefined, { authorization: '' })
  expect(body.token_endpoint).toBe(`${body.issuer}/oauth/token`)
  expect(body.grant_types_supported).toEqual(['client_credentials'])
})

test.each<[NonNullable<ReceiverOptions['authentication']>, string[], Record<string, number>]>([
  [['bearer'], ['oauthbearertoken'], { bearer: 200, basic: 401, token: 401 }],
  [['oauth2'], ['oauth2'], { bearer: 401, basic: 401, token: 200 }],
  [['basic'], ['httpbasic'], { bearer: 401, basic: 200, token: 401 }],
  [['basic', 'bearer', 'oauth2'], ['oauthbearertoken', 'oauth2', 'httpbasic'], { bearer: 200, basic: 200, token: 200 }],
])('with %j that is advertised, and nothing else lets in', async (authentication, schemes, expected) => {
  const { get, ask, users } = open({ authentication })
  const config = (await get('/ServiceProviderConfig', { authorization: '' })).body
  expect(config.authenticationSchemes.map(({ type }: { type: string }) => type)).toEqual(schemes)
  expect(config.authenticationSchemes.map(({ primary }: { primary?: boolean }) => primary === true).indexOf(true)).toBe(
    0,
  )
  expect((await users(TOKEN)).status).toBe(expected.bearer)
  expect((await get('/Users', { authorization: basic(client.id, client.secret) })).status).toBe(expected.basic)
  expect((await get('/Users', { authorization: basic(client.id, 'x') })).status).toBe(401)
  expect((await ask(form(inBody))).status).toBe(expected.token)
})

test('with no way to sign in there is no receiver', () => {
  expect(() => createReceiver({ authentication: [] })).toThrow('name bearer, oauth2 or basic')
})

test('Lark has its tokens alone', async () => {
  const { get, ask } = open({ profile: 'lark' })
  expect((await ask(form(inBody))).status).toBe(401)
  expect((await get('/ServiceProviderConfig')).body.authenticationSchemes).toHaveLength(1)
})

test('the configuration needs no token; a wrong one is refused all the same, and so is everything else', async () => {
  const { get, send } = open()
  const none = { authorization: '' }
  expect((await get('/ServiceProviderConfig', none)).body.meta.location).toMatch(/\/scim\/v2\/ServiceProviderConfig$/)
  expect((await get('/ServiceProviderConfig', { authorization: 'Bearer x' })).status).toBe(401)
  for (const path of ['/Users', '/Schemas', '/ResourceTypes', '/ServiceProviderConfig/x']) {
    expect([path, (await get(path, none)).status]).toEqual([path, 401])
  }
  expect((await send('POST', '/ServiceProviderConfig', {}, none)).status).toBe(401)
})

test('the path of Lark’s example is served, as it should be written and not as it is', async () => {
  const { sendTo } = open({ profile: 'lark' })
  const { status, body } = await sendTo('/admin/scim/v2/ServiceProviderConfig', 'GET')
  expect([status, body.meta.location.replace(/^http:\/\/[^/]+/, '')]).toEqual([
    200,
    '/admin/scim/v2/ServiceProviderConfig',
  ])
  expect((await sendTo('/admin/scim/v2/Users', 'GET')).body.totalResults).toBe(0)
  expect((await sendTo('/admin/sicm/v2/Users', 'GET')).status).toBe(404)
})
