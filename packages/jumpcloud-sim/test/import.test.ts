// Import of users: what the API lists, with the parameters of JumpCloud's description, and what an import makes of it.
import { createServer } from 'node:http'
import { urns } from '@scimulator/shared/scim'
import request from 'supertest'
import { beforeEach, describe, expect, test } from 'vitest'
import { createActiveWorld, type World } from './world.ts'

let world: World
let path: string
let apiKey: string

beforeEach(async () => {
  world = await createActiveWorld({ groupManagement: false })
  apiKey = ((await world.act('create-api-key')) as { apiKey: string }).apiKey
  path = `/api/v2/applications/${(await world.look('applications', 'Lark'))?.id}/import/users`
  supply('1', 'dee@example.com', 'Dee', 'Young')
  supply('2', 'cat@example.com', 'Cat', 'Young')
  supply('3', 'Bea@example.com', 'Bea', 'Zulu')
  world.target.traffic()
})

function supply(id: string, email: string, givenName: string, familyName: string, more: object = {}): void {
  const emails = [{ value: email, primary: true, type: 'work' }]
  world.target.users.set(id, { id, userName: email, emails, name: { givenName, familyName }, ...more })
}

async function list(query: Readonly<Record<string, string>> = {}) {
  return request(createServer(world.org.handle)).get(path).query(query).set('x-api-key', apiKey)
}

async function names(query: Readonly<Record<string, string>> = {}): Promise<string[]> {
  return (await list(query)).body.users.map(({ username }: { username: string }) => username)
}

const whole = {
  userType: 'Regular',
  title: 'Engineer',
  displayName: 'Eve W.',
  name: { givenName: 'Eve', middleName: 'M.', familyName: 'Wu' },
  emails: [
    { value: 'eve@home.example', type: 'home' },
    { value: 'eve@example.com', primary: true },
  ],
  addresses: [
    { type: 'work', streetAddress: '1 Main St', locality: 'Oslo', postalCode: '0150', country: 'NO', primary: true },
    { type: 'home' },
  ],
  phoneNumbers: [{ type: 'mobile', value: '+47 1' }, { type: 'work' }],
  [urns.enterpriseUser]: {
    department: 'R&D',
    costCenter: '42',
    organization: 'Example',
    employeeNumber: 'E9',
    manager: { value: '1' },
  },
}

describe('the list of users that can be imported', () => {
  test.each([
    [{}, ['dee', 'cat', 'Bea']],
    [{ limit: '2' }, ['dee', 'cat']],
    [{ skip: '1', limit: '1' }, ['cat']],
    [{ limit: '0' }, ['dee']],
    [{ filter: 'YOUNG' }, ['dee', 'cat']],
    [{ filter: 'bea@' }, ['Bea']],
    [{ filter: 'nobody' }, []],
    [{ sort: 'firstname' }, ['Bea', 'cat', 'dee']],
    [{ sort: 'lastname', sortOrder: 'desc' }, ['Bea', 'dee', 'cat']],
    [{ sort: 'email' }, ['Bea', 'cat', 'dee']],
    [
      { filter: '', query: '', sort: '', sortOrder: '', isCount: '', isCursor: '', cursor: '', limit: '', skip: '' },
      ['dee', 'cat', 'Bea'],
    ],
    [{ isCount: 'true' }, []],
  ])('%j gives %j', async (query, expected) => {
    expect(await names(query)).toEqual(expected)
  })

  test('a count is the number of those that the filter finds', async () => {
    expect((await list({ isCount: 'true', filter: 'young' })).body).toMatchObject({ total_count: 2, users: [] })
  })

  test('a cursor leads from page to page, and is empty at the end', async () => {
    const first = (await list({ isCursor: 'true', limit: '2' })).body
    expect(first.users).toHaveLength(2)
    const second = (await list({ isCursor: 'true', limit: '2', cursor: first.cursor })).body
    expect(second).toMatchObject({ cursor: '', total_count: 3, users: [{ username: 'Bea' }] })
    expect((await list({ limit: '2' })).body.cursor).toBe('')
  })

  test('a session keeps its id, and gets one when it has none', async () => {
    expect((await list({ sessionId: 'mine' })).body.session_id).toBe('mine')
    expect((await list()).body.session_id).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('query goes along to the target', async () => {
    await list({ query: 'filter=title eq "Boss"&x=1' })
    expect(world.target.requests.at(-1)?.url).toContain('startIndex=1&count=100&filter=')
  })

  test.each([
    [{ sort: 'title' }],
    [{ sortOrder: 'up' }],
    [{ limit: 'many' }],
    [{ skip: '-1' }],
    [{ isCount: 'perhaps' }],
    [{ isCursor: 'true', cursor: 'bm9uc2Vuc2U' }],
  ])('%j is refused', async (query) => {
    expect((await list(query)).status).toBe(400)
  })

  test('every attribute that the description names is filled from the target', async () => {
    world.target.users.clear()
    supply('4', 'eve@example.com', 'Eve', 'Wu', whole)
    expect((await list()).body.users).toEqual([
      {
        id: '4',
        username: 'eve',
        email: 'eve@example.com',
        alternateEmail: 'eve@home.example',
        firstname: 'Eve',
        middlename: 'M.',
        lastname: 'Wu',
        displayname: 'Eve W.',
        jobTitle: 'Engineer',
        employeeType: 'Regular',
        department: 'R&D',
        costCenter: '42',
        company: 'Example',
        employeeIdentifier: 'E9',
        manager: '1',
        addresses: [{ type: 'work', streetAddress: '1 Main St', locality: 'Oslo', postalCode: '0150', country: 'NO' }],
        phoneNumbers: [{ type: 'mobile', value: '+47 1' }],
      },
    ])
  })
})

describe('an import that is started over the API', () => {
  const start = (body: object) =>
    request(createServer(world.org.handle))
      .post(path.replace(/users$/, 'jobs'))
      .set('x-api-key', apiKey)
      .send(body)

  test.each<[object, readonly string[]]>([
    [{}, ['dee', 'cat', 'Bea']],
    [{ operations: ['users.create'], allowUserReactivation: false }, ['dee', 'cat', 'Bea']],
    [{ operations: ['users.update'] }, []],
    [{ operations: [] }, []],
  ])('%j imports %j', async (body, expected) => {
    const { status, body: answer } = await start(body)
    expect([status, answer]).toEqual([200, { jobId: expect.any(String) }])
    for (const name of ['dee', 'cat', 'Bea']) {
      expect((await world.look('users', name)) !== undefined).toBe(expected.includes(name))
    }
  })

  test('queryString goes along to the target', async () => {
    await start({ queryString: 'department=IT' })
    expect(world.target.requests.at(-1)?.url).toContain('startIndex=1&count=100&department=IT')
  })

  test.each([{ operations: ['users.delete'] }, { queryString: 7 }, { nonsense: true }])(
    '%j is refused',
    async (body) => {
      expect((await start(body)).status).toBe(400)
      expect(await world.look('users', 'dee')).toBeUndefined()
    },
  )
})

describe('an import', () => {
  test('takes over addresses, telephone numbers and enterprise attributes', async () => {
    world.target.users.clear()
    supply('4', 'eve@example.com', 'Eve', 'Wu', whole)
    expect(await world.act('import-users')).toMatchObject({ imported: ['eve'], failed: [] })
    expect(await world.look('users', 'eve')).toMatchObject({
      firstname: 'Eve',
      middlename: 'M.',
      department: 'R&D',
      costCenter: '42',
      company: 'Example',
      employeeIdentifier: 'E9',
      addresses: [{ type: 'work', locality: 'Oslo' }],
      phoneNumbers: [{ type: 'mobile', number: '+47 1' }],
    })
    expect(await world.look('users', 'eve')).not.toHaveProperty('manager')
  })

  test('an attribute that JumpCloud cannot hold fails that user alone', async () => {
    supply('5', 'fay@example.com', 'F'.repeat(2000), 'X')
    supply('6', 'gus@example.com', 'Gus', 'X', { addresses: [null, 7, { country: 3 }], phoneNumbers: ['x'] })
    expect(await world.act('import-users')).toMatchObject({
      imported: ['dee', 'cat', 'Bea', 'gus'],
      failed: [{ email: 'fay@example.com', reason: expect.stringContaining('firstname') }],
    })
    expect(await world.look('users', 'gus')).toMatchObject({ addresses: [], phoneNumbers: [] })
  })
})
