// Lists, deltas and counts of a larger directory, and what clients may send that is no request of theirs.
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { createSeededIds, createVirtualSchedule, DAY_MS, type VirtualSchedule } from '@scimulator/shared/runtime'
import request from 'supertest'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { registerClient } from '../../src/sign-in/index.ts'
import { createEntraTenant, type EntraTenant } from '../../src/tenant.ts'
import { createResponder } from '../engine/scim-responder.ts'

const START = Date.parse('2026-01-05T08:00:00Z')
const PEOPLE = 450

let schedule: VirtualSchedule
let tenant: EntraTenant
let server: Server
let token: string

beforeEach(async () => {
  schedule = createVirtualSchedule(START)
  const clients = [registerClient('client', 'secret')]
  const target = createResponder(schedule)
  tenant = createEntraTenant({ schedule, ids: createSeededIds(1, 'entra'), send: target.send, clients })
  server = createServer(tenant.handle).listen(0)
  await signIn()
  const people = Array.from({ length: PEOPLE }, (_, index) => ({
    key: `p${index}`,
    displayName: `Person ${index}`,
    email: `p${index}@contoso.example`,
    department: index % 3 === 0 ? 'Sales' : 'R&D',
    ...(index === 1 && { manager: 'p0' }),
  }))
  const groups = [{ name: 'Everybody', members: people.map(({ key }) => key) }]
  await act('load-company', { company: { name: 'Contoso', domain: 'contoso.example', people, groups } })
})

afterEach(() => {
  server.close()
})

async function signIn(): Promise<void> {
  const form = { grant_type: 'client_credentials', client_id: 'client', client_secret: 'secret', scope: 'x/.default' }
  token = (await request(server).post('/contoso.example/oauth2/v2.0/token').type('form').send(form)).body.access_token
}

async function act(verb: string, input: object): Promise<unknown> {
  return tenant.control.verbs.get(verb)?.run(input)
}

async function get(
  url: string,
): Promise<{ status: number; text: string; body: Record<string, unknown> & { value: Item[] } }> {
  const { pathname, search } = new URL(url, 'http://localhost')
  const path = pathname.startsWith('/v1.0') || pathname.startsWith('/beta') ? pathname : `/v1.0${pathname}`
  return request(server)
    .get(`${path}${search}`)
    .set({ Authorization: `Bearer ${token}`, ConsistencyLevel: 'eventual' })
}

type Item = Record<string, unknown>

/** All pages, and the link at the end. */
async function pages(path: string, between: (page: number) => Promise<unknown> = async () => {}) {
  const items: Item[] = []
  let link: unknown = path
  let delta: unknown
  for (let page = 0; typeof link === 'string'; page += 1) {
    const { body } = await get(link)
    items.push(...body.value)
    link = body['@odata.nextLink']
    delta = body['@odata.deltaLink']
    await between(page)
  }
  return { items, delta: String(delta) }
}

describe('pages', () => {
  test.each([
    ['/users?$top=100', PEOPLE],
    ['/users?$top=999', PEOPLE],
    ["/users?$top=40&$filter=startswith(department,'Sal')", 150],
    ["/users?$top=40&$filter=department eq 'R%26D'&$orderby=displayName desc&$count=true", 300],
  ])('%s has everybody once', async (path, count) => {
    const { items } = await pages(path)
    expect(new Set(items.map(({ id }) => id)).size).toBe(count)
    expect(items).toHaveLength(count)
  })

  test('$count counts all pages, with and without a filter', async () => {
    expect((await get('/users?$top=1&$count=true')).body['@odata.count']).toBe(PEOPLE)
    const filter = "$filter=department eq 'Sales'"
    expect((await get(`/users?$top=1&$count=true&${filter}`)).body['@odata.count']).toBe(150)
    expect((await get(`/users/$count?${filter}`)).text).toBe('150')
    expect((await get('/groups/$count')).text).toBe('1')
  })

  test('somebody asked for by name is found in any case, and nobody else', async () => {
    const { body } = await get("/users?$filter=userPrincipalName eq 'P7@contoso.example'")
    expect(body.value.map((one) => one.userPrincipalName)).toEqual(['p7@contoso.example'])
    expect((await get("/users?$filter=userPrincipalName eq 'nobody@contoso.example'")).body.value).toEqual([])
  })

  test('a page of a large directory renders what is on it', async () => {
    let looked = 0
    const { users } = tenant.view
    const values = users.values.bind(users)
    const counting = function* () {
      for (const user of values()) {
        looked += 1
        yield user
      }
    }
    Object.assign(users, { values: counting })
    await get('/users?$top=10')
    expect(looked).toBeLessThan(15)
  })
})

describe('relationships', () => {
  test('the manager is expanded, null for who has none, and kept beside what is selected', async () => {
    const { body } = await get('/users?$top=2&$select=displayName&$expand=manager($select=displayName)')
    expect(body.value).toEqual([
      { displayName: 'Person 0', manager: null },
      { displayName: 'Person 1', manager: { '@odata.type': '#microsoft.graph.user', displayName: 'Person 0' } },
    ])
  })

  test('at most 20 members of a group are expanded', async () => {
    const { body } = await get('/groups?$select=displayName&$expand=members($select=id)')
    const [group] = body.value
    expect(Object.keys(group ?? {})).toEqual(['displayName', 'members'])
    expect(group?.members).toHaveLength(20)
  })

  test.each([
    ['/users?$expand=friends', "'friends'"],
    ['/users?$filter=displayName eq %27nobody%27&$expand=friends', "'friends'"],
    ['/groups?$filter=displayName eq %27nobody%27&$expand=owners', "'owners'"],
    ['/servicePrincipals?$expand=owners', '$expand is not supported on /servicePrincipals'],
  ])('%s is refused', async (path, words) => {
    const { status, body } = await get(path)
    expect([status, body.error]).toMatchObject([400, { message: expect.stringContaining(words) }])
  })
})

describe('delta', () => {
  test('nobody is lost when somebody changes between two pages', async () => {
    const change = async (page: number) => {
      const user = `p${page}@contoso.example`
      if (page < 2) await act('update-user', { user, set: { jobTitle: 'New' } })
    }
    const first = await pages('/users/delta', change)
    const ids = new Set(first.items.map(({ id }) => id))
    const second = await pages(first.delta)
    const all = new Set([...ids, ...second.items.map(({ id }) => id)])
    expect(all.size).toBe(PEOPLE)
    expect(second.items.map((one) => one.userPrincipalName)).toEqual(['p0@contoso.example', 'p1@contoso.example'])
  })

  test('a later query tells changes and deletions, narrowed to what is selected', async () => {
    const { delta } = await pages('/users/delta?$select=displayName')
    await act('delete-user', { user: 'p3@contoso.example' })
    await act('update-user', { user: 'p4@contoso.example', set: { displayName: 'Four' } })
    const { items } = await pages(delta)
    const [three, four] = items
    expect(three).toEqual({ id: expect.any(String), '@removed': { reason: 'changed' } })
    expect(four).toEqual({ id: expect.any(String), displayName: 'Four' })
  })

  test('a group comes once with all its members, then with those that changed', async () => {
    const { items, delta } = await pages('/groups/delta')
    expect(items).toHaveLength(1)
    expect(items[0]?.['members@delta']).toHaveLength(PEOPLE)
    await act('remove-member', { group: 'Everybody', user: 'p9@contoso.example' })
    const later = await pages(delta)
    expect(later.items[0]?.['members@delta']).toMatchObject([{ '@removed': { reason: 'deleted' } }])
  })

  test('members are left out when they are not selected', async () => {
    const { items } = await pages('/groups/delta?$select=displayName')
    expect(items).toEqual([{ id: expect.any(String), displayName: 'Everybody' }])
  })

  test('a token from before a reset is 410: begin again', async () => {
    const { delta } = await pages('/users/delta')
    tenant.control.reset()
    const { status, body } = await get(delta)
    expect([status, body.error]).toMatchObject([410, { code: 'resyncRequired' }])
  })
})

test('provisioning logs are shown for 30 days', async () => {
  await act('create-app', { name: 'Lark' })
  await act('set-credentials', { tenantUrl: 'https://scim.example/scim/v2', secretToken: 't' })
  await act('assign', { user: 'p0@contoso.example' })
  await act('start', {})
  expect((await get("/auditLogs/provisioning?$filter=provisioningAction eq 'create'")).body.value).toHaveLength(1)
  await schedule.advanceTo(START + 31 * DAY_MS)
  await signIn()
  expect((await get('/auditLogs/provisioning')).body.value).toEqual([])
})

describe('what is no call of Graph', () => {
  test.each(['/v2.0/users', '/v1.1/users', '/v9'])('%s is an invalid version', async (path) => {
    const answer = await request(server).get(path)
    expect([answer.status, answer.body.error.code]).toEqual([400, 'BadRequest'])
  })

  test.each([
    ['head', '/v1.0/users', 405],
    ['options', '/v1.0/users', 405],
  ] as const)('%s %s is refused', async (method, path, status) => {
    const answer = await request(server)[method](path).set('Authorization', `Bearer ${token}`)
    expect([answer.status, answer.headers.allow]).toEqual([status, expect.stringContaining('GET')])
  })

  test.each([
    '//',
    '/%',
    '/v1.0/%zz',
    '/v1.0//users',
    '/v1.0/users(%27',
    "/v1.0/users('')",
    '/v1.0/__proto__',
    '/v1.0/users/__proto__',
    '/v1.0/users/constructor/memberOf',
    '/v1.0/users?$filter=%',
    '/v1.0/users?$filter=((((((((((',
    '/v1.0/users?$skiptoken=%00',
    '/v1.0/users/delta?$skiptoken=e30',
    '/v1.0/users?$top=-1',
    '/v1.0',
    '/beta/',
    'http://[/v1.0/users',
    '*',
  ])('%s is answered, and the tenant goes on', async (path) => {
    const status = await rawStatus(path)
    expect(status).toBeGreaterThanOrEqual(200)
    expect(status).toBeLessThan(500)
    expect((await get('/users?$top=1')).status).toBe(200)
  })

  test('a body that is too large is refused', async () => {
    const call = request(server).post('/v1.0/users').set('Authorization', `Bearer ${token}`)
    const answer = await call.send({ displayName: 'x'.repeat(12_000_000) })
    expect([answer.status, answer.body.error.code]).toEqual([413, 'RequestEntityTooLarge'])
  })
})

/** The request line as written: clients would mend it. */
function rawStatus(path: string): Promise<number> {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n\r\n`,
      )
    })
    socket.on('error', reject)
    socket.once('data', (data) => {
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(data.toString())?.[1]))
      socket.destroy()
    })
  })
}
