// Several things that happen between two cycles: what the next one sends follows from where they end.
import { describe, expect, test } from 'vitest'
import { assignRole } from '../../src/acts/decide-assignment.ts'
import { CYCLE, contoso, type Fixture } from './tenant-fixture.ts'

type Act = [verb: string, input: object]

async function provisioned(): Promise<Fixture> {
  const fixture = await contoso({ preset: 'lark' })
  await fixture.do('assign', { users: ['ana', 'eve'], groups: ['Sales'] })
  await fixture.do('start')
  return fixture
}

/** Writes of the next cycle: `PATCH /Users/u1 active`. */
async function writesAfter(fixture: Fixture, acts: readonly Act[]): Promise<string[]> {
  for (const [verb, input] of acts) await fixture.do(verb, input)
  fixture.sent()
  await fixture.advance(CYCLE)
  return fixture
    .sent()
    .filter((line) => !line.startsWith('GET'))
    .map(shortened)
}

function shortened(line: string): string {
  const [method = '', path = '', ...rest] = line.split(' ')
  if (rest.length === 0) return `${method} ${path}`
  const body = JSON.parse(rest.join(' ')) as {
    Operations?: { op: string; path: string; value: unknown }[]
    userName?: string
  }
  const what = body.Operations?.map(({ op, path: at, value }) => `${op} ${at} ${JSON.stringify(value)}`) ?? [
    body.userName,
  ]
  return [method, path, ...what].join(' ')
}

const ana = { user: 'ana' }

describe('undone before anybody looked', () => {
  test.each<[string, Act[]]>([
    [
      'unassigned and assigned',
      [
        ['unassign', ana],
        ['assign', ana],
      ],
    ],
    [
      'blocked and unblocked',
      [
        ['block-user', ana],
        ['unblock-user', ana],
      ],
    ],
    [
      'deleted and restored',
      [
        ['delete-user', ana],
        ['restore-user', ana],
      ],
    ],
    [
      'renamed and renamed back',
      [
        ['update-user', { ...ana, set: { displayName: 'X' } }],
        ['update-user', { ...ana, set: { displayName: 'Ana Alves' } }],
      ],
    ],
    [
      'the only group left and joined again',
      [
        ['remove-member', { group: 'Sales', user: 'bo' }],
        ['add-member', { group: 'Sales', user: 'bo' }],
      ],
    ],
    [
      'a group unassigned and assigned',
      [
        ['unassign', { group: 'Sales' }],
        ['assign', { group: 'Sales' }],
      ],
    ],
  ])('%s: nobody is disabled or created', async (_what, acts) => {
    const writes = await writesAfter(await provisioned(), acts)
    // A membership that came and went is told again, which changes nothing in the target.
    expect(writes.filter((line) => !line.includes('Add members'))).toEqual([])
  })
})

test('renamed and deleted: one request has the new name, prefixed', async () => {
  const writes = await writesAfter(await provisioned(), [
    ['update-user', { ...ana, set: { userPrincipalName: 'anna@contoso.example' } }],
    ['delete-user', { user: 'anna@contoso.example' }],
  ])
  expect(writes).toEqual([
    expect.stringMatching(
      /^PATCH .Users.u\d Replace userName "[0-9a-f]{32}anna@contoso.example" Replace active "False" /,
    ),
  ])
})

describe('a user with several reasons to be in scope is disabled when the last is gone', () => {
  const reasons: Record<string, Act> = {
    'his own assignment': ['unassign', { user: 'bo' }],
    'a group that he leaves': ['remove-member', { group: 'Sales', user: 'bo' }],
    'a group that is unassigned': ['unassign', { group: 'Team' }],
    'a group that is deleted': ['delete-group', { group: 'Crew' }],
  }
  const orders = Object.keys(reasons).map((last) => [...Object.keys(reasons).filter((one) => one !== last), last])

  test.each(orders)('%s, %s, %s, and last %s', async (...order) => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('create-group', { name: 'Team', members: ['bo'] })
    await fixture.do('create-group', { name: 'Crew', type: 'microsoft365', members: ['bo'] })
    await fixture.do('assign', { user: 'bo', groups: ['Sales', 'Team', 'Crew'] })
    await fixture.do('start')
    const bo = [...fixture.responder.users.values()].find(({ userName }) => userName === 'bo@contoso.example')
    for (const reason of order.slice(0, -1)) {
      const act = reasons[reason]
      await writesAfter(fixture, act ? [act] : [])
      expect(bo).toMatchObject({ active: true })
    }
    const last = reasons[order.at(-1) ?? '']
    await writesAfter(fixture, last ? [last] : [])
    expect(bo).toMatchObject({ active: false })
  })
})

describe('managers', () => {
  const managerOf = (fixture: Fixture, userName: string) => {
    const user = [...fixture.responder.users.values()].find((one) => one.userName === userName)
    const extension = user?.['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'] as object | undefined
    return (Reflect.get(extension ?? {}, 'manager') as { value?: string } | undefined)?.value
  }

  test('of one another are written for both', async () => {
    const fixture = await contoso()
    await fixture.do('update-user', { user: 'ana', manager: 'bo' })
    await fixture.do('assign', { users: ['ana', 'bo'] })
    await fixture.do('start')
    expect([managerOf(fixture, 'ana@contoso.example'), managerOf(fixture, 'bo@contoso.example')]).toEqual(['u2', 'u1'])
  })

  test('of themselves, as bad data may have it, are written once and not again', async () => {
    const fixture = await contoso()
    const boss = { key: 'boss', displayName: 'Boss', email: 'boss@contoso.example', manager: 'boss' }
    await fixture.do('load-company', { company: { name: 'C', domain: 'contoso.example', people: [boss], groups: [] } })
    await fixture.do('assign', { user: 'boss' })
    await fixture.do('start')
    expect(managerOf(fixture, 'boss@contoso.example')).toBe('u1')
    expect(await writesAfter(fixture, [['update-user', { user: 'boss', set: { jobTitle: 'X' } }]])).toHaveLength(1)
  })

  test('who are deleted are taken away when the report is looked at next, not before', async () => {
    const fixture = await contoso()
    await fixture.do('assign', { users: ['ana', 'bo'] })
    await fixture.do('start')
    expect(await writesAfter(fixture, [['delete-user', { user: 'ana' }]])).toHaveLength(1)
    expect(managerOf(fixture, 'bo@contoso.example')).toBe('u1')
    await writesAfter(fixture, [['update-user', { user: 'bo', set: { jobTitle: 'X' } }]])
    expect(managerOf(fixture, 'bo@contoso.example')).toBeUndefined()
  })
})

describe('members', () => {
  const membersIn = (fixture: Fixture, name: string) => {
    const group = [...fixture.responder.groups.values()].find(({ displayName }) => displayName === name)
    return ((group?.members ?? []) as { value: string }[])
      .map(({ value }) => fixture.responder.users.get(value) ?? fixture.responder.groups.get(value))
      .map((one) => String(one?.userName ?? one?.displayName))
      .sort()
  }

  test('a guest is one, a blocked user who was never provisioned is not, and the log says so', async () => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('create-user', { key: 'guest', userType: 'Guest', userPrincipalName: 'gus@partner.com' })
    await fixture.do('create-group', { name: 'Team', members: ['ana', 'di', 'guest'] })
    await fixture.do('assign', { group: 'Team' })
    await fixture.do('start')
    expect(membersIn(fixture, 'Team')).toEqual(['ana@contoso.example', 'gus@partner.com'])
    const entries = Object.values(await fixture.view('provisioning-logs'))
    expect(entries.filter(({ code }) => code === 'UnableToResolveReferenceAttributeValue')).toHaveLength(1)
  })

  test('a user who is blocked later stays one', async () => {
    const fixture = await provisioned()
    expect(await writesAfter(fixture, [['block-user', { user: 'bo' }]])).toHaveLength(1)
    expect(membersIn(fixture, 'Sales')).toEqual(['bo@contoso.example', 'cy@contoso.example'])
  })

  test('a group is none of itself, and groups of one another are written once each', async () => {
    const fixture = await contoso({ preset: 'lark' })
    await expect(fixture.do('add-member', { group: 'Sales', member: 'Sales' })).rejects.toThrow('member of itself')
    await fixture.do('add-member', { group: 'Sales', member: 'Staff' })
    await fixture.do('assign', { groups: ['Sales', 'Staff'] })
    await fixture.do('start')
    expect(membersIn(fixture, 'Sales')).toEqual(['Staff', 'bo@contoso.example', 'cy@contoso.example'])
    expect(membersIn(fixture, 'Staff')).toEqual(['Sales', 'ana@contoso.example'])
    expect(await writesAfter(fixture, [])).toEqual([])
  })

  test('who come and go in one interval are told as they are at its end', async () => {
    const writes = await writesAfter(await provisioned(), [
      ['add-member', { group: 'Sales', user: 'ana' }],
      ['add-member', { group: 'Sales', user: 'eve' }],
      ['remove-member', { group: 'Sales', user: 'eve' }],
    ])
    expect(writes).toEqual([expect.stringMatching(/^PATCH .Groups.g1 Add members \[\{"value":"u\d"\}\]$/)])
  })
})

test('roles: another role is no end of the assignment, and default access alone ends the entitlement', async () => {
  const fixture = await contoso({ preset: 'lark' })
  const { ports } = fixture.tenant
  const [app] = [...ports.view.servicePrincipals.values()]
  const ana = [...ports.view.users.values()].find(({ key }) => key === 'ana')
  if (!app || !ana) throw new Error('The fixture is not as expected')
  const role = '00000000-0000-0000-0000-000000000000'
  ports.commit(assignRole(ports.view, app, { objectType: 'User', objectId: ana.id }, role, ports.now(), ports.ids))
  await fixture.do('start')
  expect(fixture.responder.users.size).toBe(0)
  expect(await writesAfter(fixture, [['assign', { user: 'ana' }]])).toHaveLength(1)
  expect(fixture.responder.users.get('u1')).toMatchObject({ userName: 'ana@contoso.example', active: true })
  const [first] = [...ports.view.assignmentIds(app.id, ana.id)].flatMap((id) => ports.view.assignments.get(id) ?? [])
  if (first) ports.commit([{ kind: 'assignment', id: first.id, value: first, present: false }])
  expect(await writesAfter(fixture, [])).toEqual([])
  expect(await writesAfter(fixture, [['unassign', { user: 'ana' }]])).toHaveLength(1)
})
