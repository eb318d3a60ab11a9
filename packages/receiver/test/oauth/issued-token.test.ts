// Tokens that an identity provider issues, checked as Microsoft's receiver does.
import { createHmac, type KeyObject } from 'node:crypto'
import { expect, test } from 'vitest'
import { createReceiver } from '../../src/receiver.ts'
import { hosts, openClient, START, TOKEN } from '../scim/service-provider.ts'
import { encoded, jwk, keys, signed } from './signed.ts'

const [plain = { name: '', mountPath: '' }] = hosts
const METADATA = 'https://idp.example/t/.well-known/openid-configuration'
const ISSUER = 'https://sts.windows.net/t/'
const AUDIENCE = '8adf8e6e-67b2-4cf2-a259-e3dc5476c621'
const SECONDS = START / 1_000

function token(claims: object = {}, head: object = {}, key: KeyObject = keys.one.privateKey): string {
  return signed({ iss: ISSUER, aud: AUDIENCE, nbf: SECONDS, exp: SECONDS + 3_600, ...claims }, head, key)
}

function open(published: readonly string[] = ['one']) {
  const fetched: string[] = []
  const current = { kids: published }
  const fetchJson = async (url: string): Promise<unknown> => {
    fetched.push(url)
    return url === METADATA ? { issuer: ISSUER, jwks_uri: 'https://idp.example/keys' } : { keys: current.kids.map(jwk) }
  }
  const client = openClient(plain, { trustedIssuer: { metadataUrl: METADATA, fetchJson } })
  const status = async (text: string) => (await client.get('/Users', { authorization: `Bearer ${text}` })).status
  return { client, status, fetched, current }
}

test('a token that holds is let in as the source; the keys are fetched once', async () => {
  const { client, status, fetched } = open()
  expect([await status(token()), await status(token({ aud: ['x', AUDIENCE] }))]).toEqual([200, 200])
  expect(fetched).toEqual([METADATA, 'https://idp.example/keys'])
  const made = await client.send('POST', '/Users', { userName: 'ana' }, { authorization: `Bearer ${token()}` })
  expect((await client.get(`/Users/${made.body.id}`)).status).toBe(200)
  expect(await status(TOKEN)).toBe(200)
})

test.each<[string, () => string]>([
  ['unsigned', () => `${encoded({ alg: 'none' })}.${encoded({ iss: ISSUER, aud: AUDIENCE, exp: SECONDS + 9 })}.`],
  ['signed with another key', () => token({}, {}, keys.two.privateKey)],
  ['signed with a key that is not published', () => token({}, { kid: 'three' })],
  ['of another issuer', () => token({ iss: 'https://sts.windows.net/x/' })],
  ['for another audience', () => token({ aud: 'api://other' })],
  ['expired', () => token({ exp: SECONDS - 301 })],
  ['not in force yet', () => token({ nbf: SECONDS + 301 })],
  ['without an end', () => token({ exp: undefined })],
  [
    'changed',
    () => token().replace(/\.[^.]+\./, `.${encoded({ iss: ISSUER, aud: AUDIENCE, exp: SECONDS + 9, x: 1 })}.`),
  ],
  ['no JWT at all', () => 'a.b.c'],
  [
    'signed with the public key as a secret',
    () => {
      const text = `${encoded({ alg: 'HS256', kid: 'one' })}.${encoded({ iss: ISSUER, aud: AUDIENCE, exp: SECONDS + 9 })}`
      const secret = keys.one.publicKey.export({ format: 'pem', type: 'spki' })
      return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
    },
  ],
])('a token that is %s is refused', async (_name, text) => {
  const { client, status } = open()
  expect(await status(text())).toBe(401)
  expect((await client.get('/Users')).body.totalResults).toBe(0)
})

test.each([{ exp: SECONDS - 299 }, { nbf: SECONDS + 299 }])('clocks may be five minutes apart: %j', async (claims) => {
  expect(await open().status(token(claims))).toBe(200)
})

test('a new key of the issuer is found', async () => {
  const { status, fetched, current } = open()
  expect(await status(token())).toBe(200)
  current.kids = ['two']
  expect(await status(token({}, { kid: 'two' }, keys.two.privateKey))).toBe(200)
  expect(fetched).toHaveLength(4)
})

test('whoever makes up keys cannot make the receiver ask the issuer each time', async () => {
  const { status, fetched } = open()
  expect(await status(token())).toBe(200)
  for (const kid of ['a', 'b', 'c', 'd']) expect(await status(token({}, { kid }))).toBe(401)
  expect(fetched).toHaveLength(4)
  expect(await status(token())).toBe(200)
})

test('without an issuer that is trusted, or one that can be reached, nobody is let in', async () => {
  const client = openClient(plain)
  expect((await client.get('/Users', { authorization: `Bearer ${token()}` })).status).toBe(401)
  const fetchJson = () => Promise.reject(new Error('unreachable'))
  const other = openClient(plain, { trustedIssuer: { metadataUrl: METADATA, fetchJson } })
  expect((await other.get('/Users', { authorization: `Bearer ${token()}` })).status).toBe(401)
  expect(() => createReceiver({ trustedIssuer: { metadataUrl: METADATA } })).toThrow('needs a source')
})

test('a key of the issuer that cannot be read is passed over', async () => {
  const fetchJson = async (url: string): Promise<unknown> => {
    if (url === METADATA) return { issuer: ISSUER, jwks_uri: 'https://idp.example/keys' }
    return {
      keys: [
        { kty: 'RSA', kid: 'broken' },
        { ...keys.one.publicKey.export({ format: 'jwk' }), kid: 'one' },
      ],
    }
  }
  const client = openClient(plain, { trustedIssuer: { metadataUrl: METADATA, fetchJson } })
  const status = async (kid: string) =>
    (await client.get('/Users', { authorization: `Bearer ${token({}, { kid })}` })).status
  expect([await status('broken'), await status('one')]).toEqual([401, 200])
})
