// What administrators' scripts read of users and groups beside the lists themselves, and what they do to applications.
import { createServer, type Server } from 'node:http'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import request from 'supertest'
import { beforeEach, describe, expect, test } from 'vitest'
import { registerClient } from '../../src/sign-in/index.ts'
import { createEntraTenant, type EntraTenant } from '../../src/tenant.ts'
import { createResponder } from '../engine/scim-responder.ts'
import { COMPANY } from '../engine/tenant-fixture.ts'

const NON_GALLERY = '8adf8e6e-67b2-4cf2-a259-e3dc5476c621'

let tenant: EntraTenant
let server: Server
let token: string

beforeEach(async () => {
  const schedule = createVirtualSchedule(Date.parse('2026-01-05T08:00:00Z'))
  const clients = [registerClient('client', 'secret')]
  const send = createResponder(schedule).send
  tenant = createEntraTenant({ schedule, ids: createSeededIds(1, 'entra'), send, clients })
  server = createServer(tenant.handle)
  await tenant.control.verbs.get('load-company')?.run({ company: COMPANY })
  const form = { grant_type: 'client_credentials', client_id: 'client', client_secret: 'secret', scope: 'x/.default' }
  token = (await request(server).post('/contoso.example/oauth2/v2.0/token').type('form').send(form)).body.access_token
})

function graph(method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: object) {
  const call = request(server)[method](`/v1.0${path}`).set('Authorization', `Bearer ${token}`)
  return body === undefined ? call : call.send(body)
}

async function groupId(name: string): Promise<string> {
  return (await graph('get', `/groups?$filter=displayName eq '${name}'`)).body.value[0].id
}

const namesIn = ({ body }: request.Response): string[] =>
  body.value.map((one: { displayName: string }) => one.displayName).sort()

describe('relationships', () => {
  test.each([
    ['members', ['Ana Alves', 'Sales']],
    ['transitiveMembers', ['Ana Alves', 'Bo Berg', 'Cy Clark', 'Sales']],
    ['members/microsoft.graph.user', ['Ana Alves']],
    ['members/microsoft.graph.group', ['Sales']],
    ['transitiveMembers/graph.user', ['Ana Alves', 'Bo Berg', 'Cy Clark']],
    ['memberOf', []],
  ])('Staff: %s', async (relationship, expected) => {
    const path = `/groups/${await groupId('Staff')}/${relationship}`
    expect(namesIn(await graph('get', path))).toEqual(expected)
    expect((await graph('get', `${path}/$count`).set('ConsistencyLevel', 'eventual')).text).toBe(
      String(expected.length),
    )
  })

  test.each([
    ['bo@contoso.example/memberOf', ['Sales']],
    ['bo@contoso.example/transitiveMemberOf', ['Sales', 'Staff']],
    ['bo@contoso.example/memberOf/microsoft.graph.group', ['Sales']],
    ['bo@contoso.example/memberOf/microsoft.graph.user', []],
    ['ana@contoso.example/directReports', ['Bo Berg']],
    ['bo@contoso.example/directReports', []],
  ])('%s', async (path, expected) => {
    expect(namesIn(await graph('get', `/users/${path}`))).toEqual(expected)
  })

  test('groups that are members of one another are listed once', async () => {
    const [sales, staff] = [await groupId('Sales'), await groupId('Staff')]
    await graph('post', `/groups/${sales}/members/$ref`, { '@odata.id': `https://x/v1.0/groups/${staff}` })
    expect(namesIn(await graph('get', `/groups/${staff}/transitiveMembers`))).toEqual([
      'Ana Alves',
      'Bo Berg',
      'Cy Clark',
      'Sales',
    ])
  })

  test('reports follow the manager, and those in the bin are hidden', async () => {
    const reports = async () => namesIn(await graph('get', '/users/ana@contoso.example/directReports'))
    await graph('patch', '/users/cy@contoso.example', {})
    await tenant.control.verbs.get('update-user')?.run({ user: 'cy', manager: 'ana' })
    expect(await reports()).toEqual(['Bo Berg', 'Cy Clark'])
    await graph('delete', '/users/bo@contoso.example')
    expect(await reports()).toEqual(['Cy Clark'])
    await graph('delete', '/users/cy@contoso.example/manager/$ref')
    expect(await reports()).toEqual([])
    expect((await graph('delete', '/users/cy@contoso.example/manager/$ref')).status).toBe(404)
  })

  test('directoryObjects: one by its id, several by theirs', async () => {
    const [user] = (await graph('get', "/users?$filter=displayName eq 'Eve Ek'")).body.value
    const group = await groupId('Sales')
    expect((await graph('get', `/directoryObjects/${user.id}`)).body).toMatchObject({
      '@odata.type': '#microsoft.graph.user',
      displayName: 'Eve Ek',
    })
    const ids = [group, user.id, '00000000-0000-4000-8000-000000000000']
    expect(namesIn(await graph('post', '/directoryObjects/getByIds', { ids }))).toEqual(['Eve Ek', 'Sales'])
    expect(namesIn(await graph('post', '/directoryObjects/getByIds', { ids, types: ['group'] }))).toEqual(['Sales'])
    expect((await graph('get', '/directoryObjects/00000000-0000-4000-8000-000000000000')).status).toBe(404)
  })
})

test.each(["/users?$filter=nickname eq 'a'", '/users?$orderby=nickname', "/groups?$filter=not(nickname eq 'a')"])(
  '%s is refused: nobody has that property',
  async (path) => {
    const { status, body } = await graph('get', path)
    expect([status, body.error.message]).toEqual([400, "Could not find a property named 'nickname'."])
  },
)

test('an error names the request as its headers do', async () => {
  const { headers, body } = await graph('get', '/users/nobody').set('client-request-id', 'mine')
  expect(headers).toMatchObject({ 'client-request-id': 'mine' })
  expect(body.error.innerError).toMatchObject({ 'request-id': headers['request-id'], 'client-request-id': 'mine' })
})

describe('applications', () => {
  async function app() {
    const { body } = await graph('post', `/applicationTemplates/${NON_GALLERY}/instantiate`, { displayName: 'Lark' })
    const brought = {
      User: '18d14569-c3bd-439b-9a66-3a2aee01d14f',
      msiam_access: 'b9632174-c057-4f7e-951b-be3adc52bfe6',
    }
    for (const one of [body.application, body.servicePrincipal]) {
      expect(one.appRoles).toEqual(
        Object.entries(brought).map(([name, id]) => expect.objectContaining({ displayName: name, id, value: null })),
      )
    }
    return body as { application: { id: string }; servicePrincipal: { id: string; appRoles: { id: string }[] } }
  }

  test('a name and roles can be changed, a role in use cannot go', async () => {
    const { application, servicePrincipal } = await app()
    const admin = { id: 'b1f4e9d0-0000-4000-8000-000000000001', value: 'admin', displayName: 'Admin' }
    const roles = { displayName: 'Lark 2', appRoles: [...servicePrincipal.appRoles, admin] }
    const { id: userRole } = servicePrincipal.appRoles[0] ?? { id: '' }
    // Rendered roles come back with more than is taken.
    expect((await graph('patch', `/applications/${application.id}`, roles)).status).toBe(204)
    const shown = (await graph('get', `/servicePrincipals/${servicePrincipal.id}`)).body
    expect(shown.displayName).toBe('Lark 2')
    expect(shown.appRoles.map(({ value }: { value: string }) => value)).toEqual([null, null, 'admin'])
    const [eve] = (await graph('get', "/users?$filter=displayName eq 'Eve Ek'")).body.value
    const assignment = { principalId: eve.id, resourceId: servicePrincipal.id, appRoleId: admin.id }
    await graph('post', `/servicePrincipals/${servicePrincipal.id}/appRoleAssignedTo`, assignment)
    const without = { appRoles: [{ id: userRole, displayName: 'User' }] }
    const refused = await graph('patch', `/applications/${application.id}`, without)
    expect([refused.status, refused.body.error.message]).toEqual([
      400,
      `The role ${admin.id} is assigned; end its assignments before it is removed.`,
    ])
  })

  test.each(['applications', 'servicePrincipals'])('deleted by /%s, with job and assignments', async (collection) => {
    const { application, servicePrincipal } = await app()
    const path = `/servicePrincipals/${servicePrincipal.id}`
    await graph('post', `${path}/synchronization/jobs`, { templateId: 'scim' })
    const id = collection === 'applications' ? application.id : servicePrincipal.id
    expect((await graph('delete', `/${collection}/${id}`)).status).toBe(204)
    expect((await graph('get', path)).status).toBe(404)
    expect((await graph('get', `/applications/${application.id}`)).status).toBe(404)
    expect(tenant.view.jobs.size).toBe(0)
    const { value } = (await graph('get', '/auditLogs/directoryAudits')).body
    expect(value.map((one: { activityDisplayName: string }) => one.activityDisplayName)).toContain('Delete application')
  })

  test('a template shows its schema, and resetScope is read without regard to case', async () => {
    const { servicePrincipal } = await app()
    const path = `/servicePrincipals/${servicePrincipal.id}/synchronization`
    const { body } = await graph('get', `${path}/templates/scim/schema`)
    expect(body.synchronizationRules[0].objectMappings).toHaveLength(2)
    expect((await graph('get', `${path}/templates/other/schema`)).status).toBe(404)
    const job = (await graph('post', `${path}/jobs`, { templateId: 'scim' })).body.id
    const restart = (resetScope: string) => graph('post', `${path}/jobs/${job}/restart`, { criteria: { resetScope } })
    const value = [{ key: 'BaseAddress', value: 'https://scim.example/scim/v2' }]
    await request(server).put(`/v1.0${path}/secrets`).set('Authorization', `Bearer ${token}`).send({ value })
    expect((await restart('watermark, FULL')).status).toBe(204)
    const refused = await restart('Everything')
    expect(refused.body.error.message).toContain("knows no 'Everything'. Known: None, ConnectorDataStore")
  })
})
