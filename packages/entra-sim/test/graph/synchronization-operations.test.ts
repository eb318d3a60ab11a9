// Jobs, their schema, credentials and logs over plain HTTP, operation by operation: what it answers, and what it refuses.
import { beforeEach, describe, expect, test } from 'vitest'
import { NOBODY, NON_GALLERY, openSurface, START, type Surface } from './surface.ts'

let surface: Surface
beforeEach(async () => {
  surface = await openSurface()
})
const app: Surface['app'] = (...given) => surface.app(...given)
const graph: Surface['graph'] = (...given) => surface.graph(...given)
const user: Surface['user'] = (...given) => surface.user(...given)

describe('synchronization', () => {
  test('a job cannot start without credentials', async () => {
    const { jobPath } = await app({ hasCredentials: false })
    const answer = await graph('post', `${jobPath}/start`)
    expect([answer.status, answer.body.error.code]).toEqual([400, 'CredentialsMissing'])
  })

  test('start runs a cycle, pause stops the next, restart with an unknown scope is refused', async () => {
    await user('ana')
    const { jobPath } = await app()
    expect((await graph('post', `${jobPath}/start`)).status).toBe(204)
    await surface.schedule.settle()
    expect(surface.target.users.size).toBe(1)
    expect((await graph('post', `${jobPath}/pause`)).status).toBe(204)
    expect((await graph('get', jobPath)).body).toMatchObject({
      schedule: { state: 'Paused' },
      status: { code: 'Paused' },
    })
    await user('bo')
    await surface.schedule.advanceTo(START + 3_000_000)
    expect(surface.target.users.size).toBe(1)
    const answer = await graph('post', `${jobPath}/restart`, { criteria: { resetScope: 'Everything' } })
    expect(answer.status).toBe(400)
  })

  test('secrets: putting the mask back keeps the saved token', async () => {
    const { id } = await app()
    const path = `/servicePrincipals/${id}/synchronization/secrets`
    await graph('put', path, (await graph('get', path)).body)
    expect(surface.tenant.view.servicePrincipals.get(id)?.secrets).toContainEqual({ key: 'SecretToken', value: 't' })
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
    const { jobPath, ruleId } = await app()
    const parameters = [{ ruleId, subjects: [{ objectId: ana, objectTypeName: 'User' }] }]
    const statuses: number[] = []
    for (let call = 0; call < 6; call++) {
      const answer = await graph('post', `${jobPath}/provisionOnDemand`, { parameters })
      statuses.push(answer.status)
      if (answer.status === 429) expect(answer.headers['retry-after']).toBe('10')
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
    await surface.schedule.advanceTo(START + 10_000)
    expect((await graph('post', `${jobPath}/provisionOnDemand`, { parameters })).status).toBe(200)
  })

  test('provision on demand refuses an unknown rule and an unknown user', async () => {
    const { jobPath, ruleId } = await app()
    const ask = (rule: string, objectId: string) =>
      graph('post', `${jobPath}/provisionOnDemand`, {
        parameters: [{ ruleId: rule, subjects: [{ objectId, objectTypeName: 'User' }] }],
      })
    expect((await ask(NOBODY, await user('ana'))).status).toBe(400)
    expect((await ask(ruleId, NOBODY)).status).toBe(404)
  })

  test('an object connection is shown, and goes only while the job is paused', async () => {
    const ana = await user('ana')
    const { jobPath } = await app()
    await graph('post', `${jobPath}/start`)
    await surface.schedule.settle()
    const [target = ''] = surface.target.users.keys()
    const beta = (method: 'get' | 'delete', id: string) =>
      surface.call(method, `/beta${jobPath}/objectConnections('${id}')`)
    const shown = await beta('get', ana)
    const anchors = { objectId: ana, sourceAnchor: ana, targetAnchor: target }
    expect(shown.body).toEqual({
      '@odata.context': expect.stringMatching(/#objectConnection\/\$entity$/),
      ...{ ...anchors, displayName: 'ana', objectTypeName: 'user' },
    })
    expect((await beta('get', target)).body).toMatchObject(anchors)
    expect((await beta('get', 'x')).status).toBe(404)
    expect((await graph('get', `${jobPath}/objectConnections('${ana}')`)).status).toBe(404)
    expect((await beta('delete', ana)).status).toBe(409)
    await graph('post', `${jobPath}/pause`)
    expect((await beta('delete', 'x')).status).toBe(404)
    expect((await beta('delete', target)).status).toBe(204)
    expect((await beta('get', ana)).status).toBe(404)
    expect((await surface.call('get', `/beta${jobPath}/objectConnections`)).status).toBe(400)
  })

  test('logs: newest first, case-sensitive filters, audit of what administrators did', async () => {
    await user('ana')
    const { jobPath } = await app()
    await graph('post', `${jobPath}/start`)
    await surface.schedule.settle()
    const logs = await graph('get', "/auditLogs/provisioning?$filter=provisioningAction eq 'create'")
    expect(logs.body.value).toHaveLength(1)
    expect(logs.body.value[0]).toMatchObject({
      provisioningAction: 'create',
      provisioningStatusInfo: { status: 'success' },
    })
    // Members of an enumeration in any case: Microsoft's validation kit asks for `Create`.
    const found = async (filter: string) => (await graph('get', `/auditLogs/provisioning?$filter=${filter}`)).body.value
    expect(await found("provisioningAction eq 'Create'")).toHaveLength(1)
    expect(await found("sourceIdentity/displayName eq 'ana'")).toHaveLength(1)
    expect(await found("sourceIdentity/displayName eq 'ANA'")).toEqual([])
    const audits = await graph('get', '/auditLogs/directoryAudits')
    const activities = audits.body.value.map((one: { activityDisplayName: string }) => one.activityDisplayName)
    expect(activities).toContain('Enable/start provisioning configuration')
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
    expect(surface.target.traffic).toEqual([
      expect.stringMatching(/^GET \/Users\?filter=userName/),
      expect.stringMatching(/^GET \/Groups\?excludedAttributes=members&filter=displayName/),
    ])
    expect((await graph('get', jobs)).body.value).toEqual([])
  })

  test('are refused with the reason', async () => {
    surface.target.faults.push(() => ({ status: 401 }))
    const jobs = await newApp()
    const answer = await graph('post', `${jobs}/validateCredentials`, { templateId: 'scim', credentials })
    const { code, innerError } = answer.body.error
    expect([answer.status, code, innerError.code]).toEqual([400, 'CredentialValidationUnavailable', 'Unauthorized'])
  })

  test.each([
    [{}, 400, 'RequestMissingRequiredParameter'],
    [{ credentials }, 400, 'RequestMissingRequiredParameter'],
    [{ useSavedCredentials: true }, 400, 'RequestMissingRequiredParameter'],
    [{ templateId: 'scim' }, 400, 'RequestMissingRequiredParameter'],
    [{ templateId: 'salesforce', credentials }, 400, 'Request_BadRequest'],
    [{ templateId: 'scim', credentials: [] }, 400, 'CredentialValidationUnavailable'],
    [{ templateId: 'scim', credentials: [{ key: 'baseAddress', value: 'https://x.example' }] }, 500, 'InternalError'],
  ])('%j is %i %s', async (body, status, code) => {
    const jobs = await newApp()
    const answer = await graph('post', `${jobs}/validateCredentials`, body)
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
  })
})
