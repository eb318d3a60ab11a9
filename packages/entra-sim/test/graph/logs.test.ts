// The audit logs as a client reads them, and what provision on demand answers.
import { beforeEach, describe, expect, test } from 'vitest'
import { NOBODY, openSurface, type Surface } from './surface.ts'

const CYCLE = 40 * 60_000

let surface: Surface
let app: Awaited<ReturnType<Surface['app']>>

beforeEach(async () => {
  surface = await openSurface()
  app = await surface.app()
})

async function follow(link: unknown) {
  const { pathname, search } = new URL(String(link))
  return surface.call('get', `${pathname}${search}`)
}

/** The first cycle, and one more. */
async function start() {
  await surface.graph('post', `${app.jobPath}/start`)
  await surface.schedule.advanceTo(surface.schedule.now() + 1)
}

describe.each([
  ['/auditLogs/provisioning', 'id'],
  ['/auditLogs/directoryAudits', 'id'],
])('%s', (path) => {
  const ids = (body: { value: { id: string }[] }) => body.value.map(({ id }) => id)

  test('pages are of one list, whatever is written meanwhile', async () => {
    for (const name of ['ana', 'bo', 'chen']) await surface.user(name)
    await start()
    const all = ids((await surface.graph('get', path)).body)
    const first = await surface.graph('get', `${path}?$top=2`)
    await surface.graph('post', `${app.jobPath}/pause`)
    await surface.user('dag')
    await start()
    const second = await follow(first.body['@odata.nextLink'])
    expect([...ids(first.body), ...ids(second.body)]).toEqual(all.slice(0, 4))
    const now = ids((await surface.graph('get', path)).body)
    expect(now.length).toBeGreaterThan(all.length)
    expect(now.slice(-all.length)).toEqual(all)
  })

  test('a property that no entry has is refused in a filter', async () => {
    await surface.user('ana')
    await start()
    const answer = await surface.graph('get', `${path}?$filter=shoeSize eq 42`)
    expect([answer.status, answer.body.error.code]).toEqual([400, 'Request_BadRequest'])
  })

  test('an entry can be read by its id', async () => {
    await surface.user('ana')
    await start()
    const [entry] = (await surface.graph('get', path)).body.value
    expect((await surface.graph('get', `${path}/${entry.id}`)).body).toMatchObject(entry)
    expect((await surface.graph('get', `${path}/${NOBODY}`)).status).toBe(404)
  })
})

describe('filters of the provisioning log', () => {
  beforeEach(async () => {
    await surface.user('ana')
    await start()
    await surface.schedule.advanceTo(surface.schedule.now() + CYCLE)
  })

  test.each([
    ["jobid eq '{job}'", 1],
    ["jobId eq '{job}' and provisioningAction eq 'create'", 1],
    ["servicePrincipal/id eq '{app}'", 1],
    ["servicePrincipal/displayName eq 'lark'", 0],
    ["contains(sourceIdentity/displayName, 'ana')", 1],
    ["initiatedBy/displayName eq 'Azure AD Provisioning Service'", 1],
    ['activityDateTime gt 2026-01-05', 1],
    ['activityDateTime lt 2026-01-05', 0],
    ["provisioningStatusInfo/status eq 'failure'", 0],
  ])('%s finds %i', async (filter, count) => {
    const text = filter.replace('{job}', app.jobPath.split('/').at(-1) ?? '').replace('{app}', app.id)
    const answer = await surface.graph('get', `/auditLogs/provisioning?$filter=${text}`)
    expect([answer.status, answer.body.value?.length]).toEqual([200, count])
  })

  test('beta has names of its own', async () => {
    const beta = await surface.call('get', "/beta/auditLogs/provisioning?$filter=action eq 'create'")
    expect(beta.body.value).toMatchObject([{ action: 'create', statusInfo: { status: 'success' } }])
    expect((await surface.graph('get', "/auditLogs/provisioning?$filter=action eq 'create'")).status).toBe(400)
  })
})

describe('provision on demand', () => {
  const onDemand = (objectId: string, objectTypeName = 'User') =>
    surface.graph('post', `${app.jobPath}/provisionOnDemand`, {
      parameters: [{ ruleId: app.ruleId, subjects: [{ objectId, objectTypeName }] }],
    })

  test('answers a creation, and then that there is nothing to do, in the words of its page', async () => {
    const ana = await surface.user('ana')
    const made = (await onDemand(ana)).body
    expect(JSON.parse(made.key)).toEqual({ result: 'Success', details: {} })
    const value = JSON.parse(made.value)
    expect(Object.keys(value)).toEqual([
      'action',
      'changeId',
      'endTime',
      'modifiedProperties',
      'provisioningSteps',
      'reportableIdentifier',
      'startTime',
      'statusInfo',
      'sourceIdentity',
      'sourceSystem',
      'targetIdentity',
      'targetSystem',
    ])
    expect(value).toMatchObject({
      action: 'Create',
      reportableIdentifier: 'ana@contoso.example',
      statusInfo: { status: 'Success', errorCode: null, reason: null },
      sourceIdentity: { id: ana, type: 'User' },
      targetIdentity: { type: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User' },
      sourceSystem: { name: 'Azure Active Directory' },
      targetSystem: { name: 'customappsso' },
    })
    const steps: { name: string; type: string; status: string }[] = value.provisioningSteps
    expect(steps.map(({ name, type, status }) => `${name} ${type} ${status}`)).toEqual([
      'EntryImport Import Success',
      'EntrySynchronizationScoping Scoping Success',
      'EntryImport Matching Success',
      'EntrySynchronizationAdd Processing Success',
      'EntryExportAdd Export Success',
    ])

    const again = (await onDemand(ana, 'user')).body
    expect(JSON.parse(again.key)).toMatchObject({ result: 'Skipped', details: { errorCode: 'RedundantExport' } })
    expect(JSON.parse(again.value)).toMatchObject({
      action: 'Other',
      statusInfo: { status: 'Skipped', errorCode: null },
    })
  })

  test('is refused for what is neither a user nor a group', async () => {
    expect((await onDemand(app.id, 'ServicePrincipal')).status).toBe(400)
  })
})

describe('apps and assignments', () => {
  test('are counted and read one by one', async () => {
    const ana = await surface.user('ana')
    const body = { principalId: ana, resourceId: app.id, appRoleId: app.roleId }
    const made = await surface.graph('post', `/servicePrincipals/${app.id}/appRoleAssignedTo`, body)
    for (const path of [`/servicePrincipals/${app.id}/appRoleAssignedTo`, `/users/${ana}/appRoleAssignments`]) {
      expect((await surface.graph('get', `${path}/${made.body.id}`)).body).toMatchObject({ id: made.body.id, ...body })
      expect((await surface.graph('get', `${path}/${NOBODY}`)).status).toBe(404)
    }
    const group = await surface.group('Sales')
    expect((await surface.graph('get', `/groups/${group}/appRoleAssignments/${made.body.id}`)).status).toBe(404)
    for (const path of ['/servicePrincipals/$count', "/applications/$count?$filter=displayName eq 'Lark'"]) {
      expect((await surface.graph('get', path).set('ConsistencyLevel', 'eventual')).text).toBe('1')
    }
  })

  test('the directories of a schema are listed and read by name', async () => {
    const path = `${app.jobPath}/schema/directories`
    const names = (await surface.graph('get', path)).body.value.map(({ name }: { name: string }) => name)
    expect(names).toEqual(['Azure Active Directory', 'customappsso'])
    expect((await surface.graph('get', `${path}/customappsso`)).body).toMatchObject({ name: 'customappsso' })
    expect((await surface.graph('get', `${path}/nowhere`)).status).toBe(404)
  })

  test.each([[{ criteria: { resetScope: null } }], [{ criteria: null }], [{}]])('a restart takes %j', async (body) => {
    expect((await surface.graph('post', `${app.jobPath}/restart`, body)).status).toBe(204)
  })
})
