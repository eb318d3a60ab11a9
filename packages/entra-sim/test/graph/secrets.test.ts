import { beforeEach, describe, expect, test } from 'vitest'
import { type Method, openSurface, type Surface } from './surface.ts'

let surface: Surface
let path: string
let jobPath: string

beforeEach(async () => {
  surface = await openSurface()
  const app = await surface.app({ hasCredentials: false })
  path = `/servicePrincipals/${app.id}/synchronization/secrets`
  jobPath = app.jobPath
})

type Values = Readonly<Record<string, string>>
const listOf = (values: Values) => ({ value: Object.entries(values).map(([key, value]) => ({ key, value })) })
const put = (values: Values) => surface.graph('put', path, listOf(values))
const saved = async () => (await surface.graph('get', path)).body.value
const beta = (method: Method, to: string, body?: object) => {
  const asked = surface.call(method, `/beta${to}`)
  return body === undefined ? asked : asked.send(body)
}

const OAUTH = {
  BaseAddress: 'https://scim.example/scim/v2',
  AuthenticationType: 'Oauth2ClientCredentialsGrant',
  Oauth2TokenExchangeUri: 'https://scim.example/token',
  Oauth2ClientId: 'cid',
  Oauth2ClientSecret: 'secret',
}

describe('secrets of a job', () => {
  test('that are set to nothing are gone', async () => {
    await put({ BaseAddress: 'https://scim.example/scim/v2', SecretToken: 'x', SyncAll: 'true' })
    expect((await put({ BaseAddress: '', SecretToken: '' })).status).toBe(204)
    expect(await saved()).toEqual([])
  })

  test('an empty token beside a tenant URL is no secret, and the job can be started', async () => {
    await put({ BaseAddress: 'https://scim.example/scim/v2', SecretToken: '' })
    expect(await saved()).toEqual([{ key: 'BaseAddress', value: 'https://scim.example/scim/v2' }])
    expect((await surface.graph('post', `${jobPath}/start`)).status).toBe(204)
  })

  test.each([
    ...['baseAddress', 'secretToken', 'SECRETTOKEN', 'Nonsense', 'toString', ''],
    ...['Oauth2ClientID', 'authenticationType', 'Base Address', ' SecretToken', '__proto__'],
  ])('%j is no key', async (key) => {
    await put({ BaseAddress: 'https://scim.example/a' })
    const answer = await put({ [key]: 'x' })
    expect([answer.status, answer.body.error.code]).toEqual([500, 'InternalError'])
    expect(answer.body.error.message).toBe(`Requested value '${key}' was not found.`)
    expect(await saved()).toEqual([{ key: 'BaseAddress', value: 'https://scim.example/a' }])
  })

  test('sign in with client credentials, and the client secret is never shown', async () => {
    expect((await put(OAUTH)).status).toBe(204)
    expect(await saved()).toContainEqual({ key: 'Oauth2ClientSecret', value: '*' })
    await put({ ...OAUTH, Oauth2ClientSecret: '***' })
    surface.target.faults.push(({ url }) =>
      url.endsWith('/token') ? { status: 200, body: '{"access_token":"a","expires_in":3600}' } : undefined,
    )
    expect((await surface.graph('post', `${jobPath}/validateCredentials`, { useSavedCredentials: true })).status).toBe(
      204,
    )
    const [token, user] = surface.target.exchanges
    const basic = `Basic ${Buffer.from('cid:secret').toString('base64')}`
    expect(token?.request.headers).toContainEqual(['Authorization', basic])
    expect(user?.request.headers).toContainEqual(['Authorization', 'Bearer a'])
  })

  test.each<[what: string, values: Values, says: string]>([
    ['a client without a type', { Oauth2ClientId: 'cid' }, 'Oauth2ClientId needs AuthenticationType'],
    [
      'a type that is not simulated',
      { AuthenticationType: 'BasicAuthentication' },
      "'BasicAuthentication' is not simulated",
    ],
    ['no token endpoint', { ...OAUTH, Oauth2TokenExchangeUri: '' }, 'needs Oauth2TokenExchangeUri'],
    ['no secret', { ...OAUTH, Oauth2ClientSecret: '' }, 'needs Oauth2ClientSecret'],
    [
      'a secret where an assertion is shown',
      { ...OAUTH, AuthenticationType: 'WorkloadIdentityFederation' },
      'WorkloadIdentityFederation has no Oauth2ClientSecret',
    ],
    [
      'an assertion without a client',
      { ...OAUTH, AuthenticationType: 'WorkloadIdentityFederation', Oauth2ClientSecret: '', Oauth2ClientId: '' },
      'needs Oauth2ClientId',
    ],
  ])('%s is refused instead of ignored', async (_what, values, says) => {
    const answer = await put(values)
    expect([answer.status, answer.body.error.message]).toEqual([400, expect.stringContaining(says)])
  })

  test("connectivityParameters are the same settings in the portal's words", async () => {
    const parameters = path.replace(/secrets$/, 'connectivityParameters')
    const value = {
      authenticationType: 'OAuth2ClientCredentialsGrant',
      baseAddress: 'https://scim.example/scim/v2',
      oauth2ClientId: 'cid',
      oauth2ClientSecret: 'secret',
      oauth2TokenExchangeUri: 'https://scim.example/token',
      credentialLocationInRequest: 'Body',
    }
    expect((await beta('patch', parameters, listOf(value))).status).toBe(204)
    const { oauth2ClientSecret: _hidden, ...shown } = value
    const read = (await beta('get', parameters)).body.value
    expect(Object.fromEntries(read.map(({ key, value }: { key: string; value: string }) => [key, value]))).toEqual(
      shown,
    )
    surface.target.faults.push(({ url }) =>
      url.endsWith('/token') ? { status: 200, body: '{"access_token":"a"}' } : undefined,
    )
    await surface.graph('post', `${jobPath}/validateCredentials`, { useSavedCredentials: true })
    expect(surface.target.exchanges[0]?.request.body).toContain('client_secret=secret')
    const wrong = await beta('patch', parameters, listOf({ credentialLocationInRequest: 'query' }))
    expect([wrong.status, wrong.body.error.message]).toEqual([400, expect.stringContaining("not 'query'")])
    expect((await beta('patch', parameters, listOf({ BaseAddress: 'x' }))).status).toBe(500)
  })
})

describe('actions by their qualified names', () => {
  test.each(['start', 'pause', 'restart', 'validateCredentials', 'provisionOnDemand'])('%s', async (action) => {
    await put({ BaseAddress: 'https://scim.example/scim/v2', SecretToken: 'x' })
    const bodies: Record<string, object> = { validateCredentials: { useSavedCredentials: true } }
    const plain = await surface.graph('post', `${jobPath}/${action}`, bodies[action])
    const qualified = await surface.graph('post', `${jobPath}/microsoft.graph.${action}`, bodies[action])
    expect(qualified.status).toBe(plain.status)
    expect(qualified.status).not.toBe(404)
  })

  test('getByIds, and a word that is none stays unknown', async () => {
    const ana = await surface.user('ana')
    const found = await surface.graph('post', '/directoryObjects/microsoft.graph.getByIds', { ids: [ana] })
    expect(found.body.value).toMatchObject([{ id: ana }])
    expect((await surface.graph('post', `${jobPath}/microsoft.graph.explode`)).status).toBe(404)
    expect((await surface.graph('get', '/microsoft.graphusers')).status).toBe(404)
  })
})

describe('provision on demand', () => {
  test('of a job without credentials, and by a rule that is none', async () => {
    const ana = await surface.user('ana')
    const parameters = [{ ruleId: '', subjects: [{ objectId: ana, objectTypeName: 'User' }] }]
    const without = await surface.graph('post', `${jobPath}/provisionOnDemand`, { parameters })
    expect([without.status, without.body.error.code]).toEqual([400, 'CredentialsMissing'])
    await put({ BaseAddress: 'https://scim.example/scim/v2', SecretToken: 'x' })
    const wrong = await surface.graph('post', `${jobPath}/provisionOnDemand`, { parameters })
    expect([wrong.status, wrong.body.error.code]).toEqual([400, 'RequestParameterInvalid'])
    expect(wrong.body.error.message).toContain(jobPath.split('/').at(-1) ?? '')
  })
})
