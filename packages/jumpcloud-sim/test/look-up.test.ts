// What the target is asked before a user is written, and what follows from the answer.
import { describe, expect, test } from 'vitest'
import { addPeople, createActiveWorld, type World } from './world.ts'

const byName = (name: string) => `GET /Users?filter=userName eq "${name}"`
const READ = 'GET /Users/ID'
const PUT = 'PUT /Users/ID'
const POST = 'POST /Users'

/** Ana has been pushed; then the target, or her name, changes. */
type Change = 'none' | 'renamed' | 'deleted at the target' | 'made anew at the target' | 'renamed onto a namesake'

const ROWS: readonly (readonly [string, Change, readonly string[], accounts: number])[] = [
  ['without-stored-id', 'none', [PUT], 1],
  ['without-stored-id', 'renamed', [PUT], 1],
  ['without-stored-id', 'deleted at the target', [PUT, byName('ana'), POST], 1],
  ['without-stored-id', 'made anew at the target', [PUT, byName('ana'), PUT], 1],
  ['without-stored-id', 'renamed onto a namesake', [PUT], 2],
  ['always', 'none', [byName('ana'), PUT], 1],
  ['always', 'renamed', [byName('anna'), PUT], 1],
  ['always', 'deleted at the target', [byName('ana'), PUT, POST], 1],
  ['always', 'made anew at the target', [byName('ana'), PUT, PUT], 1],
  ['always', 'renamed onto a namesake', [byName('anna'), PUT], 2],
  ['by-id', 'none', [READ, PUT], 1],
  ['by-id', 'renamed', [READ, PUT], 1],
  ['by-id', 'deleted at the target', [READ, byName('ana'), POST], 1],
  ['by-id', 'made anew at the target', [READ, byName('ana'), PUT], 1],
  ['by-id', 'renamed onto a namesake', [READ, PUT], 2],
]

async function pushed(lookupBeforeWrite: string): Promise<World> {
  const world = await createActiveWorld({ groupManagement: false, switches: { lookupBeforeWrite } })
  await addPeople(world, ['ana'])
  await world.act('bind-group', { group: 'Engineering' })
  world.target.traffic()
  return world
}

function change(world: World, what: Change): Record<string, unknown> {
  const { users } = world.target
  if (what === 'deleted at the target' || what === 'made anew at the target') users.clear()
  if (what === 'made anew at the target') users.set('new', { id: 'new', userName: 'ana' })
  if (what === 'renamed onto a namesake') users.set('other', { id: 'other', userName: 'anna', title: 'Somebody else' })
  return what.startsWith('renamed') ? { username: 'anna' } : { jobTitle: 'Boss' }
}

test.each(ROWS)('%s, %s: %j', async (lookupBeforeWrite, what, heard, accounts) => {
  const world = await pushed(lookupBeforeWrite)
  await world.act('update-user', { user: 'ana', set: change(world, what) })
  expect(world.target.traffic().map((line) => line.replace(/\/Users\/new$/, '/Users/ID'))).toEqual(heard)
  expect(world.target.users.size).toBe(accounts)
  // Somebody else's account is never written, whatever the lookup by name finds.
  if (accounts === 2) expect(world.target.users.get('other')).toMatchObject({ title: 'Somebody else' })
  expect(await world.see('insights', { success: false })).toEqual([])
})

describe('what was set at the target since the last answer', () => {
  test.each([
    ['always', 'kept'],
    ['by-id', 'kept'],
    ['without-stored-id', 'wiped'],
  ])('with %s is %s', async (lookupBeforeWrite, becomes) => {
    const world = await pushed(lookupBeforeWrite)
    for (const user of world.target.users.values()) user.nickName = 'Annie'
    await world.act('update-user', { user: 'ana', set: { jobTitle: 'Boss' } })
    const [user] = world.target.users.values()
    expect(user).toMatchObject({ title: 'Boss' })
    expect(user?.nickName).toBe(becomes === 'kept' ? 'Annie' : undefined)
  })
})

describe('a leaver', () => {
  test.each([
    ['always', [byName('ana'), PUT]],
    ['by-id', [READ, PUT]],
    ['without-stored-id', [PUT]],
  ])('with %s is asked for, then set inactive', async (lookupBeforeWrite, heard) => {
    const world = await pushed(lookupBeforeWrite)
    await world.act('remove-member', { group: 'Engineering', user: 'ana' })
    expect(world.target.traffic()).toEqual(heard)
    expect([...world.target.users.values()]).toMatchObject([{ active: false }])
  })

  test.each(['always', 'by-id', 'without-stored-id'])(
    'with %s whom the target has lost is not made again, and Insights says so',
    async (lookupBeforeWrite) => {
      const world = await pushed(lookupBeforeWrite)
      world.target.users.clear()
      await world.act('remove-member', { group: 'Engineering', user: 'ana' })
      expect(world.target.users.size).toBe(0)
      expect(await world.see('insights', { success: false })).toMatchObject([
        { value: { event_type: 'user_deprovision', message_chain: { response_code: '404' } } },
      ])
      expect(await world.see('links')).toEqual([])
    },
  )

  test('keeps access where the lookup has an issue, which has an event of its own', async () => {
    const world = await pushed('always')
    world.target.intercept = ({ method }) => (method === 'GET' ? { status: 500, headers: [], body: 'oops' } : undefined)
    await world.act('suspend-user', { user: 'ana' })
    expect([...world.target.users.values()]).toMatchObject([{ active: true }])
    expect(await world.see('insights', { success: false })).toMatchObject([
      { value: { event_type: 'user_lookup_provision', message_chain: { response_code: '500' } } },
    ])
  })

  test('who is deleted is not looked up before DELETE', async () => {
    const world = await createActiveWorld({ groupManagement: false, switches: { onUserDelete: 'delete' } })
    await addPeople(world, ['ana'])
    await world.act('bind-group', { group: 'Engineering' })
    world.target.traffic()
    await world.act('delete-user', { user: 'ana' })
    expect(world.target.traffic()).toEqual(['DELETE /Users/ID'])
  })
})

describe('an answer of a wrong type', () => {
  const ROLES = { roles: [{ value: 'user', primary: 'True' }] }
  const MANAGER = { 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { manager: '0' } }

  test.each([
    ['a role marked with a text', ROLES, '"roles[0].primary": expected boolean, received string'],
    ['a manager that is a text', MANAGER, ':User:manager": expected object, received string'],
  ])('%s: the user is not written, and Insights names the attribute', async (_case, supplied, cause) => {
    const world = await pushed('always')
    for (const user of world.target.users.values()) Object.assign(user, supplied)
    await world.act('update-user', { user: 'ana', set: { jobTitle: 'Boss' } })
    expect(world.target.traffic()).toEqual([byName('ana')])
    expect(await world.see('insights', { success: false })).toMatchObject([
      { value: { event_type: 'user_lookup_provision', error_message: expect.stringContaining(cause) } },
    ])
  })

  test('is not noticed where only mapped attributes are decoded', async () => {
    const world = await createActiveWorld({ groupManagement: false, switches: { typedAttributes: 'mapped' } })
    world.target.supplied = ROLES
    await addPeople(world, ['ana'])
    await world.act('bind-group', { group: 'Engineering' })
    expect(await world.see('insights', { success: false })).toEqual([])
  })

  test('of an attribute that no schema names is nobody’s business', async () => {
    const world = await pushed('always')
    for (const user of world.target.users.values()) Object.assign(user, { shoeSize: 42 })
    await world.act('update-user', { user: 'ana', set: { jobTitle: 'Boss' } })
    expect([...world.target.users.values()]).toMatchObject([{ title: 'Boss', shoeSize: 42 }])
  })
})
