// What scripts of the field have sent to Graph: each kind with its neighbours.
import { beforeEach, expect, test } from 'vitest'
import { type Method, openSurface, type Surface } from './surface.ts'

let surface: Surface
beforeEach(async () => {
  surface = await openSurface()
})

type Values = Readonly<Record<string, string>>
const listOf = (values: Values) => ({ value: Object.entries(values).map(([key, value]) => ({ key, value })) })
const URL = 'https://scim.example/scim/v2'
const OAUTH = {
  BaseAddress: URL,
  AuthenticationType: 'OAuth2ClientCredentialsGrant',
  Oauth2TokenExchangeUri: 'https://scim.example/token',
  Oauth2ClientId: 'cid',
  Oauth2ClientSecret: 'secret',
}

test.each<[string, Values, Values, readonly string[]]>([
  ['all of them', { BaseAddress: URL, SecretToken: 'x' }, { BaseAddress: '', SecretToken: '' }, []],
  ['the token alone', { BaseAddress: URL, SecretToken: 'x' }, { BaseAddress: URL, SecretToken: '' }, ['BaseAddress']],
  ['the URL alone', { BaseAddress: URL, SecretToken: 'x' }, { BaseAddress: '', SecretToken: '*' }, ['SecretToken']],
  ['what is not named', { BaseAddress: URL, SecretToken: 'x' }, {}, []],
  ['what was never there', { BaseAddress: URL }, { BaseAddress: URL, SecretToken: '' }, ['BaseAddress']],
  [
    'nothing, with the shown stars',
    { BaseAddress: URL, SecretToken: 'x' },
    { BaseAddress: URL, SecretToken: '*' },
    ['BaseAddress', 'SecretToken'],
  ],
  ['a client and all that is its', OAUTH, Object.fromEntries(Object.keys(OAUTH).map((key) => [key, ''])), []],
  ['a setting beside them', { BaseAddress: URL, SyncAll: 'true' }, { BaseAddress: '' }, []],
])('secrets that are set to nothing are gone: %s', async (_what, before, then, left) => {
  const { id } = await surface.app({ hasCredentials: false })
  const path = `/servicePrincipals/${id}/synchronization/secrets`
  for (const values of [before, then]) expect((await surface.graph('put', path, listOf(values))).status).toBe(204)
  const saved = (await surface.graph('get', path)).body.value.map(({ key }: { key: string }) => key)
  expect(saved.filter((key: string) => !['SyncAll'].includes(key)).sort()).toEqual(left)
})

const APP = '{app}'
const JOB = '{job}'
const ANA = '{ana}'

test.each<[Method, string, object | undefined]>([
  ['post', `${JOB}/|start`, undefined],
  ['post', `${JOB}/|pause`, undefined],
  ['post', `${JOB}/|restart`, { criteria: { resetScope: 'Full' } }],
  ['post', `${JOB}/|validateCredentials`, { useSavedCredentials: true }],
  ['post', '/directoryObjects/|getByIds', { ids: [ANA] }],
  ['get', '/users/|delta', undefined],
  ['get', '/groups/|delta', undefined],
  ['post', `/users/${ANA}/|getMemberGroups`, { securityEnabledOnly: false }],
  ['post', `${APP}/synchronization/jobs/|validateCredentials`, { templateId: 'scim', useSavedCredentials: true }],
])('an action has a qualified name as well: %s %s', async (method, path, body) => {
  const [ana, app] = [await surface.user('ana'), await surface.app()]
  const filled = (text: string) =>
    text.replaceAll(JOB, app.jobPath).replaceAll(APP, `/servicePrincipals/${app.id}`).replaceAll(ANA, ana)
  const sent = body === undefined ? undefined : JSON.parse(filled(JSON.stringify(body)))
  const [plain, qualified] = await Promise.all(
    ['', 'microsoft.graph.'].map((prefix) => surface.graph(method, filled(path).replace('|', prefix), sent)),
  )
  expect(qualified?.status).toBe(plain?.status)
  expect(qualified?.status).not.toBe(405)
})

const subject = { objectId: ANA, objectTypeName: 'User' }

test.each<[string, boolean, object, number, string]>([
  ['no credentials', false, { ruleId: '{rule}', subjects: [subject] }, 400, 'CredentialsMissing'],
  ['an empty rule', true, { ruleId: '', subjects: [subject] }, 400, 'RequestParameterInvalid'],
  ['a rule that there is not', true, { ruleId: 'nonsense', subjects: [subject] }, 400, 'RequestParameterInvalid'],
  ['nobody', true, { ruleId: '{rule}', subjects: [] }, 400, ''],
  ['somebody unknown', true, { ruleId: '{rule}', subjects: [{ ...subject, objectId: 'nobody' }] }, 404, ''],
  [
    'a type that there is not',
    true,
    { ruleId: '{rule}', subjects: [{ ...subject, objectTypeName: 'Robot' }] },
    400,
    '',
  ],
  ['no parameters', true, {}, 400, ''],
  ['six at once', true, { ruleId: '{rule}', subjects: Array.from({ length: 6 }, () => subject) }, 400, ''],
  ['one as it should be', true, { ruleId: '{rule}', subjects: [subject] }, 200, ''],
])('provision on demand of %s', async (_what, hasCredentials, parameter, status, code) => {
  const [ana, app] = [await surface.user('ana'), await surface.app({ hasCredentials })]
  const filled = JSON.stringify(parameter).replaceAll('{rule}', app.ruleId).replaceAll(ANA, ana)
  const body = { parameters: [JSON.parse(filled)] }
  const answer = await surface.graph('post', `${app.jobPath}/provisionOnDemand`, body)
  expect(answer.status).toBe(status)
  if (code !== '') expect(answer.body.error.code).toBe(code)
  if (status === 400) expect(answer.body.error.message).not.toBe('')
})

test.each<[string, 'applications' | 'servicePrincipals', object, number]>([
  ['tags', 'applications', { tags: ['x'] }, 204],
  ['redirect URIs', 'applications', { web: { redirectUris: [] } }, 204],
  ['no optional claims', 'applications', { optionalClaims: null }, 204],
  ['an audience', 'applications', { signInAudience: 'AzureADMultipleOrgs' }, 204],
  ['notes', 'applications', { notes: 'x' }, 204],
  ['what it has not', 'applications', { shoe: 1 }, 400],
  ['whether assignment is required', 'servicePrincipals', { appRoleAssignmentRequired: true }, 204],
  ['tags of the other one', 'servicePrincipals', { tags: ['HideApp'] }, 204],
  ['notes of the other one', 'servicePrincipals', { notes: 'x' }, 204],
  ['what the other one has not', 'servicePrincipals', { shoe: 1 }, 400],
])('an application is changed as Terraform changes it: %s', async (_what, kind, body, status) => {
  const made = (await surface.graph('post', '/applications', { displayName: 'tf-app', signInAudience: 'AzureADMyOrg' }))
    .body
  const principal = (await surface.graph('post', '/servicePrincipals', { appId: made.appId })).body
  const path = `/${kind}/${kind === 'applications' ? made.id : principal.id}`
  expect((await surface.graph('patch', path, body)).status).toBe(status)
  const read = (await surface.graph('get', path)).body
  if (status === 204) expect(read).toMatchObject(body)
  else expect(read).not.toHaveProperty('shoe')
})

test.each<[string, string | undefined]>([
  ['Azure Databricks SCIM Provisioning Connector', 'dataBricks'],
  ['Slack', undefined],
  ['Zoom', undefined],
  ['Dropbox Business', undefined],
  ['azure databricks scim provisioning connector', 'dataBricks'],
  ['Databricks', 'none'],
  ['Slack ', 'none'],
  ['', 'none'],
])('the gallery has "%s": %s', async (name, templateId) => {
  const answer = await surface.graph('get', `/applicationTemplates?$filter=displayName eq '${name}'`)
  expect(answer.status).toBe(200)
  expect(answer.body.value).toHaveLength(templateId === 'none' ? 0 : 1)
  if (templateId === 'none') return
  const made = await surface.graph('post', `/applicationTemplates/${answer.body.value[0].id}/instantiate`, {
    displayName: 'x',
  })
  const root = `/servicePrincipals/${made.body.servicePrincipal.id}/synchronization`
  const [template] = (await surface.graph('get', `${root}/templates`)).body.value
  if (templateId !== undefined) expect(template.id).toBe(templateId)
  expect((await surface.graph('post', `${root}/jobs`, { templateId: template.id })).status).toBe(201)
})
