import type { ScimRequest, ScimResponse } from '@scimulator/shared/provisioning'
import { describe, expect, test } from 'vitest'
import { BASE } from './responder.ts'
import { addPeople, createActiveWorld, createWorld, type World } from './world.ts'

const FORM = { baseUrl: BASE, token: 'secret-token', testUserEmail: 'test@example.com' }

async function createConfigured(form: Record<string, unknown> = {}, switches: Record<string, unknown> = {}) {
  const world = createWorld({ switches })
  await world.act('create-application', { displayLabel: 'Lark' })
  await world.act('configure-scim', { ...FORM, ...form })
  return world
}

function answers(status: number, body = ''): ScimResponse {
  return { status, headers: [], body }
}

describe('the form', () => {
  test('saved again without a token, it keeps the one that it has', async () => {
    const world = await createConfigured()
    const { token: _token, ...rest } = FORM
    await world.act('configure-scim', { ...rest, testUserEmail: 'other@example.com' })
    await world.act('test-connection')
    const [first] = world.target.requests
    expect(first?.headers).toContainEqual(['Authorization', 'Bearer secret-token'])
  })

  test('a token is asked for the first time', async () => {
    const world = createWorld()
    await world.act('create-application', { displayLabel: 'Lark' })
    const { token: _token, ...rest } = FORM
    await expect(world.act('configure-scim', rest)).rejects.toThrow('not configured yet')
  })
})

describe('Test Connection', () => {
  test('runs T1 to T10 and leaves nothing behind', async () => {
    const world = await createConfigured()
    const report = await world.act('test-connection')
    expect(report).toMatchObject({ passed: true, warnings: [], leftBehind: [] })
    expect(world.target.traffic()).toMatchInlineSnapshot(`
      [
        "GET /Users?filter=userName eq "test@example.com"",
        "POST /Users",
        "GET /Users?filter=userName eq "test@example.com"",
        "PUT /Users/ID",
        "POST /Groups",
        "GET /Groups?filter=displayName eq "jumpcloud-test-group-6c333c14"",
        "PATCH /Groups/ID",
        "PATCH /Groups/ID",
        "DELETE /Groups/ID",
        "PUT /Users/ID",
        "DELETE /Users/ID",
      ]
    `)
    expect(world.target.users.size).toBe(0)
    expect(world.target.groups.size).toBe(0)
  })

  test('sends no group when group management is off', async () => {
    const world = await createConfigured({ groupManagement: false })
    expect(await world.act('test-connection')).toMatchObject({ passed: true, withGroups: false })
    expect(world.target.traffic().filter((line) => line.includes('/Groups'))).toEqual([])
  })

  test('sends null emails in its PUT and an alphabetical body in its POST, as captured', async () => {
    const world = await createConfigured()
    await world.act('test-connection')
    const bodyOf = (method: string) => world.target.requests.find((request) => request.method === method)?.body
    expect(bodyOf('PUT')).toBe(
      '{"active":true,"emails":null,"id":"00000000-0000-4000-8000-000000000001",' +
        '"name":{"familyName":"lastname","givenName":"firstname"},' +
        '"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"test@example.com"}',
    )
    expect(Object.keys(JSON.parse(bodyOf('POST') ?? '{}'))).toEqual([
      'active',
      'addresses',
      'displayName',
      'emails',
      'externalId',
      'locale',
      'name',
      'phoneNumbers',
      'preferredLanguage',
      'schemas',
      'userName',
    ])
  })

  const rolesOf = (primary: string) =>
    `{"id":"7","userName":"test@example.com","roles":[{"value":"user","primary":${primary}}]}`
  const managerOf = (manager: string) =>
    `{"id":"7","userName":"test@example.com","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"manager":${manager}}}`
  const integerId = '{"id":7,"userName":"test@example.com"}'
  const failures: [string, (request: ScimRequest) => boolean, ScimResponse | 'down', string][] = [
    ['the target is down', () => true, 'down', 'T1'],
    ['the token is wrong', () => true, answers(401), 'T1'],
    ['a lookup without a hit is 404', ({ method }) => method === 'GET', answers(404), 'T1'],
    ['the list is not a list', ({ method }) => method === 'GET', answers(200, '{"Resources":[]}'), 'T1'],
    ['an HTML page answers', ({ method }) => method === 'GET', answers(200, '<html>'), 'T1'],
    ['the address is taken', ({ method }) => method === 'POST', answers(409), 'T2'],
    ['the id is an integer', ({ method }) => method === 'POST', answers(201, integerId), 'T2'],
    ['a create has no body', ({ method }) => method === 'POST', answers(201), 'T2'],
    ['a role is marked with a text', ({ method }) => method === 'POST', answers(201, rolesOf('"True"')), 'T2'],
    ['a manager is a text', ({ method }) => method === 'POST', answers(201, managerOf('"0"')), 'T2'],
    ['PUT is not supported', ({ method }) => method === 'PUT', answers(405), 'T4'],
    ['groups cannot be created', ({ method, url }) => method === 'POST' && url.includes('/Groups'), answers(404), 'T5'],
    ['groups cannot be updated', ({ method }) => method === 'PATCH', answers(501), 'T7'],
    [
      'groups cannot be deleted',
      ({ method, url }) => method === 'DELETE' && url.includes('/Groups'),
      answers(405),
      'T8',
    ],
  ]

  test.each(failures)(
    'fails given %s, with one toast and the cause in the report',
    async (_case, strikes, given, step) => {
      const world = await createConfigured()
      world.target.intercept = (request) => (strikes(request) ? given : undefined)
      const report = await world.act('test-connection')
      expect(report).toMatchObject({
        passed: false,
        toast: 'Connection test failed',
        cause: expect.stringContaining(`${step}, `),
      })
      expect(await world.look('connector', 'Lark')).toMatchObject({ active: false, verified: false })
    },
  )

  test.each([
    ['/Users', 'test user test@example.com, active: its answer was refused, so that it cannot be removed'],
    ['/Groups', /^test group jumpcloud-test-group-\w+: its answer was refused/],
  ])('a create under %s whose answer is refused is left behind, and the report says so', async (kind, left) => {
    const world = await createConfigured()
    world.target.intercept = ({ method, url }) =>
      method === 'POST' && url.endsWith(kind) ? answers(201, integerId) : undefined
    expect(await world.act('test-connection')).toMatchObject({
      passed: false,
      leftBehind: [expect.stringMatching(left)],
    })
  })

  test('tolerates a target without user DELETE and says who is left behind', async () => {
    const world = await createConfigured()
    world.target.intercept = ({ method, url }) =>
      method === 'DELETE' && url.includes('/Users') ? answers(405) : undefined
    expect(await world.act('test-connection')).toMatchObject({
      passed: true,
      leftBehind: ['test user test@example.com, deactivated'],
    })
    expect([...world.target.users.values()]).toMatchObject([{ userName: 'test@example.com', active: false }])
  })

  test('clean-up touches only what its own creates returned', async () => {
    const world = await createConfigured()
    world.target.users.set('real', { id: 'real', userName: 'test@example.com', active: true })
    expect(await world.act('test-connection')).toMatchObject({ passed: false, cause: expect.stringContaining('409') })
    expect(world.target.users.get('real')).toMatchObject({ active: true })
    expect(world.target.traffic()).toHaveLength(2)
  })

  test('a target that upserts hands its real account to the clean-up', async () => {
    const world = await createConfigured({ groupManagement: false })
    world.target.users.set('real', { id: 'real', userName: 'test@example.com', active: true })
    world.target.intercept = ({ method, url }) => {
      if (method === 'POST') return answers(201, '{"id":"real","userName":"test@example.com"}')
      return method === 'DELETE' && url.includes('/Users') ? answers(403) : undefined
    }
    expect(await world.act('test-connection')).toMatchObject({ passed: true })
    expect(world.target.users.get('real')).toMatchObject({ active: false })
  })

  test('accepts 200 for a create and 204 for a PUT with a warning, and refuses them when strict', async () => {
    const lenient = await createConfigured()
    const strict = await createConfigured({}, { strictResponses: 'strict' })
    const reports: unknown[] = []
    for (const world of [lenient, strict]) {
      world.target.intercept = ({ method, url, body }) => {
        if (method !== 'POST' || !url.endsWith('/Users')) return undefined
        const user = { ...JSON.parse(body ?? '{}'), id: 'one' }
        world.target.users.set('one', user)
        return answers(200, JSON.stringify(user))
      }
      reports.push(await world.act('test-connection'))
    }
    expect(reports).toMatchObject([
      { passed: true, warnings: ['The target answered a create with 200 instead of 201'] },
      { passed: false },
    ])
  })

  test('uses the base URL as typed: a trailing slash doubles', async () => {
    const world = await createConfigured({ baseUrl: `${BASE}/` })
    await world.act('test-connection')
    expect(world.target.requests[0]?.url).toMatch(/\/v2\/\/Users\?filter=userName\+eq\+%22test%40example.com%22$/)
  })
})

describe('the form', () => {
  test.each([
    [{ scimVersion: '1.1' }, 'SCIM Version 1.1 is not simulated'],
    [{ apiType: 'REST API' }, 'only imports users'],
    [{ baseUrl: 'http://scim.company.com' }, 'must begin with https://'],
    [{ baseUrl: 'scim' }, 'is no URL'],
    [{ baseUrl: 'https://scim.example/v2?x=1' }, 'must end with its path'],
    [{ testUserEmail: 'nobody' }, 'testUserEmail'],
    [{ token: '' }, 'token'],
    [{ excludedAttributes: ['userName'] }, 'excludedAttributes'],
  ])('refuses %j', async (form, message) => {
    const world = createWorld()
    await world.act('create-application', { displayLabel: 'Lark' })
    await expect(world.act('configure-scim', { ...FORM, ...form })).rejects.toThrow(message)
  })

  test('is refused for an application without Identity Management', async () => {
    const world = createWorld()
    await world.act('create-application', { displayLabel: 'Bookmark', identityManagement: false })
    await expect(world.act('configure-scim', FORM)).rejects.toThrow('Export users to this app')
  })

  test('never shows the token in a view or an event', async () => {
    const world = await createActiveWorld()
    const shown = [await world.see('connector'), await world.see('applications'), await world.see('insights')]
    expect(JSON.stringify(shown)).not.toContain('secret-token')
  })
})

describe('activation', () => {
  test('counts a passed test while URL, token and test email are the same, also after the box was cleared', async () => {
    const world = await createConfigured()
    await world.act('test-connection')
    await world.act('set-group-management', { enabled: false })
    world.target.traffic()
    await world.act('activate')
    expect(world.target.traffic()).toEqual([])
  })

  test.each([
    ['another token', { token: 'another' }, {}],
    ['another test email', { testUserEmail: 'other@example.com' }, {}],
    ['the switch activateReverifies', {}, { activateReverifies: true }],
  ])('tests again given %s', async (_case, form, switches) => {
    const world = await createConfigured({ groupManagement: false }, switches)
    await world.act('test-connection')
    await world.act('configure-scim', { ...FORM, groupManagement: false, ...form })
    world.target.traffic()
    await world.act('activate')
    expect(world.target.traffic()).toHaveLength(6)
  })

  test('an edit of an active connector is tested again, and refused when the test fails', async () => {
    const world = await createActiveWorld()
    world.target.intercept = () => answers(403)
    await expect(world.act('set-group-management', { enabled: false })).rejects.toThrow('problem activating')
    expect(await world.look('connector', 'Lark')).toMatchObject({ active: true, groupManagement: true })
  })

  test('brings everybody who is bound already, then the groups', async () => {
    const world = await createConfigured()
    await addPeople(world)
    await world.act('bind-group', { group: 'Engineering' })
    expect(world.target.traffic()).toEqual([])
    await world.act('activate')
    expect(world.target.traffic().slice(11)).toEqual([
      'GET /Users?filter=userName eq "ana"',
      'GET /Users?filter=userName eq "bo"',
      'POST /Users',
      'POST /Users',
      'GET /Groups?filter=displayName eq "Engineering"',
      'POST /Groups',
    ])
  })

  test('deactivating drops what waits, logs it as errors and leaves the target alone', async () => {
    const world = await createActiveWorld({ switches: { latencyMs: 10_000 } })
    await addPeople(world)
    await world.act('bind-group', { group: 'Engineering' })
    await world.act('deactivate')
    await world.advance(60_000)
    expect(world.target.traffic()).toEqual([])
    const failed = await world.see('insights', { success: false })
    expect(failed.map(({ value }) => value.error_message)).toEqual(
      Array(3).fill('aborted: the integration was deactivated while the update was in flight'),
    )
    expect(await world.see('pushes')).toEqual([])
  })

  test('deactivating aborts what is in flight', async () => {
    const world = await createActiveWorld()
    await addPeople(world, ['ana'])
    let deactivated: Promise<unknown> | undefined
    world.target.intercept = () => {
      deactivated ??= world.act('deactivate')
      return undefined
    }
    await world.act('bind-group', { group: 'Engineering' })
    await deactivated
    expect(world.target.traffic()).toEqual(['GET /Users?filter=userName eq "ana"'])
    expect(await world.see('insights', { success: false })).toHaveLength(2)
  })

  test('deleting the application while a create is in flight leaves no link and one error', async () => {
    const world = await createActiveWorld({ groupManagement: false })
    await addPeople(world, ['ana'])
    let deleted: Promise<unknown> | undefined
    world.target.intercept = ({ method }) => {
      if (method === 'POST') deleted ??= world.act('delete-application')
      return undefined
    }
    await world.act('bind-group', { group: 'Engineering' })
    await deleted
    expect(await world.see('links')).toEqual([])
    expect(await world.see('pushes')).toEqual([])
    expect(await world.see('insights', { success: false })).toMatchObject([
      { value: { application: { name: 'deleted application' }, resource: { username: 'ana' } } },
    ])
  })

  test('a new token goes in by deactivating, changing and activating', async () => {
    const world = await createActiveWorld()
    await world.act('rotate-token', { token: 'fresh-token' })
    expect(world.target.requests.at(-1)?.headers).toContainEqual(['Authorization', 'Bearer fresh-token'])
    expect(await world.look('connector', 'Lark')).toMatchObject({ active: true })
  })

  test('a new token that is refused leaves the integration off, until one is given that is not', async () => {
    const world = await createActiveWorld()
    world.target.intercept = ({ headers }) =>
      headers.some(([, value]) => value === 'Bearer wrong') ? { status: 401, headers: [], body: '' } : undefined
    await expect(world.act('rotate-token', { token: 'wrong' })).rejects.toThrow('401')
    expect(await world.look('connector', 'Lark')).toMatchObject({ active: false })
    await world.act('rotate-token', { token: 'right' })
    expect(world.target.requests.at(-1)?.headers).toContainEqual(['Authorization', 'Bearer right'])
    expect(await world.look('connector', 'Lark')).toMatchObject({ active: true })
  })

  test('reactivating sends everybody again', async () => {
    const world = await createActiveWorld({ groupManagement: false })
    await addPeople(world)
    await world.act('bind-group', { group: 'Engineering' })
    world.target.traffic()
    await world.act('reactivate-connector')
    expect(world.target.traffic()).toEqual([
      'GET /Users?filter=userName eq "ana"',
      'GET /Users?filter=userName eq "bo"',
      'PUT /Users/ID',
      'PUT /Users/ID',
    ])
  })
})

describe('import of users', () => {
  async function importInto(world: World, emails: readonly string[]) {
    for (const email of emails) {
      world.target.users.set(email, { id: email, userName: email, emails: [{ value: email, primary: true }] })
    }
    return world.act('import-users')
  }

  test('creates who is new under the mailbox part, updates nobody, and mails the result', async () => {
    const world = await createActiveWorld({ groupManagement: false })
    await addPeople(world)
    const result = await importInto(world, ['ana@example.com', 'dee@example.com', 'e+tag@example.com', 'bo@other.com'])
    expect(result).toMatchObject({
      imported: ['dee'],
      alreadyKnown: ['ana'],
      failed: [{ email: 'e+tag@example.com' }, { email: 'bo@other.com', reason: expect.stringContaining('taken') }],
    })
    expect(await world.look('users', 'dee')).toMatchObject({ state: 'ACTIVATED', activated: false, groups: [] })
    expect(await world.see('mails')).toMatchObject([{ value: { text: '1 imported, 1 already there, 2 failed' } }])
  })

  test('pages through the target', async () => {
    const world = await createActiveWorld({ groupManagement: false })
    const emails = Array.from({ length: 230 }, (_, index) => `p${index}@example.com`)
    expect(await importInto(world, emails)).toMatchObject({ imported: { length: 230 } })
    expect(world.target.traffic()).toEqual([
      'GET /Users?startIndex=1&count=100',
      'GET /Users?startIndex=101&count=100',
      'GET /Users?startIndex=201&count=100',
    ])
  })
})
