import { describe, expect, test } from 'vitest'
import { addPeople, createActiveWorld, createWorld } from './world.ts'

const DAY = 86_400_000

describe('users', () => {
  test.each([
    ['username', { username: 'ANA', email: 'other@example.com' }],
    ['email', { username: 'other', email: 'Ana@Example.com' }],
    ['employeeIdentifier', { username: 'other', email: 'other@example.com', employeeIdentifier: 'E1' }],
  ])('the %s is unique in the organisation', async (field, input) => {
    const world = createWorld()
    await world.act('create-user', { username: 'ana', email: 'ana@example.com', employeeIdentifier: 'E1' })
    await expect(world.act('create-user', input)).rejects.toThrow(`The ${field} of`)
    await world.act('create-user', { username: 'free', email: 'free@example.com' })
    await expect(world.act('update-user', { user: 'free', set: input })).rejects.toThrow('is taken by ana')
  })

  test('what a deleted user held is free again', async () => {
    const world = createWorld()
    await addPeople(world)
    await world.act('delete-user', { user: 'ana' })
    await world.act('create-user', { username: 'ana', email: 'ana@example.com' })
    expect(await world.look('groups', 'Engineering')).toMatchObject({ members: ['bo'] })
  })

  test("take the organisation's state when none is given", async () => {
    const world = createWorld()
    await world.act('set-organization', { newSystemUserStateDefaults: { manualEntry: 'STAGED' } })
    await world.act('create-user', { username: 'ana', email: 'ana@example.com' })
    expect(await world.look('users', 'ana')).toMatchObject({ state: 'STAGED', suspended: false })
  })

  test('cannot be staged again', async () => {
    const world = createWorld()
    await addPeople(world)
    await expect(world.act('update-user', { user: 'ana', set: { state: 'STAGED' } })).rejects.toThrow('staged again')
  })

  test('are named by username, email, key or id, and a wrong name is told', async () => {
    const world = createWorld()
    await addPeople(world)
    const ana = await world.look('users', 'ana')
    for (const user of ['ana', 'ANA@example.com', String(ana?._id)]) await world.act('lock-user', { user })
    await expect(world.act('lock-user', { user: 'dee' })).rejects.toThrow('There is no user "dee"')
  })

  test('a password that runs out on its date, and a planned suspension, come by themselves', async () => {
    const world = await createActiveWorld({ groupManagement: false })
    await addPeople(world)
    await world.act('bind-group', { group: 'Engineering' })
    await world.act('update-user', { user: 'ana', set: { password_expiration_date: '2026-01-06T08:00:00Z' } })
    await world.act('schedule-user-state', { users: ['bo'], state: 'SUSPENDED', at: '2026-01-07T08:00:00Z' })
    await world.advance(DAY - 1)
    expect(await world.look('users', 'ana')).toMatchObject({ password_expired: false })
    await world.advance(1)
    expect(await world.look('users', 'ana')).toMatchObject({ password_expired: true, state: 'ACTIVATED' })
    await world.advance(DAY)
    expect(await world.look('users', 'bo')).toMatchObject({ state: 'SUSPENDED', suspended: true })
    expect([...world.target.users.values()].map(({ active }) => active)).toEqual([false, false])
    expect(await world.see('schedules')).toEqual([])
  })

  test('a password that never expires does not', async () => {
    const world = createWorld()
    await addPeople(world)
    const set = { password_expiration_date: '2026-01-06T08:00:00Z', password_never_expires: true }
    await world.act('update-user', { user: 'ana', set })
    await world.advance(10 * DAY)
    expect(await world.look('users', 'ana')).toMatchObject({ password_expired: false })
  })

  test('a state change is planned for a date ahead', async () => {
    const world = createWorld()
    await addPeople(world)
    const input = { users: ['ana'], state: 'SUSPENDED', at: '2026-01-01T00:00:00Z' }
    await expect(world.act('schedule-user-state', input)).rejects.toThrow('is past')
  })
})

describe('dynamic groups', () => {
  const query = { filters: [{ field: 'department', operator: 'eq', value: 'Sales' }] }
  const SALES = { name: 'Sales', membershipMethod: 'DYNAMIC_AUTOMATED', memberQuery: query }

  test('follow their rules, and are pushed like static ones', async () => {
    const world = await createActiveWorld()
    await addPeople(world)
    await world.act('create-group', SALES)
    await world.act('bind-group', { group: 'Sales' })
    await world.act('update-user', { user: 'ana', set: { department: 'Sales' } })
    expect(await world.look('groups', 'Sales')).toMatchObject({ members: ['ana'] })
    expect([...world.target.groups.values()]).toMatchObject([{ displayName: 'Sales', members: { length: 1 } }])
    await world.act('update-user', { user: 'ana', set: { department: 'Finance' } })
    expect([...world.target.users.values()]).toMatchObject([{ userName: 'ana', active: false }])
  })

  test('take back what somebody wrote by hand', async () => {
    const world = createWorld()
    await addPeople(world)
    await world.act('create-group', SALES)
    await world.act('add-member', { group: 'Sales', user: 'bo' })
    expect(await world.look('groups', 'Sales')).toMatchObject({ members: [] })
  })

  test.each([
    [{ field: 'department', operator: 'ne', value: 'Sales' }, ['bo', 'cy']],
    [{ field: 'username', operator: 'in', value: ['ana', 'cy'] }, ['ana', 'cy']],
    [{ field: 'state', operator: 'eq', value: 'SUSPENDED' }, ['cy']],
    [{ field: '__proto__', operator: 'eq', value: 'x' }, []],
  ])('understand %j', async (rule, members) => {
    const world = createWorld()
    await addPeople(world)
    await world.act('update-user', { user: 'ana', set: { department: 'Sales' } })
    await world.act('suspend-user', { user: 'cy' })
    await world.act('create-group', { ...SALES, memberQuery: { filters: [rule] } })
    expect(await world.look('groups', 'Sales')).toMatchObject({ members })
  })

  test.each([
    ['6', 'expected object'],
    ['{"field":"department","operator":"like","value":"S"}', 'operator'],
    ['department = Sales', 'is not valid JSON'],
  ])('refuse the rule %s, and say which and why', async (text, why) => {
    const world = createWorld()
    const filters = ['{"field":"department","operator":"eq","value":"Sales"}', text]
    const refused = world.act('create-group', { ...SALES, memberQuery: { filters } })
    await expect(refused).rejects.toMatchObject({ code: 'invalid', issues: [{ path: ['memberQuery', 'filters', 1] }] })
    await expect(refused).rejects.toThrow(why)
    expect(await world.look('groups', 'Sales')).toBeUndefined()
  })

  test('leave exempted users as they are, and a query for review changes nobody', async () => {
    const world = createWorld()
    await addPeople(world)
    const ana = await world.look('users', 'ana')
    await world.act('create-group', { ...SALES, memberQueryExemptions: [{ id: ana?._id, type: 'user' }] })
    await world.act('create-group', { ...SALES, name: 'Review', membershipMethod: 'DYNAMIC_REVIEW_REQUIRED' })
    await world.act('add-member', { group: 'Sales', user: 'ana' })
    await world.act('add-member', { group: 'Review', user: 'ana' })
    expect(await world.look('groups', 'Sales')).toMatchObject({ members: ['ana'] })
    expect(await world.look('groups', 'Review')).toMatchObject({ members: ['ana'] })
  })

  test('make up for a consequence that a crash has cut off', async () => {
    const world = await createActiveWorld()
    await addPeople(world)
    await world.act('create-group', SALES)
    await world.act('bind-group', { group: 'Sales' })
    await world.act('update-user', { user: 'ana', set: { department: 'Sales' } })
    const picture = JSON.parse(JSON.stringify(world.org.control.snapshot()))
    // What the state would be if the process had died between the new department and the membership that follows from it.
    picture.rows = picture.rows.filter(({ collection }: { collection: string }) => !/member/.test(collection))
    world.org.control.restore(picture)
    expect(await world.look('groups', 'Sales')).toMatchObject({ members: ['ana'] })
  })
})

test('a company is loaded with its people, groups and managers', async () => {
  const world = createWorld()
  const company = {
    name: 'Contoso',
    domain: 'contoso.example',
    people: [
      { key: 'a1', displayName: 'Ana', email: 'ana@contoso.example', manager: 'b2', mobile: '1', country: 'BR' },
      { key: 'b2', displayName: 'Bo', email: 'bo@contoso.example', enabled: false },
    ],
    groups: [{ name: 'All', members: ['a1', 'b2'] }],
  }
  await world.act('load-company', { company, usernames: 'email' })
  const bo = await world.look('users', 'bo@contoso.example')
  expect(bo).toMatchObject({ state: 'SUSPENDED', groups: ['All'] })
  expect(await world.look('users', 'ana@contoso.example')).toMatchObject({
    manager: bo?._id,
    phoneNumbers: [{ type: 'mobile', number: '1' }],
    addresses: [{ country: 'BR', type: 'work' }],
  })
  await world.act('lock-user', { user: 'a1' })
})

test.each([
  ['an address that is taken', { key: 'c3', displayName: 'Ada', email: 'ANA@contoso.example' }, []],
  ['an address that it has twice', { key: 'c3', displayName: 'Ada', email: 'New@contoso.example' }, []],
  ['the name of a group that it has twice', undefined, [{ name: 'all' }, { name: 'All' }]],
])('a company with %s is loaded not even in part', async (_title, person, groups) => {
  const world = await createActiveWorld({})
  await world.act('create-user', { username: 'ana', email: 'ana@contoso.example' })
  const fresh = { key: 'n1', displayName: 'New', email: 'new@contoso.example' }
  const company = { name: 'Contoso', domain: 'contoso.example', people: [fresh, ...(person ? [person] : [])], groups }
  const before = await world.see('users')
  await expect(world.act('load-company', { company, usernames: 'email' })).rejects.toThrow(/taken by|twice/)
  expect([await world.see('users'), await world.see('groups')]).toEqual([before, []])
})

test('a snapshot brings everything back, and reset empties it', async () => {
  const world = await createActiveWorld({ switches: { latencyMs: 10_000 } })
  await addPeople(world)
  await world.act('bind-group', { group: 'Engineering' })
  const picture = JSON.parse(JSON.stringify(world.org.control.snapshot()))
  const before = [await world.see('users'), await world.see('pushes'), await world.see('insights')]
  world.org.control.reset()
  expect(await world.see('users')).toEqual([])
  expect(await world.see('organization')).toHaveLength(1)
  world.org.control.restore(picture)
  expect([await world.see('users'), await world.see('pushes'), await world.see('insights')]).toEqual(before)
  await world.advance(60_000)
  expect(world.target.users.size).toBe(2)
  expect(await world.see('pushes')).toEqual([])
})
