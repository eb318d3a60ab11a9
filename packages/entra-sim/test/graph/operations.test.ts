// The surface over plain HTTP, operation by operation: what it answers, and what it refuses.
import type { Server } from 'node:http'
import { createServer } from 'node:http'
import { createSeededIds, createVirtualSchedule, type VirtualSchedule } from '@scimulator/shared/runtime'
import request from 'supertest'
import { beforeEach, describe, expect, test } from 'vitest'
import { registerClient } from '../../src/sign-in/index.ts'
import { createEntraTenant, type EntraTenant } from '../../src/tenant.ts'
import { createResponder, type Responder } from '../engine/scim-responder.ts'

const START = Date.parse('2026-01-05T08:00:00Z')
const NON_GALLERY = '8adf8e6e-67b2-4cf2-a259-e3dc5476c621'
const NOBODY = '00000000-0000-4000-8000-000000000000'

let schedule: VirtualSchedule
let target: Responder
let tenant: EntraTenant
let server: Server
let token: string

beforeEach(async () => {
  schedule = createVirtualSchedule(START)
  target = createResponder(schedule)
  const clients = [registerClient('client', 'secret')]
  tenant = createEntraTenant({ schedule, ids: createSeededIds(1, 'entra'), send: target.send, clients })
  server = createServer(tenant.handle)
  const form = { grant_type: 'client_credentials', client_id: 'client', client_secret: 'secret', scope: 'x/.default' }
  const answer = await request(server).post('/contoso.example/oauth2/v2.0/token').type('form').send(form)
  token = answer.body.access_token
})

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

function graph(method: Method, path: string, body?: object) {
  const call = request(server)[method](`/v1.0${path}`).set('Authorization', `Bearer ${token}`)
  return body === undefined ? call : call.send(body)
}

async function user(name: string, more: object = {}): Promise<string> {
  const body = {
    accountEnabled: true,
    displayName: name,
    mailNickname: name,
    userPrincipalName: `${name}@contoso.example`,
    ...more,
  }
  return (await graph('post', '/users', body)).body.id
}

async function group(displayName: string, more: object = {}): Promise<string> {
  const body = { displayName, mailEnabled: false, mailNickname: displayName, securityEnabled: true, ...more }
  return (await graph('post', '/groups', body)).body.id
}

async function app(): Promise<{ id: string; appId: string; jobPath: string; ruleId: string }> {
  const made = await graph('post', `/applicationTemplates/${NON_GALLERY}/instantiate`, { displayName: 'Lark' })
  const { id, appId } = made.body.servicePrincipal
  const job = await graph('post', `/servicePrincipals/${id}/synchronization/jobs`, { templateId: 'scim' })
  const jobPath = `/servicePrincipals/${id}/synchronization/jobs/${job.body.id}`
  const schema = await graph('get', `${jobPath}/schema`)
  return { id, appId, jobPath, ruleId: schema.body.synchronizationRules[0].id }
}

async function configure(id: string): Promise<void> {
  const value = [
    { key: 'BaseAddress', value: 'https://scim.example/scim/v2' },
    { key: 'SecretToken', value: 't' },
    { key: 'SyncAll', value: 'true' },
  ]
  await graph('put', `/servicePrincipals/${id}/synchronization/secrets`, { value })
}

describe('access', () => {
  test.each([
    ['no token', undefined],
    ['a token of somebody else', 'Bearer a.b.c'],
    ['no bearer token', 'Basic abc'],
  ])('%s is 401 with a challenge', async (_what, header) => {
    const call = request(server).get('/v1.0/users')
    const answer = await (header === undefined ? call : call.set('Authorization', header))
    expect(answer.status).toBe(401)
    expect(answer.body.error.code).toBe('InvalidAuthenticationToken')
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer/)
  })

  test('a token of an hour ago is expired', async () => {
    await schedule.advanceTo(START + 3_600_000)
    const answer = await graph('get', '/users')
    expect([answer.status, answer.body.error.message]).toEqual([
      401,
      'Lifetime validation failed, the token is expired.',
    ])
  })
})

describe('users', () => {
  test('are created with the properties that Graph shows by default, others when selected', async () => {
    const id = await user('ana', {
      mobilePhone: '+47 1',
      businessPhones: ['+47 2'],
      onPremisesExtensionAttributes: { extensionAttribute1: 'x' },
    })
    const shown = await graph('get', `/users/${id}`)
    expect(shown.body).toMatchObject({
      id,
      userPrincipalName: 'ana@contoso.example',
      mobilePhone: '+47 1',
      businessPhones: ['+47 2'],
    })
    expect(shown.body).not.toHaveProperty('accountEnabled')
    const selected = await graph(
      'get',
      `/users/ana@contoso.example?$select=accountEnabled,onPremisesExtensionAttributes`,
    )
    expect(selected.body).toEqual({
      '@odata.context': expect.stringMatching(/\$metadata#users\/\$entity$/),
      accountEnabled: true,
      onPremisesExtensionAttributes: { extensionAttribute1: 'x' },
    })
  })

  test('are changed, and a value is taken away by null', async () => {
    const id = await user('ana', { jobTitle: 'Engineer' })
    expect((await graph('patch', `/users/${id}`, { jobTitle: null, department: 'R&D' })).status).toBe(204)
    const shown = await graph('get', `/users/${id}?$select=jobTitle,department`)
    expect(shown.body).toMatchObject({ jobTitle: null, department: 'R&D' })
  })

  test.each([
    ['a name that is taken', { userPrincipalName: 'ana@contoso.example' }, 'already exists'],
    ['an unknown property', { userPrincipalName: 'bo@contoso.example', shoeSize: 42 }, "Invalid property 'shoeSize'"],
    ['a missing property', { userPrincipalName: 'bo@contoso.example', displayName: undefined }, 'displayName'],
  ])('%s is refused with 400', async (_what, more, message) => {
    await user('ana')
    const body = { accountEnabled: true, displayName: 'Bo', mailNickname: 'bo', ...more }
    const answer = await graph('post', '/users', body)
    expect(answer.status).toBe(400)
    expect(answer.body.error).toMatchObject({ code: 'Request_BadRequest', message: expect.stringContaining(message) })
    expect(answer.body.error.innerError).toHaveProperty('request-id')
  })

  test('are found by filter, sorted, counted and paged', async () => {
    for (const name of ['ana', 'bo', 'chen', 'dag']) await user(name, { department: name === 'dag' ? 'Sales' : 'R&D' })
    const path = "/users?$filter=department eq 'r%26d'&$orderby=displayName desc&$count=true&$top=2&$select=displayName"
    const first = await graph('get', path)
    expect(first.body['@odata.count']).toBe(3)
    expect(first.body.value).toEqual([{ displayName: 'chen' }, { displayName: 'bo' }])
    const next = new URL(first.body['@odata.nextLink'])
    const second = await graph('get', `${next.pathname.replace('/v1.0', '')}${next.search}`)
    expect(second.body.value).toEqual([{ displayName: 'ana' }])
    expect(second.body).not.toHaveProperty('@odata.nextLink')
  })

  test('have a manager who can be set, read and taken away', async () => {
    const [ana, bo] = [await user('ana'), await user('bo')]
    const reference = { '@odata.id': `https://graph.microsoft.com/v1.0/users/${ana}` }
    expect((await graph('put', `/users/${bo}/manager/$ref`, reference)).status).toBe(204)
    expect((await graph('get', `/users/${bo}/manager`)).body.id).toBe(ana)
    expect((await graph('delete', `/users/${bo}/manager/$ref`)).status).toBe(204)
    expect((await graph('get', `/users/${bo}/manager`)).status).toBe(404)
    expect((await graph('put', `/users/${ana}/manager/$ref`, reference)).status).toBe(400)
  })

  test('go to the bin, come back, and go for good', async () => {
    const id = await user('ana')
    expect((await graph('delete', `/users/${id}`)).status).toBe(204)
    expect((await graph('get', `/users/${id}`)).status).toBe(404)
    const bin = await graph('get', '/directory/deletedItems/microsoft.graph.user')
    expect(bin.body.value).toMatchObject([{ id, deletedDateTime: '2026-01-05T08:00:00Z' }])
    expect((await graph('post', `/directory/deletedItems/${id}/restore`)).body.userPrincipalName).toBe(
      'ana@contoso.example',
    )
    await graph('delete', `/users/${id}`)
    expect((await graph('delete', `/directory/deletedItems/${id}`)).status).toBe(204)
    expect((await graph('post', `/directory/deletedItems/${id}/restore`)).status).toBe(404)
  })
})

describe('groups', () => {
  test('have members, added and removed by reference, nested ones too', async () => {
    const [ana, sales, all] = [await user('ana'), await group('Sales'), await group('All')]
    const reference = (id: string) => ({ '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${id}` })
    expect((await graph('post', `/groups/${sales}/members/$ref`, reference(ana))).status).toBe(204)
    expect((await graph('post', `/groups/${all}/members/$ref`, reference(sales))).status).toBe(204)
    expect((await graph('post', `/groups/${sales}/members/$ref`, reference(ana))).status).toBe(400)
    expect((await graph('post', `/groups/${sales}/members/$ref`, reference(NOBODY))).status).toBe(404)
    const members = await graph('get', `/groups/${all}/members`)
    expect(members.body.value).toMatchObject([{ '@odata.type': '#microsoft.graph.group', id: sales }])
    const expanded = await graph('get', `/groups/${sales}?$expand=members`)
    expect(expanded.body.members).toMatchObject([{ '@odata.type': '#microsoft.graph.user', id: ana }])
    expect((await graph('delete', `/groups/${sales}/members/${ana}/$ref`)).status).toBe(204)
    expect((await graph('delete', `/groups/${sales}/members/${ana}/$ref`)).status).toBe(404)
  })

  test('can be made with members and by rule', async () => {
    const ana = await user('ana', { department: 'Sales' })
    const bound = await group('Bound', { 'members@odata.bind': [`https://graph.microsoft.com/v1.0/users/${ana}`] })
    const rule = { groupTypes: ['DynamicMembership'], membershipRule: 'user.department -eq "Sales"' }
    const dynamic = await group('Dynamic', rule)
    for (const id of [bound, dynamic]) {
      expect((await graph('get', `/groups/${id}/members`)).body.value).toMatchObject([{ id: ana }])
    }
  })

  test('can have the processing of their rule paused', async () => {
    const ana = await user('ana', { department: 'Sales' })
    const rule = { groupTypes: ['DynamicMembership'], membershipRule: 'user.department -eq "Sales"' }
    const dynamic = await group('Dynamic', { ...rule, membershipRuleProcessingState: 'Paused' })
    const members = async () => (await graph('get', `/groups/${dynamic}/members`)).body.value
    expect(await members()).toEqual([])
    await graph('patch', `/groups/${dynamic}`, { membershipRuleProcessingState: 'On' })
    expect(await members()).toMatchObject([{ id: ana }])
    await graph('patch', `/groups/${dynamic}`, { membershipRuleProcessingState: 'Paused' })
    await graph('patch', `/users/${ana}`, { department: 'R&D' })
    expect(await members()).toMatchObject([{ id: ana }])
    expect((await graph('get', `/groups/${dynamic}`)).body).toMatchObject({ membershipRuleProcessingState: 'Paused' })
  })
})

describe('delta', () => {
  test('tells what changed after the link, members and removals included', async () => {
    const [ana, sales] = [await user('ana'), await group('Sales')]
    const link = async (path: string): Promise<string> => {
      const url = new URL((await graph('get', path)).body['@odata.deltaLink'])
      return `${url.pathname.replace('/v1.0', '')}${url.search}`
    }
    const [users, groups] = [await link('/users/delta?$select=displayName'), await link('/groups/delta')]
    expect((await graph('get', users)).body.value).toEqual([])
    await graph('post', `/groups/${sales}/members/$ref`, { '@odata.id': `x/${ana}` })
    await graph('delete', `/users/${ana}`)
    expect((await graph('get', users)).body.value).toEqual([{ id: ana, '@removed': { reason: 'changed' } }])
    expect((await graph('get', groups)).body.value).toMatchObject([{ id: sales, 'members@delta': [{ id: ana }] }])
    expect((await graph('get', '/users/delta?$deltatoken=latest')).body.value).toEqual([])
  })

  test('a token that was not given out is refused', async () => {
    expect((await graph('get', '/users/delta?$deltatoken=abc')).status).toBe(400)
  })
})

describe('assignments', () => {
  test('are granted once per role and taken back', async () => {
    const ana = await user('ana')
    const { id, appId } = await app()
    const roles = await graph('get', `/servicePrincipals(appId='${appId}')?$select=appRoles`)
    const body = { principalId: ana, resourceId: id, appRoleId: roles.body.appRoles[0].id }
    const made = await graph('post', `/servicePrincipals/${id}/appRoleAssignedTo`, body)
    expect([made.status, made.body.principalDisplayName]).toEqual([201, 'ana'])
    expect((await graph('post', `/servicePrincipals/${id}/appRoleAssignedTo`, body)).status).toBe(400)
    expect((await graph('get', `/users/${ana}/appRoleAssignments`)).body.value).toHaveLength(1)
    const wrong = { ...body, appRoleId: NOBODY }
    expect((await graph('post', `/servicePrincipals/${id}/appRoleAssignedTo`, wrong)).status).toBe(400)
    const path = `/servicePrincipals/${id}/appRoleAssignedTo/${made.body.id}`
    expect((await graph('delete', path)).status).toBe(204)
    expect((await graph('delete', path)).status).toBe(404)
  })
})

describe('synchronization', () => {
  test('a job cannot start without credentials', async () => {
    const { jobPath } = await app()
    const answer = await graph('post', `${jobPath}/start`)
    expect([answer.status, answer.body.error.code]).toEqual([400, 'CredentialsMissing'])
  })

  test('start runs a cycle, pause stops the next, restart with an unknown scope is refused', async () => {
    await user('ana')
    const { id, jobPath } = await app()
    await configure(id)
    expect((await graph('post', `${jobPath}/start`)).status).toBe(204)
    await schedule.settle()
    expect(target.users.size).toBe(1)
    expect((await graph('post', `${jobPath}/pause`)).status).toBe(204)
    expect((await graph('get', jobPath)).body).toMatchObject({
      schedule: { state: 'Paused' },
      status: { code: 'Paused' },
    })
    await user('bo')
    await schedule.advanceTo(START + 3_000_000)
    expect(target.users.size).toBe(1)
    const answer = await graph('post', `${jobPath}/restart`, { criteria: { resetScope: 'Everything' } })
    expect(answer.status).toBe(400)
  })

  test('secrets: putting the mask back keeps the saved token', async () => {
    const { id } = await app()
    await configure(id)
    const path = `/servicePrincipals/${id}/synchronization/secrets`
    await graph('put', path, (await graph('get', path)).body)
    expect(tenant.view.servicePrincipals.get(id)?.secrets).toContainEqual({ key: 'SecretToken', value: 't' })
  })

  test('the schema tells its functions and operators, parses expressions, and goes back to the default', async () => {
    const { jobPath, ruleId } = await app()
    const functions = await graph('get', `${jobPath}/schema/functions`)
    expect(functions.body.value.map(({ name }: { name: string }) => name)).toContain('Switch')
    const operators = await graph('get', `${jobPath}/schema/filterOperators`)
    expect(operators.body.value.map(({ name }: { name: string }) => name)).toContain('EQUALS')
    const parsed = await graph('post', `${jobPath}/schema/parseExpression`, {
      expression: 'Join(" ", [givenName], [surname])',
      testInputObject: {
        properties: [
          { key: 'givenName', value: 'Ana' },
          { key: 'surname', value: 'Silva' },
        ],
      },
    })
    expect(parsed.body).toMatchObject({ parsingSucceeded: true, evaluationResult: ['Ana Silva'] })
    const schema = (await graph('get', `${jobPath}/schema`)).body
    schema.synchronizationRules[0].objectMappings = []
    expect((await graph('put', `${jobPath}/schema`, schema)).status).toBe(204)
    expect((await graph('delete', `${jobPath}/schema`)).status).toBe(204)
    const restored = await graph('get', `${jobPath}/schema`)
    expect(restored.body.synchronizationRules[0]).toMatchObject({ id: ruleId })
    expect(restored.body.synchronizationRules[0].objectMappings).toHaveLength(2)
    expect((await graph('put', `${jobPath}/schema`, { synchronizationRules: [] })).status).toBe(400)
  })

  test('provision on demand is throttled after five calls in ten seconds', async () => {
    const ana = await user('ana')
    const { id, jobPath, ruleId } = await app()
    await configure(id)
    const parameters = [{ ruleId, subjects: [{ objectId: ana, objectTypeName: 'User' }] }]
    const statuses: number[] = []
    for (let call = 0; call < 6; call++) {
      const answer = await graph('post', `${jobPath}/provisionOnDemand`, { parameters })
      statuses.push(answer.status)
      if (answer.status === 429) expect(answer.headers['retry-after']).toBe('10')
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
    await schedule.advanceTo(START + 10_000)
    expect((await graph('post', `${jobPath}/provisionOnDemand`, { parameters })).status).toBe(200)
  })

  test('provision on demand refuses an unknown rule and an unknown user', async () => {
    const { id, jobPath, ruleId } = await app()
    await configure(id)
    const ask = (rule: string, objectId: string) =>
      graph('post', `${jobPath}/provisionOnDemand`, {
        parameters: [{ ruleId: rule, subjects: [{ objectId, objectTypeName: 'User' }] }],
      })
    expect((await ask(NOBODY, await user('ana'))).status).toBe(400)
    expect((await ask(ruleId, NOBODY)).status).toBe(404)
  })

  test('an object connection is shown, and goes only while the job is paused', async () => {
    const ana = await user('ana')
    const { id, jobPath } = await app()
    await configure(id)
    await graph('post', `${jobPath}/start`)
    await schedule.settle()
    const path = `${jobPath}/objectConnections('${ana}')`
    expect((await graph('get', path)).body).toMatchObject({
      sourceAnchor: ana,
      targetAnchor: [...target.users.keys()][0],
    })
    expect((await graph('delete', path)).status).toBe(409)
    await graph('post', `${jobPath}/pause`)
    expect((await graph('delete', path)).status).toBe(204)
    expect((await graph('get', path)).status).toBe(404)
    expect((await graph('get', `${jobPath}/objectConnections`)).status).toBe(400)
  })

  test('logs: newest first, case-sensitive filters, audit of what administrators did', async () => {
    await user('ana')
    const { id, jobPath } = await app()
    await configure(id)
    await graph('post', `${jobPath}/start`)
    await schedule.settle()
    const logs = await graph('get', "/auditLogs/provisioning?$filter=provisioningAction eq 'create'")
    expect(logs.body.value).toHaveLength(1)
    expect(logs.body.value[0]).toMatchObject({
      provisioningAction: 'create',
      provisioningStatusInfo: { status: 'success' },
    })
    // Members of an enumeration in any case: Microsoft's validation kit asks for `Create`.
    const found = async (filter: string) => (await graph('get', `/auditLogs/provisioning?$filter=${filter}`)).body.value
    expect(await found("provisioningAction eq 'Create'")).toHaveLength(1)
    expect(await found("sourceIdentity/displayName eq 'ana@contoso.example'")).toHaveLength(1)
    expect(await found("sourceIdentity/displayName eq 'ANA@contoso.example'")).toEqual([])
    const audits = await graph('get', '/auditLogs/directoryAudits')
    const activities = audits.body.value.map((one: { activityDisplayName: string }) => one.activityDisplayName)
    expect(activities).toContain('Enable/start provisioning configuration')
  })
})

describe('the surface', () => {
  test.each([
    ['get', '/teams', 404],
    ['put', '/users', 405],
    ['get', '/users?$search="ana"', 400],
    ['get', "/users?$filter=displayName is 'x'", 400],
    ['get', `/servicePrincipals/${NOBODY}`, 404],
    ['get', `/groups/${NOBODY}/members`, 404],
    ['get', '/users/%zz', 400],
  ] as const)('%s %s is %i with a Graph error', async (method, path, status) => {
    const answer = await graph(method, path)
    expect(answer.status).toBe(status)
    expect(answer.body.error.code).toEqual(expect.any(String))
  })

  test('a body that is no JSON is 400', async () => {
    const answer = await request(server)
      .post('/v1.0/users')
      .set('Authorization', `Bearer ${token}`)
      .set('Content-Type', 'application/json')
      .send('{"displayName":')
    expect([answer.status, answer.body.error.code]).toEqual([400, 'Request_BadRequest'])
  })

  test('what a client names its request comes back', async () => {
    const answer = await graph('get', '/organization').set('client-request-id', 'mine')
    expect(answer.headers['client-request-id']).toBe('mine')
    expect(answer.body.value[0].verifiedDomains[0]).toMatchObject({ name: 'contoso.example', isDefault: true })
  })

  test.each([
    ['an unknown dependency', [{ id: '1', method: 'GET', url: '/users', dependsOn: ['0'] }]],
    [
      'an id twice',
      [
        { id: '1', method: 'GET', url: '/users' },
        { id: '1', method: 'GET', url: '/users' },
      ],
    ],
    ['nothing in it', []],
    ['too much in it', Array.from({ length: 21 }, (_, id) => ({ id: String(id), method: 'GET', url: '/users' }))],
  ])('a batch with %s is refused', async (_what, requests) => {
    expect((await graph('post', '/$batch', { requests })).status).toBe(400)
  })
})

describe('credentials before there is a job', () => {
  async function newApp(): Promise<string> {
    const made = await graph('post', `/applicationTemplates/${NON_GALLERY}/instantiate`, { displayName: 'Lark' })
    return `/servicePrincipals/${made.body.servicePrincipal.id}/synchronization/jobs`
  }
  const credentials = [
    { key: 'BaseAddress', value: 'https://scim.example/scim/v2' },
    { key: 'SecretToken', value: 't' },
  ]

  test('are tested with the template that is named, and no job is made', async () => {
    const jobs = await newApp()
    const answer = await graph('post', `${jobs}/validateCredentials`, { templateId: 'scim', credentials })
    expect(answer.status).toBe(204)
    expect(target.traffic).toEqual([
      expect.stringMatching(/^GET \/Users\?filter=userName/),
      expect.stringMatching(/^GET \/Groups\?excludedAttributes=members&filter=displayName/),
    ])
    expect((await graph('get', jobs)).body.value).toEqual([])
  })

  test('are refused with the reason', async () => {
    target.faults.push(() => ({ status: 401 }))
    const jobs = await newApp()
    const answer = await graph('post', `${jobs}/validateCredentials`, { templateId: 'scim', credentials })
    expect([answer.status, answer.body.error.code]).toEqual([400, 'Unauthorized'])
  })

  test.each([
    [{}, 404, 'JobNotFound'],
    [{ templateId: 'salesforce', credentials }, 400, 'Request_BadRequest'],
    [{ templateId: 'scim' }, 400, 'InvalidCredentials'],
  ])('%j is %i %s', async (body, status, code) => {
    const jobs = await newApp()
    const answer = await graph('post', `${jobs}/validateCredentials`, body)
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
  })
})
