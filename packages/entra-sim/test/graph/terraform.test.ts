// Applications as Terraform's azuread provider makes, changes and destroys them (azuread_application, azuread_service_principal,
// azuread_synchronization_job, azuread_synchronization_secret: the requests of its acceptance tests).
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOBODY, openSurface, type Surface } from './surface.ts'

let surface: Surface
const { graph, app, user } = {
  graph: (...given: Parameters<Surface['graph']>) => surface.graph(...given),
  app: (...given: Parameters<Surface['app']>) => surface.app(...given),
  user: (...given: Parameters<Surface['user']>) => surface.user(...given),
}
beforeEach(async () => {
  surface = await openSurface()
})
afterEach(() => surface.server.close())

const ROLE = '00000000-0000-4000-8000-00000000000a'

async function registered(more: object = {}) {
  const { body: application } = await graph('post', '/applications', {
    displayName: 'tf',
    signInAudience: 'AzureADMyOrg',
    ...more,
  })
  const { body: principal } = await graph('post', '/servicePrincipals', { appId: application.appId })
  return { application, principal }
}

test('made, changed, read back without a difference, and destroyed', async () => {
  const { application, principal } = await registered({ tags: ['x'], web: { redirectUris: [] } })
  expect(application).toMatchObject({ displayName: 'tf', tags: ['x'], appRoles: [], applicationTemplateId: null })
  expect(principal).toMatchObject({ displayName: 'tf', appId: application.appId, appRoles: [] })
  const [ofApplication, ofPrincipal] = [`/applications/${application.id}`, `/servicePrincipals/${principal.id}`]
  const optional = { tags: ['y'], optionalClaims: null, identifierUris: ['api://tf'] }
  expect((await graph('patch', ofApplication, optional)).status).toBe(204)
  const settings = { appRoleAssignmentRequired: true, tags: ['HideApp'], notes: 'x' }
  expect((await graph('patch', ofPrincipal, settings)).status).toBe(204)
  expect((await graph('get', ofApplication)).body).toMatchObject({ ...optional, web: { redirectUris: [] } })
  expect((await graph('get', ofPrincipal)).body).toMatchObject(settings)
  expect((await graph('delete', ofPrincipal)).status).toBe(204)
  expect((await graph('get', ofPrincipal)).status).toBe(404)
  expect((await graph('get', ofApplication)).status).toBe(200)
  expect((await graph('delete', ofApplication)).status).toBe(204)
  expect((await graph('get', ofApplication)).status).toBe(404)
})

test('an application alone has no service principal, and nobody is provisioned to it', async () => {
  const { body } = await graph('post', '/applications', { displayName: 'tf' })
  expect((await graph('get', '/servicePrincipals')).body.value).toEqual([])
  expect((await graph('get', `/servicePrincipals(appId='${body.appId}')`)).status).toBe(404)
  expect((await graph('get', `/applications(appId='${body.appId}')`)).body.id).toBe(body.id)
})

test('roles keep what is said of them', async () => {
  const role = {
    id: ROLE,
    value: 'admin',
    displayName: 'Admin',
    description: 'All of it',
    allowedMemberTypes: ['User'],
  }
  const { principal } = await registered({ appRoles: [{ ...role, isEnabled: true }] })
  expect(principal.appRoles).toEqual([expect.objectContaining(role)])
})

test.each<[string, 'post' | 'patch', string, object, number, string]>([
  [
    'an unknown property of an application',
    'post',
    '/applications',
    { displayName: 'tf', nonsense: 1 },
    400,
    "Property 'nonsense'",
  ],
  [
    'a property of the other resource',
    'post',
    '/applications',
    { displayName: 'tf', loginUrl: 'x' },
    400,
    "Property 'loginUrl'",
  ],
  ['an application without a name', 'post', '/applications', {}, 400, 'displayName'],
  [
    'a service principal of nothing',
    'post',
    '/servicePrincipals',
    { appId: NOBODY },
    400,
    'does not reference a valid application',
  ],
  ['an appId that is none', 'post', '/servicePrincipals', { appId: 'x' }, 400, 'appId'],
])('refused: %s', async (_name, method, path, body, status, message) => {
  const answer = await graph(method, path, body)
  expect(answer).toMatchObject({ status, body: { error: { message: expect.stringContaining(message) } } })
  expect((await graph('get', '/applications')).body.value).toEqual([])
})

test('a second service principal, and an unknown property of one, are refused', async () => {
  const { application, principal } = await registered()
  const second = await graph('post', '/servicePrincipals', { appId: application.appId })
  expect(second).toMatchObject({ status: 409, body: { error: { code: 'Request_MultipleObjectsWithSameKeyValue' } } })
  expect((await graph('patch', `/servicePrincipals/${principal.id}`, { shoe: 1 })).status).toBe(400)
})

test.each(['applications', 'servicePrincipals'])('owners of %s are kept, each once', async (kind) => {
  const [ana, bo] = [await user('ana'), await user('bo')]
  const { application, principal } = await registered()
  const owners = `/${kind}/${kind === 'applications' ? application.id : principal.id}/owners`
  const reference = (id: string) => ({ '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${id}` })
  const ids = async () => (await graph('get', owners)).body.value.map(({ id }: { id: string }) => id)
  expect(await ids()).toEqual([])
  for (const id of [ana, bo]) expect((await graph('post', `${owners}/$ref`, reference(id))).status).toBe(204)
  expect((await graph('post', `${owners}/$ref`, reference(ana))).status).toBe(400)
  expect((await graph('post', `${owners}/$ref`, reference(NOBODY))).status).toBe(404)
  expect(await ids()).toEqual([ana, bo])
  expect((await graph('delete', `${owners}/${ana}/$ref`)).status).toBe(204)
  expect((await graph('delete', `${owners}/${ana}/$ref`)).status).toBe(404)
  expect(await ids()).toEqual([bo])
})

test.each(['Slack', 'Zoom', 'Dropbox Business'])('%s is a connector of the gallery, too', async (name) => {
  const [template] = (await graph('get', `/applicationTemplates?$filter=displayName eq '${name}'`)).body.value
  const made = await graph('post', `/applicationTemplates/${template.id}/instantiate`, { displayName: name })
  const root = `/servicePrincipals/${made.body.servicePrincipal.id}/synchronization`
  const [{ id: templateId }] = (await graph('get', `${root}/templates`)).body.value
  const job = await graph('post', `${root}/jobs`, { templateId })
  expect([job.status, job.body.id.split('.')[0]]).toEqual([201, templateId])
})

test('any other connector can be declared by its factory tag', async () => {
  const declared = { name: 'Acme', factoryTag: 'acmeOutDelta' }
  const verb = surface.tenant.control.verbs.get('create-app')
  const { id, jobId } = Object(await verb?.run(declared))
  expect(jobId).toMatch(/^acmeOutDelta\./)
  const root = `/servicePrincipals/${id}/synchronization`
  expect((await graph('post', `${root}/jobs`, { templateId: 'acmeOutDelta' })).status).toBe(201)
  expect((await graph('post', `${root}/jobs`, { templateId: 'otherOutDelta' })).status).toBe(400)
})

test('mappings have the metadata of Microsoft’s sample, and a schema is put back with them', async () => {
  const { jobPath } = await app()
  const { body } = await graph('get', `${jobPath}/schema`)
  for (const { metadata } of body.synchronizationRules[0].objectMappings) {
    expect(metadata).toContainEqual({ key: 'Disposition', value: '"Normal"' })
    expect(metadata).toHaveLength(6)
  }
  expect((await graph('put', `${jobPath}/schema`, body)).status).toBe(204)
  const { synchronizationRules } = (await graph('get', `${jobPath}/schema`)).body
  expect(synchronizationRules).toEqual(body.synchronizationRules)
})

test('an application is made with its owners', async () => {
  const ana = await user('ana')
  const bind = { 'owners@odata.bind': [`https://graph.microsoft.com/v1.0/directoryObjects/${ana}`] }
  const { application, principal } = await registered(bind)
  expect((await graph('get', `/applications/${application.id}/owners`)).body.value).toMatchObject([{ id: ana }])
  expect((await graph('get', `/servicePrincipals/${principal.id}/owners`)).body.value).toEqual([])
})

test('a gallery connector by its name, and its job by its tag', async () => {
  const name = 'Azure Databricks SCIM Provisioning Connector'
  const found = await graph('get', `/applicationTemplates?$filter=displayName eq '${name}'`)
  const [template] = found.body.value
  const made = await graph('post', `/applicationTemplates/${template.id}/instantiate`, { displayName: 'Bricks' })
  const { id, applicationTemplateId } = made.body.servicePrincipal
  expect(applicationTemplateId).toBe(template.id)
  const root = `/servicePrincipals/${id}/synchronization`
  expect((await graph('get', `${root}/templates`)).body.value).toMatchObject([
    { id: 'dataBricks', factoryTag: 'dataBricks' },
  ])
  const job = await graph('post', `${root}/jobs`, { templateId: 'dataBricks' })
  expect(job.body).toMatchObject({ templateId: 'dataBricks', id: expect.stringMatching(/^dataBricks\.[0-9a-f]{32}\./) })
  expect((await graph('get', `${root}/jobs/${job.body.id}`)).body.templateId).toBe('dataBricks')
})

test.each(['nonsense', 'SCIM', 'databricks', ''])('there is no template %j', async (templateId) => {
  const { id } = await app()
  expect((await graph('post', `/servicePrincipals/${id}/synchronization/jobs`, { templateId })).status).toBe(400)
})

test.each([
  ['scim', { op: 'replace', path: 'title', value: 'CEO' }],
  ['customappsso', { op: 'Replace', path: 'title', value: 'CEO' }],
])('with the flag in the tenant URL a job of %s writes its own dialect', async (templateId, operation) => {
  const ana = await user('ana', { jobTitle: 'CTO' })
  const { id, jobPath } = await app()
  await graph('delete', jobPath)
  const value = [
    { key: 'BaseAddress', value: 'https://scim.example/scim/v2?aadOptscim062020' },
    { key: 'SecretToken', value: 't' },
    { key: 'SyncAll', value: 'true' },
  ]
  await graph('put', `/servicePrincipals/${id}/synchronization/secrets`, { value })
  const job = await graph('post', `/servicePrincipals/${id}/synchronization/jobs`, { templateId })
  await graph('post', `/servicePrincipals/${id}/synchronization/jobs/${job.body.id}/start`)
  await surface.schedule.settle()
  await graph('patch', `/users/${ana}`, { jobTitle: 'CEO' })
  await surface.schedule.advanceTo(surface.schedule.now() + 40 * 60_000)
  const patches = surface.target.traffic.filter((line) => line.startsWith('PATCH'))
  expect(patches.join('\n')).toContain(JSON.stringify(operation))
})

test.each([{ escrows: true }, { resetScope: 'Full', all: true }])('a restart does not know %j', async (criteria) => {
  const { jobPath } = await app()
  expect((await graph('post', `${jobPath}/restart`, { criteria })).status).toBe(400)
})
