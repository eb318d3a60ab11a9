// What every program shows at /_scimulator, whichever it is: pages of views, single items, results with their step, schemas. What is
// one program's own is tested beside it.
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createEntraTenant, createJumpCloudOrg, createReceiver, type Receiver } from '../src/index.ts'

type Handle = Receiver['handle']

interface Given {
  readonly handle: Handle
  close(): Promise<unknown>
}

interface Row {
  readonly program: string
  /** A program with people, logs, and something provisioned. */
  readonly given: () => Promise<Given>
  /** Its people, and the attribute by which they are sorted here. */
  readonly people: { readonly view: string; readonly name: string }
  /** A verb that makes an item, and where it is seen then. */
  readonly creates: { readonly verb: string; readonly input: object; readonly view: string; readonly key: string }
  /** An input that is wrong in one member. */
  readonly wrong: { readonly verb: string; readonly input: object; readonly path: readonly (string | number)[] }
  /** All verbs that are said to change nothing, each with an input. */
  readonly still: (person: string) => Readonly<Record<string, object>>
}

const PROGRAMS: readonly Row[] = [
  {
    program: 'entra',
    given: provisionedTenant,
    people: { view: 'users', name: 'userPrincipalName' },
    creates: { verb: 'create-group', input: { name: 'New' }, view: 'groups', key: 'New' },
    wrong: { verb: 'set-settings', input: { scope: 'everybody' }, path: ['scope'] },
    still: (user) => ({
      rehearse: {},
      explain: { user },
      'evaluate-expression': { expression: '[mail]', user },
      'try-mappings': { user },
      'lint-mappings': {},
      'preview-scope': { syncScope: 'Sync only assigned users and groups' },
    }),
  },
  {
    program: 'jumpcloud',
    given: provisionedOrganisation,
    people: { view: 'users', name: 'username' },
    creates: {
      ...{ verb: 'create-user', input: { username: 'dee', email: 'dee@example.com' } },
      ...{ view: 'users', key: 'dee' },
    },
    wrong: { verb: 'create-user', input: { username: '', email: 'dee@example.com' }, path: ['username'] },
    still: () => ({}),
  },
  {
    program: 'receiver',
    given: provisionedReceiver,
    people: { view: 'members', name: 'externalID' },
    creates: { verb: 'add-department', input: { name: 'Support' }, view: 'departments', key: 'Support' },
    wrong: { verb: 'set-deviations', input: { deviations: ['integer-id'] }, path: ['deviations', 0] },
    still: () => ({
      'begin-sync-source': { kind: 'Entra ID' },
      'preview-sync-source': { kind: 'Entra ID' },
      'discard-sync-source': { draft: 'nobody has begun it' },
    }),
  },
]

interface Item {
  readonly key: string
  readonly value: Readonly<Record<string, unknown>>
}

describe.each(PROGRAMS)('$program', ({ given, people, creates, wrong, still }) => {
  let program: Given
  beforeAll(async () => {
    program = await given()
  })
  afterAll(() => program.close())

  const get = (path: string) => request(program.handle).get(`/_scimulator/${path}`).set('Host', 'localhost')
  const post = (path: string, body: object) =>
    request(program.handle).post(`/_scimulator/${path}`).set('Host', 'localhost').send(body)

  test('a view is shown in pages, sorted, with the members that are asked for', async () => {
    const { view, name } = people
    const whole = (await get(`views/${view}?limit=1000&sort=${name}`)).body
    expect(whole).toMatchObject({ offset: 0, dropped: 0, total: whole.items.length, now: expect.any(Number) })
    const keys = whole.items.map(({ key }: Item) => key)
    expect(keys.length).toBeGreaterThanOrEqual(3)
    const last = (await get(`views/${view}?sort=-${name}&limit=2&fields=${name}`)).body
    expect(last.items.map(({ key }: Item) => key)).toEqual(keys.slice(-2).reverse())
    expect(last.total).toBe(whole.total)
    for (const { value } of last.items) expect(Object.keys(value)).toEqual([name])
    const rest = (await get(`views/${view}?sort=${name}&offset=2&limit=1000`)).body
    expect(rest.items.map(({ key }: Item) => key)).toEqual(keys.slice(2))
  })

  test('one item is shown whole, and a wrong key names the nearest', async () => {
    const [{ key, value }]: [Item] = (await get(`views/${people.view}?limit=1`)).body.items
    expect((await get(`views/${people.view}/${encodeURIComponent(key)}`)).body.item).toEqual({ key, value })
    const { status, body } = await get(`views/${people.view}/${encodeURIComponent(`${key}x`)}`)
    expect(status).toBe(404)
    expect(body).toMatchObject({ code: 'not-found', issues: [] })
    expect(body.error).toContain(`Did you mean "${key}"`)
  })

  test('a verb says after which step its result can be seen', async () => {
    const { verb, input, view, key } = creates
    const before = (await get(`views/${view}`)).body.seq
    const { body } = await post(`verbs/${verb}`, input)
    expect(body.seq).toBeGreaterThan(before)
    const seen = (await get(`views/${view}/${key}`)).body
    expect(seen.seq).toBeGreaterThanOrEqual(body.seq)
    expect(seen.item.key).toBe(key)
  })

  test('a wrong input is told member by member', async () => {
    const { status, body } = await post(`verbs/${wrong.verb}`, wrong.input)
    expect(status).toBe(400)
    expect(body).toMatchObject({ code: 'invalid', issues: [{ path: wrong.path }] })
  })

  test('every item of every view is what its schema says', async () => {
    const { body } = await get('views?schema=1')
    let seen = 0
    for (const { name, item } of body) {
      const { items } = (await get(`views/${name}?limit=1000`)).body
      for (const { value } of items) expect(z.fromJSONSchema(item).parse(value), name).toEqual(value)
      seen += items.length > 0 ? 1 : 0
    }
    expect(seen).toBeGreaterThanOrEqual(7)
  })

  test('a misspelt word of a query is refused by every view, with the nearest that there is', async () => {
    const views: { name: string; query: { properties?: object } }[] = (await get('views?schema=1')).body
    for (const { name, query } of views) {
      const [known] = Object.keys(query.properties ?? {})
      const { status, body } = await get(`views/${name}?${known ?? 'nothing'}x=1`)
      expect({ name, status, code: body.code }).toEqual({ name, status: 400, code: 'invalid' })
      if (known !== undefined) expect(body.error).toContain(`Did you mean "${known}"`)
    }
  })

  test('every verb is listed with its group, its input and whether it changes anything', async () => {
    const { body } = await get('verbs?schema=1')
    expect(body.length).toBeGreaterThan(15)
    for (const verb of body)
      expect(verb).toMatchObject({ group: expect.any(String), changes: expect.any(Boolean), input: { type: 'object' } })
  })

  test('a verb that is said to change nothing takes no step', async () => {
    const verbs: { name: string; changes: boolean }[] = (await get('verbs')).body
    const { items, seq } = (await get(`views/${people.view}`)).body
    const inputs = still(items[1].key)
    expect(verbs.filter(({ changes }) => !changes).map(({ name }) => name)).toEqual(Object.keys(inputs))
    for (const [name, input] of Object.entries(inputs))
      expect((await post(`verbs/${name}`, input)).body, name).toEqual({ result: expect.anything(), seq })
  })
})

const COMPANY = { company: { generate: { people: 4, groups: 2 } } } as const

async function target(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const receiver = createReceiver({ profile: 'rfc', token: 'secret' })
  const { url } = await receiver.listen()
  return { url: `${url}/scim/v2`, close: receiver.close }
}

async function provisionedTenant(): Promise<Given> {
  const { url, close } = await target()
  const tenant = createEntraTenant()
  await tenant.loadCompany(COMPANY)
  await tenant.createApp({ name: 'App' })
  await tenant.setCredentials({ tenantUrl: url, secretToken: 'secret' })
  await tenant.setSettings({ scope: 'Sync all users and groups', notificationEmail: 'admin@contoso.example' })
  await tenant.start()
  await tenant.advance('40m')
  await tenant.createUser({ userPrincipalName: 'zoe@contoso.example', displayName: 'Zoe' })
  await tenant.deleteUser({ user: 'zoe@contoso.example' })
  await tenant.advance('40m')
  return { handle: tenant.handle, close: () => Promise.all([tenant.close(), close()]) }
}

async function provisionedOrganisation(): Promise<Given> {
  const { url, close } = await target()
  const organisation = createJumpCloudOrg()
  await organisation.loadCompany(COMPANY)
  await organisation.createApplication({ displayLabel: 'App', identityManagement: true })
  await organisation.configureScim({
    ...{ baseUrl: url, token: 'secret', testUserEmail: 'test@contoso.example', groupManagement: true },
  })
  await organisation.testConnection()
  await organisation.activate()
  const [group] = await organisation.view('groups')
  await organisation.bindGroup({ group: String(group?.key) })
  await organisation.advance('5m')
  return { handle: organisation.handle, close: () => Promise.all([organisation.close(), close()]) }
}

async function provisionedReceiver(): Promise<Given> {
  const receiver = createReceiver({ token: 'secret' })
  for (const name of ['ana', 'bo', 'cy']) {
    const email = `${name}@contoso.example`
    await request(receiver.handle)
      .post('/scim/v2/Users')
      .set('authorization', 'Bearer secret')
      .send({
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
        ...{ userName: email, externalId: email, displayName: name, emails: [{ type: 'work', value: email }] },
      })
      .expect(201)
  }
  await receiver.addDepartment({ name: 'Sales' })
  return { handle: receiver.handle, close: receiver.close }
}
