// The sign-in paths as a script without Microsoft's packages meets them.
import { createServer, type Server } from 'node:http'
import { SIGN_IN_LIMITS } from '@scimulator/shared/http'
import { createSeededIds, createVirtualSchedule, type VirtualSchedule } from '@scimulator/shared/runtime'
import { createLocalJWKSet, type JWTVerifyOptions, jwtVerify } from 'jose'
import request from 'supertest'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  createIssuingKey,
  createSignIn,
  type IssuingKey,
  registerClient,
  type SignIn,
} from '../../src/sign-in/index.ts'

const TENANT = '0aa4bb4f-6a3b-4d3a-9f52-1b1c1d1e1f10'
const CLIENT = '6f1c6d3e-3c1a-4d52-9a43-2f3f4b5c6d7e'
const GRAPH = 'https://graph.microsoft.com'
const FORM = {
  grant_type: 'client_credentials',
  client_id: CLIENT,
  client_secret: 'secret',
  scope: `${GRAPH}/.default`,
}

let issuingKey: IssuingKey
let schedule: VirtualSchedule
let signIn: SignIn
let server: Server

beforeEach(() => {
  issuingKey = createIssuingKey()
  schedule = createVirtualSchedule(Date.parse('2026-01-05T08:00:00Z'))
  signIn = createSignIn({
    tenantId: () => TENANT,
    domains: () => ['contoso.example'],
    clients: [registerClient(CLIENT, 'secret')],
    clock: schedule,
    ids: createSeededIds(1, 'sign-in'),
    issuingKey,
  })
  server = createServer((incoming, response) => {
    void signIn.handle(incoming, response).then((done) => done || response.writeHead(404).end())
  })
})

const ask = (form: object, path = `/${TENANT}/oauth2/v2.0/token`) => request(server).post(path).type('form').send(form)

describe('a token', () => {
  test('of v2.0 is asked for by scope', async () => {
    const { status, body, headers } = await ask(FORM)
    expect(status).toBe(200)
    expect(body).toEqual({
      token_type: 'Bearer',
      expires_in: 3599,
      ext_expires_in: 3599,
      access_token: expect.any(String),
    })
    expect(headers['cache-control']).toBe('no-store')
    expect(signIn.authenticate(`Bearer ${body.access_token}`)).toMatchObject({ appid: CLIENT, aud: GRAPH })
  })

  test.each([GRAPH, `${GRAPH}/`])('of v1.0 is asked for by the resource %s', async (resource) => {
    const { scope: _scope, ...form } = FORM
    const { status, body } = await ask({ ...form, resource }, `/${TENANT}/oauth2/token`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: '3599', expires_on: '1767603599', resource: GRAPH })
    expect(signIn.authenticate(`Bearer ${body.access_token}`)).toMatchObject({ appid: CLIENT })
  })

  test.each([
    ['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client', 7000215],
    ['no secret', { client_secret: undefined }, 401, 'invalid_client', 7000218],
    ['an unknown client', { client_id: TENANT }, 400, 'unauthorized_client', 700016],
    ['no client', { client_id: undefined }, 400, 'invalid_request', 900144],
    ['no scope', { scope: undefined }, 400, 'invalid_request', 900144],
    ['a scope of a person', { scope: `${GRAPH}/User.Read` }, 400, 'invalid_scope', 70011],
    ['a resource where a scope is due', { scope: undefined, resource: GRAPH }, 400, 'invalid_request', 900144],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type', 70003],
    ['no grant', { grant_type: undefined }, 400, 'invalid_request', 900144],
  ])('is refused for %s', async (_what, change, status, error, code) => {
    const answer = await ask({ ...FORM, ...change }).set('client-request-id', 'my-own-id')
    expect(answer.status).toBe(status)
    expect(answer.body).toEqual({
      error,
      error_description: expect.stringMatching(
        new RegExp(
          `^AADSTS${code}: .+\\r\\nTrace ID: .+\\r\\nCorrelation ID: my-own-id\\r\\nTimestamp: 2026-01-05 08:00:00Z$`,
        ),
      ),
      error_codes: [code],
      timestamp: '2026-01-05 08:00:00Z',
      trace_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      correlation_id: 'my-own-id',
    })
  })

  test.each(['common', 'organizations', 'fabrikam.com'])('is not given out by the tenant %s', async (tenant) => {
    const answer = await ask(FORM, `/${tenant}/oauth2/v2.0/token`)
    expect([answer.status, answer.body.error_codes]).toEqual([400, [90002]])
  })
})

describe('discovery', () => {
  test.each([
    ['/v2.0/.well-known/openid-configuration', '/oauth2/v2.0/token', '/discovery/v2.0/keys'],
    ['/.well-known/openid-configuration', '/oauth2/token', '/discovery/keys'],
  ])('%s leads back to this tenant', async (path, tokenPath, keysPath) => {
    const { body } = await request(server).get(`/${TENANT}${path}`)
    expect(new URL(body.token_endpoint).pathname).toBe(`/${TENANT}${tokenPath}`)
    expect(new URL(body.jwks_uri).pathname).toBe(`/${TENANT}${keysPath}`)
    expect(body.issuer).toContain(TENANT)
    const { keys } = (await request(server).get(`/${TENANT}${keysPath}`)).body
    expect(keys).toEqual([expect.objectContaining({ kty: 'RSA', use: 'sig', kid: expect.any(String) })])
  })

  test('of any tenant leaves the tenant open in the issuer', async () => {
    const { body } = await request(server).get('/common/v2.0/.well-known/openid-configuration')
    expect(body.issuer).toMatch(/\/\{tenantid\}\/v2\.0$/)
  })

  test('of the instance names this host', async () => {
    const { body } = await request(server).get('/common/discovery/instance?api-version=1.1')
    const { host, pathname } = new URL(body.tenant_discovery_endpoint)
    expect(body.metadata).toEqual([{ preferred_network: host, preferred_cache: host, aliases: [host] }])
    expect((await request(server).get(pathname)).status).toBe(200)
  })

  test('of a foreign tenant is refused', async () => {
    const { status, body } = await request(server).get('/fabrikam.com/v2.0/.well-known/openid-configuration')
    expect([status, body.error]).toEqual([400, 'invalid_tenant'])
  })

  test.each(['/', '/x', `/${TENANT}/oauth2/v2.0`, `/${TENANT}/oauth2/v2.0/token/more`, `//oauth2/v2.0/token`])(
    '%s is somebody else’s',
    async (path) => {
      expect((await request(server).get(path)).status).toBe(404)
    },
  )
})

describe('a client that checks its token, as jose does it', () => {
  const keysAt = async (path: string) => createLocalJWKSet((await request(server).get(`/${TENANT}${path}`)).body)
  const tokenOf = async () => String((await ask(FORM)).body.access_token)
  const options: JWTVerifyOptions = {
    audience: GRAPH,
    algorithms: ['RS256'],
    currentDate: new Date('2026-01-05T08:30:00Z'),
  }

  test.each(['/discovery/v2.0/keys', '/discovery/keys'])('finds the key at %s', async (path) => {
    const { payload, protectedHeader } = await jwtVerify(await tokenOf(), await keysAt(path), options)
    expect(payload).toMatchObject({ appid: CLIENT, tid: TENANT, iss: expect.stringContaining(`/${TENANT}/v2.0`) })
    expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'JWT', kid: expect.any(String) })
  })

  test('refuses it when a claim was changed, and so does Graph', async () => {
    const [head = '', payload = '', signature] = (await tokenOf()).split('.')
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const other = Buffer.from(JSON.stringify({ ...claims, tid: 'another' })).toString('base64url')
    const forged = `${head}.${other}.${signature}`
    await expect(jwtVerify(forged, await keysAt('/discovery/v2.0/keys'), options)).rejects.toThrow(/signature/)
    expect(signIn.authenticate(`Bearer ${forged}`)).toBe('forged')
  })

  test('refuses it after an hour', async () => {
    const late = { ...options, currentDate: new Date('2026-01-05T09:00:00Z') }
    await expect(jwtVerify(await tokenOf(), await keysAt('/discovery/v2.0/keys'), late)).rejects.toThrow(/exp/)
  })

  test('goes on with it when the key is rolled', async () => {
    const token = await tokenOf()
    issuingKey.roll()
    await jwtVerify(token, await keysAt('/discovery/v2.0/keys'), options)
    expect(signIn.authenticate(`Bearer ${token}`)).toMatchObject({ appid: CLIENT })
  })
})

describe('guessing at a secret', () => {
  test('too many failures have to wait, with the right secret too, and other apps need not', async () => {
    for (let n = 0; n < SIGN_IN_LIMITS.perUser; n += 1)
      expect((await ask({ ...FORM, client_secret: `guess ${n}` })).status).toBe(401)
    const refused = await ask(FORM)
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '60'])
    expect(refused.body.access_token).toBeUndefined()
    expect((await ask({ ...FORM, client_id: 'another' })).status).toBe(400)
    await schedule.advanceTo(schedule.now() + SIGN_IN_LIMITS.windowMs)
    expect((await ask(FORM)).status).toBe(200)
  })

  test('a form that is wrong in another way is no guess', async () => {
    for (let n = 0; n < 2 * SIGN_IN_LIMITS.perUser; n += 1)
      expect((await ask({ ...FORM, scope: 'none' })).status).toBe(400)
    expect((await ask(FORM)).status).toBe(200)
  })
})
