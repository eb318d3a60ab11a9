import { expect, test } from 'vitest'
import type { Exchange } from '../provisioning/index.ts'
import { assertedTokenRequest, readToken, refreshRequest, tokenRequest } from './client-credentials.ts'

const CLIENT = { tokenUrl: 'https://a.example/token', clientId: 'c:id', clientSecret: 's/ü +' }

test('id and secret stand in the header, form-encoded, and then nowhere else', () => {
  const request = tokenRequest({ ...CLIENT, scope: 'scim', credentialsIn: 'header' })
  const [[, authorization] = []] = request.headers
  expect(Buffer.from(String(authorization).slice('Basic '.length), 'base64').toString()).toBe('c%3Aid:s%2F%C3%BC+%2B')
  expect(request.body).toBe('grant_type=client_credentials&scope=scim')
})

test('or in the body, and then in no header', () => {
  const request = tokenRequest({ ...CLIENT, credentialsIn: 'body' })
  expect(request.headers.map(([name]) => name)).toEqual(['Content-Type', 'Accept'])
  expect(Object.fromEntries(new URLSearchParams(request.body))).toEqual({
    grant_type: 'client_credentials',
    client_id: CLIENT.clientId,
    client_secret: CLIENT.clientSecret,
  })
})

test('a refresh token is asked with in the body, id and secret where they belong', () => {
  const { body, headers } = refreshRequest({ ...CLIENT, credentialsIn: 'header' }, 'r/1')
  expect(body).toBe('grant_type=refresh_token&refresh_token=r%2F1')
  expect(headers.map(([name]) => name)).toContain('Authorization')
  const form = new URLSearchParams(refreshRequest({ ...CLIENT, credentialsIn: 'body' }, 'r/1').body)
  expect(form.get('client_secret')).toBe(CLIENT.clientSecret)
})

test('a client with an assertion sends no secret', () => {
  const asked = { tokenUrl: CLIENT.tokenUrl, clientId: CLIENT.clientId, assertion: 'a.b.c' }
  const { headers, body } = assertedTokenRequest({ ...asked, scope: 'scim' })
  expect(headers.map(([name]) => name)).toEqual(['Content-Type', 'Accept'])
  const form = {
    grant_type: 'client_credentials',
    client_id: CLIENT.clientId,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: 'a.b.c',
  }
  expect([...new URLSearchParams(body)]).toEqual(Object.entries({ ...form, scope: 'scim' }))
  expect([...new URLSearchParams(assertedTokenRequest(asked).body)]).toEqual(Object.entries(form))
})

const request = tokenRequest({ ...CLIENT, credentialsIn: 'header' })
const answered = (status: number, body: string): Exchange => ({
  ...{ request, startedAt: 0, durationMs: 0 },
  response: { status, headers: [], body },
})

test.each<[body: string, expected: object]>([
  ['{"access_token":"t"}', { token: 't' }],
  ['{"access_token":"t","token_type":"bearer","expires_in":60}', { token: 't', expiresAt: 61_000 }],
  ['{"access_token":"t","expires_in":"60"}', { token: 't', expiresAt: 61_000 }],
  ['{"access_token":"t","expires_in":0}', { token: 't' }],
  ['{"access_token":"t","refresh_token":"r"}', { token: 't', refreshToken: 'r' }],
  ['{"access_token":"t","refresh_token":7}', { token: 't' }],
  ['{"access_token":"t","expires_in":"soon"}', { token: 't' }],
])('%s is a token', (body, expected) => expect(readToken(answered(200, body), 1_000)).toEqual(expected))

test.each<[exchange: Exchange, says: string]>([
  [answered(201, '{"access_token":"t"}'), 'answered 201 without a token'],
  [answered(400, '{"error":"invalid_scope","error_description":"No."}'), ': invalid_scope (No.)'],
  [answered(200, '<html>'), '"<html>"'],
  [answered(200, '{"access_token":"a b"}'), 'without a token'],
  [answered(200, '{"access_token":"t","token_type":"mac"}'), 'type "mac"'],
  [answered(200, '[{"access_token":"t"}]'), 'without a token'],
  [
    { request, startedAt: 0, durationMs: 0, failure: { kind: 'timeout', message: 'late' } },
    'no answer (timeout: late)',
  ],
])('%j is none', (exchange, says) => expect(readToken(exchange, 0)).toEqual({ problem: expect.stringContaining(says) }))
