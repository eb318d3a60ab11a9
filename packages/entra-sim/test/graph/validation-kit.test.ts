// The Graph calls of Microsoft's validation kit for the app gallery, in its order (AzureAD/SCIMReferenceCode, StandardLogicApp, August
// 2026): its workflows read nothing else of what is answered.
import { MINUTE_MS } from '@scimulator/shared/runtime'
import request from 'supertest'
import { expect, test } from 'vitest'
import { type Method, NON_GALLERY, openSurface } from './surface.ts'

async function openKit() {
  const { schedule, server } = await openSurface()
  // Cycles take longer than a token lives.
  const form = { grant_type: 'client_credentials', client_id: 'client', client_secret: 'secret', scope: 'x/.default' }
  const sent = async (version: string, method: Method, path: string, body?: object) => {
    const { access_token: token } = (
      await request(server).post('/contoso.example/oauth2/v2.0/token').type('form').send(form)
    ).body
    const asked = request(server)[method](`/${version}${path}`).set('Authorization', `Bearer ${token}`)
    return await (body === undefined ? asked : asked.send(body))
  }
  const graph = (method: Method, path: string, body?: object) => sent('v1.0', method, path, body)
  const beta = (method: Method, path: string, body?: object) => sent('beta', method, path, body)
  const made = await graph('post', `/applicationTemplates/${NON_GALLERY}/instantiate`, { displayName: 'Kit' })
  const app: string = made.body.servicePrincipal.id
  const synchronization = `/servicePrincipals/${app}/synchronization`
  const value = [
    { key: 'authenticationType', value: 'AuthenticationToken' },
    { key: 'baseAddress', value: 'https://scim.example/scim/v2' },
    { key: 'secretToken', value: 't' },
  ]
  const saved = await beta('patch', `${synchronization}/connectivityParameters`, { value })
  const job = (await graph('post', `${synchronization}/jobs`, { templateId: 'isvonboarding' })).body.id
  const jobPath = `${synchronization}/jobs/${job}`
  const role = (await graph('get', `/servicePrincipals/${app}?$select=appRoles`)).body.appRoles[0].id

  const assign = async (kind: 'users' | 'groups', id: string): Promise<string> => {
    const body = { principalId: id, resourceId: app, appRoleId: role }
    return (await graph('post', `/${kind}/${id}/appRoleAssignments`, body)).body.id
  }
  const user = async (name: string, more: object = {}): Promise<string> => {
    const userPrincipalName = `${name}@contoso.example`
    const passwordProfile = { password: 'xWwvJ]6NMw+bWH-d' }
    const body = {
      ...{ accountEnabled: true, displayName: name, mailNickname: name, userPrincipalName, passwordProfile },
      ...more,
    }
    return (await graph('post', '/users', body)).body.id
  }
  const group = async (displayName: string): Promise<string> => {
    const body = { displayName, mailEnabled: false, mailNickname: displayName, securityEnabled: true }
    return (await graph('post', '/groups', body)).body.id
  }
  const cycle = () => schedule.advanceTo(schedule.now() + 41 * MINUTE_MS)
  /** As the workflows ask: the newest entry of one action about one object. */
  const logged = async (id: string, action: string) => {
    const filter = `jobId eq '${job}' and servicePrincipal/id eq '${app}' and sourceIdentity/id eq '${id}' and provisioningAction eq '${action}'`
    const query = `$top=1&$orderby=${encodeURIComponent('activityDateTime desc')}&$filter=${encodeURIComponent(filter)}`
    const answer = await graph('get', `/auditLogs/provisioning?${query}`)
    expect(answer.body.error).toBeUndefined()
    const [entry] = answer.body.value
    return entry
  }
  const succeeded = async (id: string, action: string) => (await logged(id, action))?.provisioningStatusInfo.status
  return { graph, beta, user, group, synchronization, saved, job, jobPath, assign, cycle, logged, succeeded }
}

test('it finds and configures its job', async () => {
  const { graph, beta, synchronization, saved, job, jobPath } = await openKit()
  expect(saved.status).toBe(204)
  const test = { templateId: 'isvonboarding', useSavedCredentials: true }
  expect((await beta('post', `${synchronization}/jobs/validateCredentials`, test)).status).toBe(204)
  expect((await graph('get', `${synchronization}/jobs`)).body.value[0].id).toBe(job)
  expect((await graph('get', jobPath)).body.id).toBe(job)
  const schema = (await graph('get', `${jobPath}/schema`)).body
  expect(schema.synchronizationRules[0].objectMappings.length).toBeGreaterThan(1)
  const parameters = (await beta('get', `${synchronization}/connectivityParameters`)).body.value
  expect(parameters).toContainEqual({ key: 'baseAddress', value: 'https://scim.example/scim/v2' })
  expect(JSON.stringify(parameters)).not.toContain('secretToken')
})

test('people: create, update, disable, delete', async () => {
  const { graph, user, assign, cycle, succeeded, jobPath } = await openKit()
  const [ana, bo] = [await user('ana', { jobTitle: 'Engineer' }), await user('bo')]
  for (const id of [ana, bo]) await assign('users', id)
  await graph('post', `${jobPath}/start`)
  await cycle()
  expect(await succeeded(ana, 'Create')).toBe('success')
  expect((await graph('patch', `/users/${ana}`, { jobTitle: 'Director' })).status).toBe(204)
  await cycle()
  expect(await succeeded(ana, 'Update')).toBe('success')
  expect((await graph('patch', `/users/${bo}`, { accountEnabled: false })).status).toBe(204)
  await cycle()
  expect(await succeeded(bo, 'Disable')).toBe('success')
  expect((await graph('delete', `/users/${ana}`)).status).toBe(204)
  await cycle()
  expect((await graph('delete', `/directory/deletedItems/${ana}`)).status).toBe(204)
  await cycle()
  expect(await succeeded(ana, 'Delete')).toBe('success')
})

test('a manager is set, changed and removed, and each is in the log', async () => {
  const { graph, user, assign, cycle, logged, jobPath } = await openKit()
  const [ana, bo, cy] = [await user('ana'), await user('bo'), await user('cy')]
  for (const id of [ana, bo, cy]) await assign('users', id)
  await graph('post', `${jobPath}/start`)
  await cycle()
  const root = 'https://graph.microsoft.com/v1.0/users'
  for (const boss of [bo, cy]) {
    const set = await graph('put', `/users/${ana}/manager/$ref`, { '@odata.id': `${root}/${boss}` })
    expect(set.status).toBe(204)
    await cycle()
    const names = (await logged(ana, 'Update'))?.modifiedProperties.map(
      ({ displayName }: { displayName: string }) => displayName,
    )
    expect(names).toContain('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager')
  }
  expect((await graph('delete', `/users/${ana}/manager/$ref`)).status).toBe(204)
})

test('an assignment ends and comes back', async () => {
  const { graph, user, assign, cycle, succeeded, jobPath } = await openKit()
  const ana = await user('ana')
  const assignment = await assign('users', ana)
  await graph('post', `${jobPath}/start`)
  await cycle()
  expect((await graph('delete', `/users/${ana}/appRoleAssignments/${assignment}`)).status).toBe(204)
  await cycle()
  expect(await succeeded(ana, 'Disable')).toBe('success')
  await assign('users', ana)
  const restart = { criteria: { resetScope: 'Watermark' } }
  expect((await graph('post', `${jobPath}/restart`, restart)).status).toBe(204)
  await cycle()
  expect(await succeeded(ana, 'Update')).toBe('success')
})

test('groups: create, rename, members, delete, and both kinds on demand', async () => {
  const { graph, user, group, assign, cycle, logged, succeeded, jobPath } = await openKit()
  const [ana, sales] = [await user('ana'), await group('Sales')]
  await assign('users', ana)
  await assign('groups', sales)
  await graph('post', `${jobPath}/start`)
  await cycle()
  expect(await succeeded(sales, 'Create')).toBe('success')
  expect((await graph('patch', `/groups/${sales}`, { displayName: 'Sales North' })).status).toBe(204)
  await cycle()
  expect(await succeeded(sales, 'Update')).toBe('success')
  const member = { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${ana}` }
  expect((await graph('post', `/groups/${sales}/members/$ref`, member)).status).toBe(204)
  await cycle()
  expect(JSON.stringify((await logged(sales, 'Update'))?.modifiedProperties)).toContain('members')
  expect((await graph('delete', `/groups/${sales}/members/${ana}/$ref`)).status).toBe(204)
  await cycle()
  const ruleId = (await graph('get', `${jobPath}/schema`)).body.synchronizationRules[0].id
  const [bo, crew] = [await user('bo'), await group('Crew')]
  await assign('users', bo)
  await assign('groups', crew)
  for (const [objectId, objectTypeName] of [
    [bo, 'User'],
    [crew, 'Group'],
  ]) {
    const body = { parameters: [{ ruleId, subjects: [{ objectId, objectTypeName }] }] }
    const answer = await graph('post', `${jobPath}/provisionOnDemand`, body)
    expect([answer.status, answer.body.error]).toEqual([200, undefined])
  }
  expect((await graph('delete', `/groups/${sales}`)).status).toBe(204)
  await cycle()
  expect(await succeeded(sales, 'Delete')).toBe('success')
})

test('half of an OAuth sign-in is refused in words that say what is missing, and unknown keys as Microsoft does', async () => {
  const { beta, graph, synchronization } = await openKit()
  const patch = (key: string, value = 'x') =>
    beta('patch', `${synchronization}/connectivityParameters`, { value: [{ key, value }] })
  const oauth = await patch('authenticationType', 'OAuth2ClientCredentialsGrant')
  expect([oauth.status, oauth.body.error.message]).toEqual([400, expect.stringContaining('Oauth2TokenExchangeUri')])
  expect((await patch('oauth2ClientId')).status).toBe(400)
  expect((await patch('BaseAddress')).status).toBe(500)
  expect((await graph('get', `${synchronization}/connectivityParameters`)).status).toBe(404)
})
