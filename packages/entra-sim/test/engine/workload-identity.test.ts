// Workload identity federation (Microsoft: Workload identity federation for SCIM provisioning, 2026): instead of a secret the job shows an
// assertion that Entra ID signs.
import type { ScimRequest } from '@scimulator/shared/provisioning'
import { expect, test } from 'vitest'
import { BASE, CYCLE, contoso, type FixtureOptions, START } from './tenant-fixture.ts'

const TOKEN_ENDPOINT = 'https://scim.example/oauth2/token'
const IDENTITY = { tokenEndpoint: TOKEN_ENDPOINT, clientId: 'cid' }

async function federated(options: FixtureOptions = {}, more: object = {}) {
  const fixture = await contoso(options)
  const asked: ScimRequest[] = []
  fixture.responder.faults.push((request) => {
    if (request.url !== TOKEN_ENDPOINT) return undefined
    asked.push(request)
    return { status: 200, body: JSON.stringify({ access_token: `token-${asked.length}`, expires_in: 3_600 }) }
  })
  await fixture.do('set-credentials', { tenantUrl: BASE, workloadIdentity: { ...IDENTITY, ...more } })
  await fixture.do('assign', { user: 'ana' })
  const values = (await fixture.view('federation')).Lark ?? {}
  return { fixture, asked, values }
}

const formOf = (request: ScimRequest | undefined) => Object.fromEntries(new URLSearchParams(request?.body))
const part = (token: string | undefined, index: number) =>
  JSON.parse(Buffer.from((token ?? '').split('.')[index] ?? '', 'base64url').toString('utf8'))

test('the token request is that of the paper: an assertion, and no secret anywhere', async () => {
  const { fixture, asked } = await federated()
  await fixture.do('test-connection')
  const [request] = asked
  const form = formOf(request)
  expect(Object.keys(form)).toEqual(['grant_type', 'client_id', 'client_assertion_type', 'client_assertion', 'scope'])
  expect(form).toMatchObject({
    grant_type: 'client_credentials',
    client_id: 'cid',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    scope: 'scim',
  })
  expect(request?.headers.map(([name]) => name)).toEqual(['Content-Type', 'Accept'])
  const bearer = fixture.responder.exchanges.at(-1)?.request.headers.find(([name]) => name === 'Authorization')?.[1]
  expect(bearer).toBe('Bearer token-1')
})

test('the assertion has the claims of the paper, good for 65 minutes', async () => {
  const { fixture, asked, values } = await federated()
  await fixture.do('test-connection')
  const { client_assertion: token } = formOf(asked[0])
  expect(part(token, 0)).toMatchObject({ alg: 'RS256', typ: 'JWT', kid: expect.any(String) })
  const claims = part(token, 1)
  const { tid, appid, oid } = claims
  const issuer = `https://login.microsoftonline.com/${tid}/v2.0`
  const seconds = START / 1_000
  expect(claims).toEqual({
    ...{ aud: `api://${appid}`, iss: issuer, idp: issuer, tid, appid, oid, appidacr: '2', ver: '2.0' },
    ...{ sub: values.subject, iat: seconds, nbf: seconds, exp: seconds + 3_900 },
  })
  expect(values).toEqual({
    issuer,
    subject: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    audience: `api://${appid}`,
    jwksPath: `/${tid}/discovery/v2.0/keys`,
  })
})

test.each<['appIdUri' | 'appIdUriDefault' | 'clientId', (appid: string) => string]>([
  ['appIdUri', (appid) => `api://${appid}`],
  ['appIdUriDefault', (appid) => `api://${appid}/.default`],
  ['clientId', (appid) => appid],
])('with wifAudience %s that is the audience, and what the page shows', async (wifAudience, audience) => {
  const { fixture, asked, values } = await federated({ switches: { wifAudience } })
  await fixture.do('test-connection')
  const claims = part(formOf(asked[0]).client_assertion, 1)
  expect(claims.aud).toBe(audience(claims.appid))
  expect(values.audience).toBe(claims.aud)
})

test('a cycle shows a new assertion; with tokenFetch whenExpired a good token goes on', async () => {
  const each = await federated({}, { scope: 'scim.readwrite' })
  await each.fixture.do('start')
  await each.fixture.advance(CYCLE)
  expect(each.asked.map((request) => formOf(request).scope)).toEqual(['scim.readwrite', 'scim.readwrite'])
  const [first, second] = each.asked.map((request) => part(formOf(request).client_assertion, 1).iat)
  expect(second - first).toBe(CYCLE / 1_000)
  const kept = await federated({ switches: { tokenFetch: 'whenExpired' } })
  await kept.fixture.do('start')
  await kept.fixture.advance(CYCLE)
  expect(kept.asked).toHaveLength(1)
})

test('an assertion that the target does not take stops the job, and nobody is provisioned', async () => {
  const { fixture } = await federated()
  fixture.responder.faults.unshift(({ url }) =>
    url === TOKEN_ENDPOINT ? { status: 401, body: '{"error":"invalid_client"}' } : undefined,
  )
  await expect(fixture.do('test-connection')).rejects.toThrow('invalid_client')
  await fixture.do('start')
  const { status } = (await fixture.view('job')).Lark as { status: { quarantine: object } }
  expect(status.quarantine).toMatchObject({ error: { code: 'CredentialValidationUnavailable' } })
  expect(fixture.responder.users.size).toBe(0)
})

test('another way to sign in takes the place of a token without a restart: the watermark stays', async () => {
  const { fixture, asked } = await federated()
  await fixture.do('set-credentials', { tenantUrl: BASE, secretToken: 't' })
  await fixture.do('start')
  fixture.sent()
  await fixture.do('stop')
  await fixture.do('set-credentials', { tenantUrl: BASE, workloadIdentity: IDENTITY })
  await fixture.do('start')
  expect(asked).toHaveLength(1)
  expect(fixture.sent().filter((line) => line.includes('ana'))).toEqual([])
  const both = { tenantUrl: BASE, secretToken: 't', workloadIdentity: IDENTITY }
  await expect(fixture.do('set-credentials', both)).rejects.toThrow('Give one of')
})

test('the job shows neither the assertion nor how it signs in', async () => {
  const { fixture } = await federated()
  expect(JSON.stringify(await fixture.view('job'))).not.toMatch(/assertion|workloadIdentity|cid/)
})
