// A client that shows an assertion of its issuer at the token endpoint (RFC 7523 §2.2), as Entra ID's workload identity federation does.
import { expect, test } from 'vitest'
import { createReceiver } from '../../src/receiver.ts'
import type { ReceiverOptions } from '../../src/receiver-options.ts'
import { hosts, openClient, START, TOKEN } from '../scim/service-provider.ts'
import { encoded, jwk, keys, signed } from './signed.ts'

const [plain = { name: '', mountPath: '' }] = hosts
const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const CLIENT = {
  id: 'cid',
  issuer: 'https://login.microsoftonline.com/t/v2.0',
  jwksUrl: 'https://login.microsoftonline.com/t/discovery/v2.0/keys',
  subject: 'provisioning',
  audience: 'api://app',
}
const SECONDS = START / 1_000
const claims = { iss: CLIENT.issuer, aud: CLIENT.audience, sub: CLIENT.subject, nbf: SECONDS, exp: SECONDS + 3_900 }
const assertion = (more: object = {}, head: object = {}, key = keys.one.privateKey) =>
  signed({ ...claims, ...more }, head, key)

function open(options: ReceiverOptions = {}) {
  const fetched: string[] = []
  const fetchJson = async (url: string): Promise<unknown> => {
    fetched.push(url)
    return { keys: [jwk('one')] }
  }
  const http = openClient(plain, { federation: { ...CLIENT, fetchJson }, ...options })
  const ask = (fields: Readonly<Record<string, string>>, headers: object = {}) =>
    http.sendTo('/oauth/token', 'POST', new URLSearchParams(fields).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: '',
      ...headers,
    })
  const users = (token: string) => http.get('/Users', { authorization: `Bearer ${token}` })
  return { ...http, ask, users, fetched }
}

const form = (text: string, more: object = {}) => ({
  grant_type: 'client_credentials',
  client_id: CLIENT.id,
  client_assertion_type: JWT_BEARER,
  client_assertion: text,
  scope: 'scim',
  ...more,
})

test('gets a token that opens what its source may see; the key set is fetched once', async () => {
  const { ask, users, fetched } = open()
  const { status, body } = await ask(form(assertion()))
  expect([status, body.token_type, body.expires_in]).toEqual([200, 'Bearer', 3_600])
  expect((await users(body.access_token)).status).toBe(200)
  expect((await ask(form(assertion()))).status).toBe(200)
  expect(fetched).toEqual([CLIENT.jwksUrl])
})

test('another client is trusted while the receiver runs, and a reset takes that back', async () => {
  const { receiver, ask, users } = open({ federation: undefined })
  expect((await ask(form(assertion()))).status).toBe(401)
  const { verbs } = receiver.control
  await verbs.get('trust-client')?.run({ ...CLIENT, jwksUrl: 'http://127.0.0.1:9/keys', token: TOKEN })
  expect((await ask(form(assertion()))).body.error_description).toContain('http://127.0.0.1:9/keys')
  receiver.reset()
  expect((await ask(form(assertion()))).body.error_description).toContain('No issuer is trusted')

  const other = open({ federation: { ...CLIENT, id: 'other', fetchJson: async () => ({ keys: [jwk('one')] }) } })
  expect((await other.ask(form(assertion()))).status).toBe(401)
  await other.receiver.control.verbs.get('trust-client')?.run({ ...CLIENT, token: TOKEN })
  const { body } = await other.ask(form(assertion()))
  expect((await other.users(body.access_token)).status).toBe(200)
  expect((await users(body.access_token)).status).toBe(401)
})

test.each([
  { ...CLIENT },
  { ...CLIENT, token: '' },
  { ...CLIENT, token: TOKEN, jwksUrl: 'file:///etc/passwd' },
  { ...CLIENT, token: TOKEN, jwks: 'x' },
])('a client is not trusted with %j', async (input) => {
  const { receiver } = open()
  await expect(async () => receiver.control.verbs.get('trust-client')?.run(input)).rejects.toThrow()
})

test('client_id may be left out (RFC 7521 §4.2); the assertion itself opens nothing', async () => {
  const { ask, users } = open()
  const { client_id: _id, ...rest } = form(assertion())
  expect((await ask(rest)).status).toBe(200)
  expect((await users(assertion())).status).toBe(401)
})

test.each<[what: string, fields: () => Readonly<Record<string, string>>, says: string]>([
  ['for another audience', () => form(assertion({ aud: 'api://other' })), 'another audience'],
  [
    'for the audience with /.default',
    () => form(assertion({ aud: `${CLIENT.audience}/.default` })),
    'another audience',
  ],
  ['of another issuer', () => form(assertion({ iss: 'https://login.microsoftonline.com/x/v2.0' })), 'another issuer'],
  ['of another subject', () => form(assertion({ sub: 'someone' })), 'another subject'],
  ['that has expired more than five minutes ago', () => form(assertion({ exp: SECONDS - 301 })), 'expired'],
  ['that begins in more than five minutes', () => form(assertion({ nbf: SECONDS + 301 })), 'not in force yet'],
  ['signed with another key', () => form(assertion({}, {}, keys.two.privateKey)), 'does not hold'],
  [
    'signed with a key that is not published',
    () => form(assertion({}, { kid: 'two' }, keys.two.privateKey)),
    'publish',
  ],
  ['unsigned', () => form(`${encoded({ alg: 'none' })}.${encoded(claims)}.`), 'RS256'],
  ['that is no JWT', () => form('abc'), 'not a JWT'],
  ['for another client', () => form(assertion(), { client_id: 'other' }), 'no client of this id'],
  ['of a type that is not known', () => form(assertion(), { client_assertion_type: 'saml2' }), 'client_assertion_type'],
])('an assertion %s gets none', async (_what, fields, says) => {
  const { status, body } = await open().ask(fields())
  expect([status, body.error, body.access_token]).toEqual([401, 'invalid_client', undefined])
  expect(body.error_description).toContain(says)
})

test.each<[what: string, fields: () => Readonly<Record<string, string>>, headers: object]>([
  ['a secret beside it', () => form(assertion(), { client_secret: 's' }), {}],
  ['a client in the header beside it', () => form(assertion()), { authorization: 'Basic Y2lkOnM=' }],
  ['no type', () => ({ grant_type: 'client_credentials', client_assertion: assertion() }), {}],
  ['a type alone', () => ({ grant_type: 'client_credentials', client_assertion_type: JWT_BEARER }), {}],
])('%s is refused (RFC 7521 §4.2)', async (_what, fields, headers) => {
  const { status, body } = await open().ask(fields(), headers)
  expect([status, body.error]).toEqual([400, 'invalid_request'])
})

test.each([{ exp: SECONDS - 299 }, { nbf: SECONDS + 299 }])('clocks may be five minutes apart: %j', async (more) => {
  expect((await open().ask(form(assertion(more)))).status).toBe(200)
})

test('what is on is advertised, and without a trusted issuer an assertion gets nothing', async () => {
  const named = async (http: ReturnType<typeof open>) =>
    (await http.get('/ServiceProviderConfig')).body.authenticationSchemes.map(({ name }: { name: string }) => name)
  const methods = async (http: ReturnType<typeof open>) =>
    (await http.sendTo('/.well-known/oauth-authorization-server', 'GET')).body.token_endpoint_auth_methods_supported
  const off = open({ federation: undefined })
  expect(await named(off)).not.toContain('OAuth 2.0 JWT Client Assertion')
  expect(await methods(off)).toEqual(['client_secret_basic', 'client_secret_post'])
  expect((await off.ask(form(assertion()))).body.error_description).toContain('No issuer is trusted')
  const alone = open({ authentication: ['bearer'] })
  expect(await named(alone)).toEqual(['OAuth Bearer Token', 'OAuth 2.0 JWT Client Assertion'])
  expect(await methods(alone)).toEqual(['private_key_jwt'])
  const secret = { grant_type: 'client_credentials', client_id: 'default', client_secret: TOKEN }
  expect((await alone.ask(secret)).status).toBe(401)
  expect((await alone.ask(form(assertion()))).status).toBe(200)
  expect(() => createReceiver({ federation: CLIENT })).toThrow('needs a source')
})
