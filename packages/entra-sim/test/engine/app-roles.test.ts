// Roles of an app: who holds which, who is entitled, and what a change of membership or assignment sends.
import { describe, expect, test } from 'vitest'
import { CYCLE, contoso, type Fixture, type FixtureOptions } from './tenant-fixture.ts'

const COMPLEX = 'AppRoleAssignmentsComplex([appRoleAssignments])'
const ASSERTIVE = 'AssertiveAppRoleAssignmentsComplex([appRoleAssignments])'

async function withRoles(options: FixtureOptions & { readonly source?: string } = {}): Promise<Fixture> {
  const fixture = await contoso(options)
  await fixture.do('create-app', { name: 'Roles', roles: [{ value: 'admin' }, { value: 'reader' }, { value: 'none' }] })
  await fixture.do('set-credentials', {
    app: 'Roles',
    tenantUrl: `https://scim.example/scim/v2${options.suffix ?? ''}`,
    secretToken: 'secret',
  })
  const { source = COMPLEX } = options
  if (source !== '') await fixture.do('set-mapping', { app: 'Roles', target: 'roles', type: 'Expression', source })
  return fixture
}

const app = { app: 'Roles' }
const rolesOf = ({ responder }: Fixture, name: string) => {
  const user = [...responder.users.values()].find(({ userName }) => userName === `${name}@contoso.example`)
  return ((user?.roles ?? []) as { value: string }[]).map(({ value }) => value)
}

describe('roles of a group reach its direct members', () => {
  test.each<[string, readonly object[], readonly string[]]>([
    ['one group', [{ group: 'Sales', role: 'admin' }], ['admin']],
    [
      'the person’s own role first',
      [
        { user: 'bo', role: 'reader' },
        { group: 'Sales', role: 'admin' },
      ],
      ['reader', 'admin'],
    ],
    [
      'two roles of one group',
      [
        { group: 'Sales', role: 'admin' },
        { group: 'Sales', role: 'reader' },
      ],
      ['admin', 'reader'],
    ],
    [
      'the same role twice is one',
      [
        { user: 'bo', role: 'admin' },
        { group: 'Sales', role: 'admin' },
      ],
      ['admin'],
    ],
    [
      'a group that the person is in through another group only',
      [
        { user: 'bo', role: 'reader' },
        { group: 'Staff', role: 'admin' },
      ],
      ['reader'],
    ],
    [
      'default access is no role',
      [
        { user: 'bo', role: 'Default Access' },
        { group: 'Sales', role: 'admin' },
      ],
      ['admin'],
    ],
    [
      'a group without the person',
      [
        { user: 'bo', role: 'reader' },
        { group: 'Other', role: 'admin' },
      ],
      ['reader'],
    ],
    [
      'a group that is no security group',
      [
        { user: 'bo', role: 'reader' },
        { group: 'Mail', role: 'admin' },
      ],
      ['reader'],
    ],
  ])('%s', async (_name, assignments, expected) => {
    const fixture = await withRoles()
    await fixture.do('create-group', { name: 'Other', members: ['eve'] })
    await fixture.do('create-group', { name: 'Mail', members: ['bo'], type: 'microsoft365', securityEnabled: false })
    for (const one of assignments) await fixture.do('assign', { ...app, ...one })
    await fixture.do('start', app)
    expect(rolesOf(fixture, 'bo')).toEqual(expected)
  })

  test('of two apps each has its own', async () => {
    const fixture = await withRoles()
    await fixture.do('assign', { app: 'Lark', group: 'Sales' })
    await fixture.do('assign', { ...app, user: 'bo', role: 'reader' })
    await fixture.do('start', app)
    expect(rolesOf(fixture, 'bo')).toEqual(['reader'])
  })
})

describe.each([
  ['', COMPLEX, '"op":"Add","path":"roles","value":[{"value":"{\\"id\\":\\"'],
  [
    '?aadOptscim062020',
    COMPLEX,
    '"op":"add","path":"roles","value":[{"primary":false,"type":"WindowsAzureActiveDirectoryRole","display":"admin","value":"admin"}]',
  ],
  [
    '?aadOptscim062020',
    ASSERTIVE,
    '"op":"replace","path":"roles","value":[{"primary":false,"type":"WindowsAzureActiveDirectoryRole","display":"reader","value":"reader"},{"primary":false,',
  ],
])('with the suffix "%s" and %s', (suffix, source, expected) => {
  const started = async () => {
    const fixture = await withRoles({ suffix, source })
    await fixture.do('assign', { ...app, users: ['bo', 'cy'], role: 'reader' })
    await fixture.do('assign', { ...app, group: 'Staff', role: 'admin' })
    await fixture.do('start', app)
    fixture.sent()
    return fixture
  }
  const writes = async (fixture: Fixture) => {
    await fixture.advance(CYCLE)
    return fixture.sent().filter((line) => line.startsWith('PATCH /Users') && line.includes('"path":"roles"'))
  }

  test('joining a group that holds a role sends it', async () => {
    const fixture = await started()
    await fixture.do('add-member', { group: 'Staff', user: 'bo' })
    expect(await writes(fixture)).toEqual([expect.stringContaining(expected)])
  })

  test('a role that the group is given sends it to its members', async () => {
    const fixture = await started()
    await fixture.do('assign', { ...app, group: 'Sales', role: 'admin' })
    expect(await writes(fixture)).toHaveLength(2)
  })

  test('leaving a group takes the role away where the mapping is assertive', async () => {
    const fixture = await started()
    await fixture.do('add-member', { group: 'Staff', user: 'bo' })
    await writes(fixture)
    await fixture.do('remove-member', { group: 'Staff', user: 'bo' })
    expect(await writes(fixture)).toHaveLength(source === ASSERTIVE ? 1 : 0)
  })

  test('so do a group that is unassigned, and one that is deleted', async () => {
    const fixture = await started()
    await fixture.do('add-member', { group: 'Staff', user: 'bo' })
    await writes(fixture)
    await fixture.do('delete-group', { group: 'Staff' })
    expect(await writes(fixture)).toHaveLength(source === ASSERTIVE ? 1 : 0)
  })
})

test('where no mapping reads roles, joining an assigned group reads nobody anew', async () => {
  const fixture = await withRoles({ source: '' })
  await fixture.do('assign', { ...app, user: 'bo', role: 'reader' })
  await fixture.do('assign', { ...app, group: 'Staff', role: 'admin' })
  await fixture.do('start', app)
  fixture.sent()
  await fixture.do('add-member', { group: 'Staff', user: 'bo' })
  await fixture.advance(CYCLE)
  expect(fixture.sent().filter((line) => line.includes('/Users/u'))).toEqual([])
})

describe('default access', () => {
  test.each([
    ['a user', [{ user: 'bo', role: 'Default Access' }], []],
    ['the members of a group, and the group', [{ group: 'Sales', role: 'Default Access' }], []],
    [
      'a user who has a role besides',
      [
        { user: 'bo', role: 'Default Access' },
        { user: 'bo', role: 'reader' },
      ],
      ['bo'],
    ],
    [
      'a user whose group has a role',
      [
        { user: 'bo', role: 'Default Access' },
        { group: 'Sales', role: 'reader' },
      ],
      ['bo', 'cy'],
    ],
  ])('of %s', async (_name, assignments, expected) => {
    const fixture = await withRoles()
    for (const one of assignments) await fixture.do('assign', { ...app, ...one })
    await fixture.do('start', app)
    const names = [...fixture.responder.users.values()].map(({ userName }) => String(userName).split('@')[0])
    expect(names.sort()).toEqual(expected)
    expect(fixture.responder.groups.size).toBe(
      assignments.some((one) => 'group' in one && one.role === 'reader') ? 1 : 0,
    )
  })

  test('is skipped as not effectively entitled, although assigned', async () => {
    const fixture = await withRoles()
    await fixture.do('assign', { ...app, user: 'bo', role: 'Default Access' })
    await fixture.do('start', app)
    const [entry] = Object.values(await fixture.view('provisioning-logs', { source: 'bo@contoso.example' }))
    expect(entry).toMatchObject({ status: 'skipped', code: 'NotEffectivelyEntitled' })
    const text = JSON.stringify(entry)
    expect(text).toContain('This object does not have required entitlement for provisioning.')
    expect(text).toContain('"Assigned to the application":"True"')
  })

  test('of an app without roles entitles', async () => {
    const fixture = await withRoles()
    const { ports } = fixture.tenant
    const [, made] = [...ports.view.servicePrincipals.values()]
    if (made) ports.commit([{ kind: 'servicePrincipal', id: made.id, value: { ...made, appRoles: [] } }])
    await fixture.do('assign', { ...app, user: 'bo', role: 'Default Access' })
    await fixture.do('start', app)
    expect(fixture.responder.users.size).toBe(1)
  })

  test('that takes the place of a role disables the person', async () => {
    const fixture = await withRoles()
    await fixture.do('assign', { ...app, user: 'bo', role: 'reader' })
    await fixture.do('start', app)
    await fixture.do('unassign', { ...app, user: 'bo' })
    await fixture.do('assign', { ...app, user: 'bo', role: 'Default Access' })
    await fixture.advance(CYCLE)
    expect(fixture.responder.users.get('u1')?.active).toBe(false)
  })
})
