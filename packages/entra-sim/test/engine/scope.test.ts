import { describe, expect, test } from 'vitest'
import { putSchema } from '../../src/acts/job-acts.ts'
import { withObjectMapping } from '../../src/schema/edit-schema.ts'
import { CYCLE, contoso, type Fixture } from './tenant-fixture.ts'

const active = (fixture: Fixture) =>
  [...fixture.responder.users.values()]
    .filter((one) => one.active)
    .map(({ userName }) => String(userName).replace('@contoso.example', ''))
    .sort()

const everybody = { settings: { scope: 'Sync all users and groups' }, preset: 'lark' } as const

describe('scoping filters', () => {
  test.each([
    ['[department] EQUALS "Sales"', ['bo', 'cy']],
    ['[department] NOT EQUALS "Sales"', ['ana', 'eve']],
    ['[employeeId] ENDS_WITH "-bo"', ['bo']],
    ['[department] EQUALS "Sales" AND [givenName] EQUALS "Cy" OR [givenName] EQUALS "Ana"', ['ana', 'cy']],
    ['[companyName] NOT EQUALS "X"', []],
    ['[userPrincipalName] REGEX MATCH "^(bo|eve)@"', ['bo', 'eve']],
  ])('%s lets through %j', async (filter, expected) => {
    const fixture = await contoso(everybody)
    await fixture.do('set-scoping-filter', { filter })
    await fixture.do('start')
    expect(active(fixture)).toEqual(expected)
  })

  test('act on top of assignment', async () => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('assign', { users: ['ana', 'bo'] })
    await fixture.do('set-scoping-filter', { filter: '[department] EQUALS "Sales"' })
    await fixture.do('start')
    expect(active(fixture)).toEqual(['bo'])
  })

  test('leaving one disables, coming back enables', async () => {
    const fixture = await contoso(everybody)
    await fixture.do('set-scoping-filter', { filter: '[department] EQUALS "Sales"' })
    await fixture.do('start')
    await fixture.do('update-user', { user: 'bo', set: { department: 'R&D' } })
    await fixture.advance(CYCLE)
    expect(active(fixture)).toEqual(['cy'])
    expect(fixture.responder.users.size).toBe(2)
    await fixture.do('update-user', { user: 'bo', set: { department: 'Sales' } })
    await fixture.advance(CYCLE)
    expect(active(fixture)).toEqual(['bo', 'cy'])
    expect(fixture.responder.users.size).toBe(2)
  })

  test('an input filter drops quietly: leaving it sends nothing', async () => {
    const fixture = await contoso(everybody)
    const { ports, runner } = fixture.tenant
    const [job] = ports.view.jobs.values()
    if (!job) throw new Error('There is no job.')
    const clause = { operatorName: 'EQUALS', sourceOperandName: 'department', targetOperand: { values: ['Sales'] } }
    const scope = { groups: [], inputFilterGroups: [{ name: 'read', clauses: [clause] }], categoryFilterGroups: [] }
    putSchema(
      { ports, runner },
      job,
      withObjectMapping(job.schema, 'User', (one) => ({ ...one, scope })),
    )
    await fixture.do('start')
    expect(active(fixture)).toEqual(['bo', 'cy'])
    await fixture.do('update-user', { user: 'bo', set: { department: 'R&D' } })
    await fixture.advance(CYCLE)
    expect(active(fixture)).toEqual(['bo', 'cy'])
  })

  test.each([
    [{ filter: '[department] LIKES "x"' }, 'cannot be read at character 14'],
    [{ groups: [[{ attribute: 'department', operator: 'IsMemberOf', value: 'x' }]] }, 'not supported'],
    [{}, 'Give "groups" or "filter"'],
    [{ filter: '[manager] IS NULL' }, 'manager is not supported'],
    [{ filter: '[appRoleAssignments] IS NULL' }, 'appRoleAssignments is not supported'],
    [{ filter: '[userType] EQUALS "Guest"' }, 'userType is not supported'],
    [{ filter: '[employeeHireDate] IS NULL' }, 'employeeHireDate is not supported'],
    [{ filter: '[otherMails] INCLUDES "x"' }, 'otherMails is not supported'],
    [{ filter: '[members] IS NOT NULL', objectType: 'Group' }, 'members is not supported'],
    [{ filter: '[displayname] EQUALS "x"' }, 'a user has no attribute "displayname"'],
    [{ filter: '[department] EQUALS "x"', objectType: 'Group' }, 'a group has no attribute "department"'],
  ])('%j is refused', async (input, message) => {
    const fixture = await contoso()
    await expect(fixture.do('set-scoping-filter', input)).rejects.toThrow(message)
  })
})

describe('messages name the thing and the way out', () => {
  test.each<[string, object, string]>([
    ['assign', { user: 'zoe' }, 'There is no user "zoe".'],
    ['assign', { group: 'Nobody' }, 'There is no group "Nobody".'],
    ['assign', {}, 'Say whom to assign'],
    ['assign', { user: 'ana', role: 'Boss' }, 'no app role "Boss"'],
    ['assign', { app: 'Other', user: 'ana' }, 'There is no app "Other".'],
    ['remove-mapping', { target: 'nickName' }, 'User has no mapping to "nickName". Mapped: userName,'],
    ['add-mapping', { target: 'title', source: 'jobTitle' }, 'title is mapped already'],
    ['set-mapping', { target: 'title', type: 'Expression', source: 'Join(' }, 'not closed'],
    ['set-mapping', { target: 'title', source: 'nonsense' }, 'no attribute nonsense'],
    ['update-user', { user: 'ana', set: { shoeSize: '43' } }, 'no attribute "shoeSize"'],
    ['create-user', { userPrincipalName: 'ANA@contoso.example' }, 'already exists'],
    ['add-member', { group: 'Sales', user: 'bo' }, 'already'],
    ['restore-user', { user: 'ana' }, 'not deleted'],
    ['allow-deletes', {}, 'nothing to allow'],
    ['run-cycle', {}, 'start it first'],
    ['restart', { resetScope: 'Everything' }, 'knows no "Everything"'],
    ['create-app', { name: 'Lark' }, 'already'],
  ])('%s %j', async (verb, input, message) => {
    const fixture = await contoso()
    await expect(fixture.do(verb, input)).rejects.toThrow(message)
  })

  test('starting without credentials', async () => {
    const fixture = await contoso()
    await fixture.do('create-app', { name: 'Second' })
    await expect(fixture.do('start', { app: 'Second' })).rejects.toThrow('set the tenant URL first')
    await expect(fixture.do('start')).rejects.toThrow('more than one app')
  })
})

test('two apps are provisioned side by side, each with its own links', async () => {
  const fixture = await contoso({ preset: 'lark' })
  await fixture.do('create-app', { name: 'Second' })
  await fixture.do('set-credentials', {
    app: 'Second',
    tenantUrl: 'https://scim.example/scim/v2?two',
    secretToken: 's',
  })
  await fixture.do('assign', { app: 'Lark', user: 'ana' })
  await fixture.do('assign', { app: 'Second', user: 'bo' })
  await fixture.do('start', { app: 'Lark' })
  await fixture.do('start', { app: 'Second' })
  expect(Object.keys(await fixture.view('links', { app: 'Lark' }))).toEqual(['ana@contoso.example'])
  expect(Object.keys(await fixture.view('links', { app: 'Second' }))).toEqual(['bo@contoso.example'])
})

test('app roles are sent, and only added', async () => {
  const fixture = await contoso({ preset: 'lark' })
  await fixture.do('create-app', { name: 'Roles', roles: [{ value: 'admin', displayName: 'Admin' }] })
  await fixture.do('set-credentials', { app: 'Roles', tenantUrl: 'https://scim.example/scim/v2', secretToken: 's' })
  await fixture.do('set-mapping', {
    app: 'Roles',
    target: 'roles[primary eq "True"].value',
    type: 'Expression',
    source: 'SingleAppRoleAssignment([appRoleAssignments])',
  })
  await fixture.do('assign', { app: 'Roles', user: 'ana', role: 'Admin' })
  await fixture.do('start', { app: 'Roles' })
  expect(fixture.responder.users.get('u1')?.roles).toEqual([
    { primary: true, type: 'WindowsAzureActiveDirectoryRole', value: 'admin' },
  ])
})
