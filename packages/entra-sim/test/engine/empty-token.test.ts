// A secret token that is left empty: Entra ID brings a JWT of its own, and a target that follows Microsoft's page can check it.
import { createPublicKey, type JsonWebKey, verify } from 'node:crypto'
import { createServer } from 'node:http'
import type { Send } from '@scimulator/shared/provisioning'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import request from 'supertest'
import { expect, test } from 'vitest'
import { createEntraTenant } from '../../src/index.ts'
import { createResponder } from './scim-responder.ts'
import { START } from './tenant-fixture.ts'

async function sentToken(switches: Readonly<Record<string, unknown>> = {}) {
  const schedule = createVirtualSchedule(START)
  const responder = createResponder(schedule)
  const sent = new Set<string>()
  const send: Send = (request) => {
    sent.add(request.headers.find(([name]) => name === 'Authorization')?.[1].slice('Bearer '.length) ?? '')
    return responder.send(request)
  }
  const tenant = createEntraTenant({ schedule, ids: createSeededIds(1, 'entra'), send, switches })
  const act = (verb: string, input: object) => tenant.control.verbs.get(verb)?.run(input)
  await act('create-user', { userPrincipalName: 'ana@contoso.example', displayName: 'Ana' })
  await act('create-app', { name: 'App' })
  await act('set-credentials', { tenantUrl: 'https://scim.example/scim/v2', secretToken: '' })
  await act('assign', { user: 'ana@contoso.example' })
  await act('start', {})
  return { tenant, tokens: [...sent] }
}

const part = (token: string, index: number) =>
  JSON.parse(Buffer.from(token.split('.')[index] ?? '', 'base64url').toString('utf8'))

async function isSigned(token: string, keys: readonly (JsonWebKey & { kid: string })[]): Promise<boolean> {
  const [head, claims, signature = ''] = token.split('.')
  const jwk = keys.find(({ kid }) => kid === part(token, 0).kid)
  if (!jwk) return false
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  return verify('sha256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'))
}

test('it is signed by the key that the tenant’s metadata leads to, one token for a cycle', async () => {
  const { tenant, tokens } = await sentToken()
  const [token = ''] = tokens
  expect(tokens).toHaveLength(1)
  expect(part(token, 0)).toMatchObject({ alg: 'RS256', typ: 'JWT', kid: expect.any(String) })
  const claims = part(token, 1)
  expect(claims).toMatchObject({ aud: '8adf8e6e-67b2-4cf2-a259-e3dc5476c621', ver: '1.0', appid: expect.any(String) })
  expect(claims.exp - claims.nbf).toBe(3_600)
  const server = createServer(tenant.handle)
  const metadata = (await request(server).get(`/${claims.tid}/.well-known/openid-configuration`)).body
  expect(metadata.issuer).toBe(claims.iss)
  const { keys } = (await request(server).get(new URL(metadata.jwks_uri).pathname)).body
  expect(await isSigned(token, keys)).toBe(true)
  const [head, , signature] = token.split('.')
  const forged = [head, Buffer.from(JSON.stringify({ ...claims, tid: 'x' })).toString('base64url'), signature].join('.')
  expect(await isSigned(forged, keys)).toBe(false)
})

test('of another tenant’s key it is not', async () => {
  const { tokens } = await sentToken()
  const other = await sentToken()
  const server = createServer(other.tenant.handle)
  const { keys } = (await request(server).get('/common/discovery/keys')).body
  expect(await isSigned(tokens[0] ?? '', keys)).toBe(false)
})

test('as a switch it is unsigned', async () => {
  const { tokens } = await sentToken({ emptyTokenJwt: 'unsigned' })
  expect(part(tokens[0] ?? '', 0)).toEqual({ alg: 'none', typ: 'JWT' })
  expect(tokens[0]).toMatch(/\.$/)
})
