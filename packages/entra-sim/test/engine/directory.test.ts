import { DAY_MS } from '@scimulator/shared/runtime'
import { describe, expect, test } from 'vitest'
import { CYCLE, contoso, type Fixture } from './tenant-fixture.ts'

const membersOf = async (fixture: Fixture, group: string) => (await fixture.view('groups'))[group]?.members
const namesOf = async (fixture: Fixture) => Object.keys(await fixture.view('users'))

describe('the bin', () => {
  test('a user is restored on the 29th day and not purged on the 30th', async () => {
    const fixture = await contoso()
    await fixture.do('delete-user', { user: 'eve' })
    await fixture.advance(29 * DAY_MS)
    await fixture.do('restore-user', { user: 'eve' })
    await fixture.advance(2 * DAY_MS)
    expect(await namesOf(fixture)).toContain('eve@contoso.example')
  })

  test('a purge comes after 30 days to the millisecond', async () => {
    const fixture = await contoso()
    await fixture.do('delete-user', { user: 'eve' })
    await fixture.advance(30 * DAY_MS - 1)
    expect(await namesOf(fixture)).toHaveLength(5)
    await fixture.advance(1)
    expect(await namesOf(fixture)).toHaveLength(4)
  })

  test('a second deletion begins anew', async () => {
    const fixture = await contoso()
    await fixture.do('delete-user', { user: 'eve' })
    await fixture.advance(20 * DAY_MS)
    await fixture.do('restore-user', { user: 'eve' })
    await fixture.do('delete-user', { user: 'eve' })
    await fixture.advance(29 * DAY_MS)
    expect(await namesOf(fixture)).toHaveLength(5)
    await fixture.advance(DAY_MS)
    expect(await namesOf(fixture)).toHaveLength(4)
  })

  test('each is purged in his own time, also after the state was read back', async () => {
    const fixture = await contoso()
    await fixture.do('delete-user', { user: 'eve' })
    await fixture.advance(10 * DAY_MS)
    await fixture.do('delete-user', { user: 'ana' })
    const { control } = fixture.tenant
    control.restore(JSON.parse(JSON.stringify(control.snapshot())))
    await fixture.advance(20 * DAY_MS)
    expect((await namesOf(fixture)).filter((name) => /eve|ana/.test(name))).toEqual([
      expect.stringMatching(/^[0-9a-f]{32}ana@/),
    ])
    await fixture.advance(10 * DAY_MS)
    expect((await namesOf(fixture)).filter((name) => /eve|ana/.test(name))).toEqual([])
  })

  test('a name that was taken meanwhile stays prefixed on the restored user, and is sent so', async () => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('assign', { user: 'eve' })
    await fixture.do('start')
    await fixture.do('delete-user', { user: 'eve' })
    await fixture.do('create-user', { key: 'second', userPrincipalName: 'eve@contoso.example' })
    await fixture.do('restore-user', { user: 'eve' })
    await fixture.advance(CYCLE)
    const [eve] = [...fixture.responder.users.values()]
    expect(eve).toMatchObject({ userName: expect.stringMatching(/^[0-9a-f]{32}eve@contoso.example$/), active: true })
  })

  test.each<[string, string, object]>([
    ['changed', 'update-user', { user: 'eve', set: { jobTitle: 'Director' } }],
    ['blocked', 'block-user', { user: 'eve' }],
    ['made a member', 'add-member', { group: 'Staff', user: 'eve' }],
    ['made a manager', 'update-user', { user: 'bo', manager: 'eve' }],
    ['made a member of a new group', 'create-group', { name: 'New', members: ['eve'] }],
  ])('nobody in it is %s', async (_what, verb, input) => {
    const fixture = await contoso()
    await fixture.do('delete-user', { user: 'eve' })
    await expect(fixture.do(verb, input)).rejects.toThrow('is deleted; restore')
  })

  test('a group in it is not changed, and has its members when it is restored', async () => {
    const fixture = await contoso()
    await fixture.do('create-group', { name: 'Team', type: 'microsoft365', members: ['ana', 'bo'] })
    await fixture.do('delete-group', { group: 'Team' })
    await expect(fixture.do('rename-group', { group: 'Team', name: 'X' })).rejects.toThrow('restore it first')
    await expect(fixture.do('add-member', { group: 'Team', user: 'cy' })).rejects.toThrow('restore it first')
    await fixture.do('restore-group', { group: 'Team' })
    expect(await membersOf(fixture, 'Team')).toEqual(['ana@contoso.example', 'bo@contoso.example'])
  })
})

test.each([
  ['purge', false],
  ['bin', true],
])('a deleted security group, given %s, can be restored: %s', async (securityGroupDelete, isKept) => {
  const fixture = await contoso({ preset: 'lark', switches: { securityGroupDelete } })
  await fixture.do('assign', { group: 'Sales' })
  await fixture.do('start')
  await fixture.do('delete-group', { group: 'Sales' })
  await fixture.advance(CYCLE)
  expect([fixture.responder.groups.size, await membersOf(fixture, 'Sales')]).toEqual([
    0,
    isKept ? ['bo@contoso.example', 'cy@contoso.example'] : undefined,
  ])
  const restored = fixture.do('restore-group', { group: 'Sales' })
  if (!isKept) {
    await expect(restored).rejects.toThrow('There is no group')
    return
  }
  await restored
  await fixture.advance(CYCLE)
  expect([...fixture.responder.groups.values()]).toMatchObject([{ displayName: 'Sales', members: { length: 2 } }])
  await fixture.do('delete-group', { group: 'Sales' })
  await fixture.advance(30 * DAY_MS)
  expect(await membersOf(fixture, 'Sales')).toBeUndefined()
})

test('a user is not his own manager', async () => {
  const fixture = await contoso()
  await expect(fixture.do('update-user', { user: 'bo', manager: 'bo' })).rejects.toThrow('their own manager')
})

describe('dynamic groups', () => {
  const sales = { name: 'Sellers', membershipRule: 'user.department -eq "Sales"' }

  test('a rule that changes while a user lies in the bin holds for him once he is restored', async () => {
    const fixture = await contoso()
    await fixture.do('create-group', sales)
    await fixture.do('delete-user', { user: 'cy' })
    await fixture.do('update-group', { group: 'Sellers', membershipRule: 'user.department -eq "R&D"' })
    await fixture.do('restore-user', { user: 'cy' })
    expect(await membersOf(fixture, 'Sellers')).not.toContain('cy@contoso.example')
    await fixture.do('delete-user', { user: 'cy' })
    await fixture.do('update-group', { group: 'Sellers', membershipRule: sales.membershipRule })
    await fixture.do('restore-user', { user: 'cy' })
    expect(await membersOf(fixture, 'Sellers')).toEqual(['bo@contoso.example', 'cy@contoso.example'])
  })

  test('a delete and a restore leave the membership alone', async () => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('create-group', sales)
    await fixture.do('assign', { group: 'Sellers' })
    await fixture.do('start')
    await fixture.do('delete-user', { user: 'cy' })
    await fixture.advance(CYCLE)
    await fixture.do('restore-user', { user: 'cy' })
    fixture.sent()
    await fixture.advance(CYCLE)
    expect(fixture.sent().filter((line) => line.includes('/Groups'))).toEqual([])
  })

  test('paused, members stay as they are; processed again, they follow', async () => {
    const fixture = await contoso()
    await fixture.do('create-group', sales)
    await fixture.do('update-group', { group: 'Sellers', membershipRuleProcessingState: 'Paused' })
    await fixture.do('update-user', { user: 'bo', set: { department: 'R&D' } })
    await fixture.do('update-user', { user: 'ana', set: { department: 'Sales' } })
    await fixture.do('update-group', { group: 'Sellers', membershipRule: 'user.department -startsWith "Sal"' })
    expect(await membersOf(fixture, 'Sellers')).toEqual(['bo@contoso.example', 'cy@contoso.example'])
    await fixture.do('update-group', { group: 'Sellers', membershipRuleProcessingState: 'On' })
    expect(await membersOf(fixture, 'Sellers')).toEqual(['ana@contoso.example', 'cy@contoso.example'])
  })

  test('made paused, a group is empty until its rule is processed', async () => {
    const fixture = await contoso()
    await fixture.do('create-group', { ...sales, membershipRuleProcessingState: 'Paused' })
    expect(await membersOf(fixture, 'Sellers')).toEqual([])
    await fixture.do('update-group', { group: 'Sellers', membershipRuleProcessingState: 'On' })
    expect(await membersOf(fixture, 'Sellers')).toEqual(['bo@contoso.example', 'cy@contoso.example'])
  })

  test('a group of assigned members has no processing, and a dynamic one no members of its own', async () => {
    const fixture = await contoso()
    const pause = { group: 'Sales', membershipRuleProcessingState: 'Paused' }
    await expect(fixture.do('update-group', pause)).rejects.toThrow('are assigned, not dynamic')
    await expect(fixture.do('create-group', { ...sales, members: ['ana'] })).rejects.toThrow('follow its membership')
    expect(Object.keys(await fixture.view('groups'))).toEqual(['Sales', 'Staff'])
  })
})
