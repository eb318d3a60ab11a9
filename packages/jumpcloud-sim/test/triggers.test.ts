// One row for each trigger of JumpCloud's push: what happens in the directory, and what the target hears of it.
import { describe, expect, test } from 'vitest'
import { addPeople, createActiveWorld, type World } from './world.ts'

const PUT = 'PUT /Users/ID'
const POST = 'POST /Users'
const PATCH_GROUP = 'PATCH /Groups/ID'
const lookUp = (name: string): string => `GET /Users?filter=userName eq "${name}"`
const lookUpGroup = (name: string): string => `GET /Groups?filter=displayName eq "${name}"`

type Act = readonly [verb: string, input: Record<string, unknown>]
type Row = readonly [trigger: string, before: readonly Act[], act: Act, heard: readonly string[]]

const BIND: Act = ['bind-group', { group: 'Engineering' }]
const OTHER: Act = ['create-group', { name: 'Other', members: ['ana', 'cy'] }]
const BIND_OTHER: Act = ['bind-group', { group: 'Other' }]
const staged: Act = ['create-user', { username: 'sid', email: 'sid@example.com', state: 'STAGED' }]

/** Ana and Bo are in Engineering; Cy is in no group. */
const rows: readonly Row[] = [
  ['a group is bound', [], BIND, [lookUp('ana'), lookUp('bo'), POST, POST, lookUpGroup('Engineering'), 'POST /Groups']],
  [
    'a check box is set, and another one cleared',
    [OTHER, BIND],
    ['bind-groups', { groups: ['Other'] }],
    [lookUp('ana'), lookUp('cy'), lookUp('bo'), PUT, POST, PUT, lookUpGroup('Other'), 'POST /Groups'],
  ],
  ['the same check boxes are saved again', [BIND], ['bind-groups', { groups: ['Engineering'] }], []],
  ['an empty group is bound', [['create-group', { name: 'Empty' }]], ['bind-group', { group: 'Empty' }], []],
  [
    'the first member joins a bound group',
    [
      ['create-group', { name: 'Empty' }],
      ['bind-group', { group: 'Empty' }],
    ],
    ['add-member', { group: 'Empty', user: 'cy' }],
    [lookUp('cy'), POST, lookUpGroup('Empty'), 'POST /Groups'],
  ],
  [
    'a user joins a bound group',
    [BIND],
    ['add-member', { group: 'Engineering', user: 'cy' }],
    [lookUp('cy'), POST, PATCH_GROUP],
  ],
  ['an attribute changes', [BIND], ['update-user', { user: 'ana', set: { jobTitle: 'Boss' } }], [lookUp('ana'), PUT]],
  ['an attribute that is not sent changes', [BIND], ['update-user', { user: 'ana', set: { sudo: true } }], []],
  [
    'an attribute of somebody out of scope changes',
    [BIND],
    ['update-user', { user: 'cy', set: { jobTitle: 'Boss' } }],
    [],
  ],
  ['the username changes', [BIND], ['update-user', { user: 'ana', set: { username: 'anna' } }], [lookUp('anna'), PUT]],
  ['a user is suspended', [BIND], ['suspend-user', { user: 'ana' }], [lookUp('ana'), PUT]],
  [
    'a user is reactivated',
    [BIND, ['suspend-user', { user: 'ana' }]],
    ['reactivate-user', { user: 'ana' }],
    [lookUp('ana'), PUT],
  ],
  ['a password expires', [BIND], ['expire-password', { user: 'ana' }], [lookUp('ana'), PUT]],
  [
    'an expired password is reset',
    [BIND, ['expire-password', { user: 'ana' }]],
    ['set-password', { user: 'ana', password: 'x' }],
    [lookUp('ana'), PUT],
  ],
  ['a password is changed', [BIND], ['set-password', { user: 'ana', password: 'x' }], []],
  ['an account is locked', [BIND], ['lock-user', { user: 'ana' }], []],
  ['a staged user joins a bound group', [BIND, staged], ['add-member', { group: 'Engineering', user: 'sid' }], []],
  [
    'a staged member is activated',
    [BIND, staged, ['add-member', { group: 'Engineering', user: 'sid' }]],
    ['activate-user', { user: 'sid' }],
    [lookUp('sid'), POST, PATCH_GROUP],
  ],
  [
    'a suspended user whom the target never got joins',
    [BIND, ['suspend-user', { user: 'cy' }]],
    ['add-member', { group: 'Engineering', user: 'cy' }],
    [],
  ],
  [
    'a user leaves a group and is still in another',
    [OTHER, BIND, BIND_OTHER],
    ['remove-member', { group: 'Other', user: 'ana' }],
    [PATCH_GROUP],
  ],
  [
    'a user leaves his last bound group',
    [BIND],
    ['remove-member', { group: 'Engineering', user: 'ana' }],
    [PATCH_GROUP, lookUp('ana'), PUT],
  ],
  [
    'a user comes back',
    [BIND, ['remove-member', { group: 'Engineering', user: 'ana' }]],
    ['add-member', { group: 'Engineering', user: 'ana' }],
    [lookUp('ana'), PUT, PATCH_GROUP],
  ],
  ['a user is deleted', [BIND], ['delete-user', { user: 'ana' }], [PATCH_GROUP, lookUp('ana'), PUT]],
  ['a user out of scope is deleted', [BIND], ['delete-user', { user: 'cy' }], []],
  ['a group is renamed', [BIND], ['rename-group', { group: 'Engineering', name: 'Builders' }], [PATCH_GROUP]],
  ['a group is described', [BIND], ['update-group', { group: 'Engineering', set: { description: 'x' } }], []],
  ['a group that is not bound is renamed', [OTHER, BIND], ['rename-group', { group: 'Other', name: 'More' }], []],
  ['a group is unbound', [BIND], ['unbind-group', { group: 'Engineering' }], [lookUp('ana'), lookUp('bo'), PUT, PUT]],
  [
    'a group is unbound whose members are in another',
    [OTHER, BIND, BIND_OTHER],
    ['unbind-group', { group: 'Engineering' }],
    [lookUp('bo'), PUT],
  ],
  [
    'a group is deleted',
    [BIND],
    ['delete-group', { group: 'Engineering' }],
    ['DELETE /Groups/ID', lookUp('ana'), lookUp('bo'), PUT, PUT].sort(),
  ],
  [
    'an unbound group is bound again',
    [BIND, ['unbind-group', { group: 'Engineering' }]],
    BIND,
    [lookUp('ana'), lookUp('bo'), PUT, PUT, lookUpGroup('Engineering'), PATCH_GROUP],
  ],
  ['a user is associated directly', [BIND], ['bind-user', { user: 'cy' }], [lookUp('cy'), POST]],
  [
    'a direct association ends',
    [BIND, ['bind-user', { user: 'cy' }]],
    ['unbind-user', { user: 'cy' }],
    [lookUp('cy'), PUT],
  ],
  [
    'a direct association of a member ends',
    [BIND, ['bind-user', { user: 'ana' }]],
    ['unbind-user', { user: 'ana' }],
    [],
  ],
  ['the connector is deactivated', [BIND], ['deactivate', {}], []],
  ['the application is deleted', [BIND], ['delete-application', {}], []],
]

describe('a push follows each trigger', () => {
  test.each(rows)('%s', async (_trigger, before, [verb, input], heard) => {
    const world = await createActiveWorld()
    await addPeople(world)
    await actAll(world, before)
    world.target.traffic()
    await world.act(verb, input)
    const lines = world.target.traffic()
    expect(verb === 'delete-group' ? lines.sort() : lines).toEqual(heard)
    expect(await world.see('insights', { success: false })).toEqual([])
  })

  test('nothing about groups is sent while they are not managed', async () => {
    const world = await createActiveWorld({ groupManagement: false })
    await addPeople(world)
    await actAll(world, [
      BIND,
      ['add-member', { group: 'Engineering', user: 'cy' }],
      ['rename-group', { group: 'Engineering', name: 'Builders' }],
      ['remove-member', { group: 'Builders', user: 'ana' }],
      ['delete-group', { group: 'Builders' }],
    ])
    expect(world.target.traffic().filter((line) => line.includes('/Groups'))).toEqual([])
    expect([...world.target.users.values()].map(({ active }) => active)).toEqual([false, false, false])
  })

  test('turning group management on sends the bound groups', async () => {
    const world = await createActiveWorld({ groupManagement: false })
    await addPeople(world)
    await actAll(world, [BIND, ['set-group-management', { enabled: true }]])
    expect([...world.target.groups.values()]).toMatchObject([{ displayName: 'Engineering', members: { length: 2 } }])
  })

  test('a password is sent where the connector syncs passwords', async () => {
    const world = await createActiveWorld({ groupManagement: false, form: { syncPassword: true } })
    await addPeople(world)
    await actAll(world, [BIND, ['set-password', { user: 'ana', password: 'correct horse' }]])
    expect(world.target.requests.at(-1)?.body).toContain('"password":"correct horse"')
  })

  test('a direct association is ignored where the switch says so', async () => {
    const world = await createActiveWorld({ switches: { directUserAssociations: 'ignored' } })
    await addPeople(world)
    await world.act('bind-user', { user: 'cy' })
    expect(world.target.traffic()).toEqual([])
  })
})

describe('what the target hears', () => {
  test('a suspended, an expired, an orphaned and a deleted user are all set inactive, and none is deleted', async () => {
    const world = await createActiveWorld()
    await addPeople(world, ['ana', 'bo', 'cy'])
    await world.act('create-user', { username: 'dee', email: 'dee@example.com' })
    await actAll(world, [
      ['add-member', { group: 'Engineering', user: 'dee' }],
      BIND,
      ['suspend-user', { user: 'ana' }],
      ['expire-password', { user: 'bo' }],
      ['remove-member', { group: 'Engineering', user: 'cy' }],
      ['delete-user', { user: 'dee' }],
    ])
    expect([...world.target.users.values()].map(({ userName, active }) => [userName, active]).sort()).toEqual([
      ['ana', false],
      ['bo', false],
      ['cy', false],
      ['dee', false],
    ])
  })

  test('DELETE for a deleted user where the switch says so', async () => {
    const world = await createActiveWorld({ switches: { onUserDelete: 'delete' } })
    await addPeople(world)
    await actAll(world, [BIND, ['delete-user', { user: 'ana' }]])
    expect([...world.target.users.values()].map(({ userName }) => userName)).toEqual(['bo'])
  })

  test('a group of the same name is taken over, whatever its case', async () => {
    const world = await createActiveWorld()
    await addPeople(world)
    world.target.groups.set('old', { id: 'old', displayName: 'ENGINEERING', members: [{ value: 'stranger' }] })
    await world.act(...BIND)
    expect(world.target.groups.size).toBe(1)
    expect(world.target.groups.get('old')?.members).toHaveLength(3)
  })

  test('a user whom the target has already is adopted by user name and overwritten', async () => {
    const world = await createActiveWorld({ groupManagement: false })
    await addPeople(world, ['ana'])
    world.target.users.set('old', { id: 'old', userName: 'Ana', title: 'Former', photos: [{ value: 'p.png' }] })
    await world.act(...BIND)
    expect(world.target.users.get('old')).toMatchObject({
      userName: 'ana',
      displayName: 'Ana Example',
      photos: [{ value: 'p.png' }],
    })
    expect(world.target.users.get('old')).not.toHaveProperty('title')
  })

  test('a username changed while the user is out of scope makes a second account: the classic hazard', async () => {
    const world = await createActiveWorld({ groupManagement: false })
    await addPeople(world, ['ana'])
    await actAll(world, [
      BIND,
      ['remove-member', { group: 'Engineering', user: 'ana' }],
      ['update-user', { user: 'ana', set: { username: 'anna' } }],
      ['add-member', { group: 'Engineering', user: 'anna' }],
    ])
    expect([...world.target.users.values()].map(({ userName, active }) => [userName, active])).toEqual([
      ['ana', false],
      ['anna', true],
    ])
  })

  test('what the target does by itself is not noticed, and updates keep coming', async () => {
    const world = await createActiveWorld({ groupManagement: false })
    await addPeople(world, ['ana'])
    await world.act(...BIND)
    for (const user of world.target.users.values()) user.active = false
    await world.advance(365 * 86_400_000)
    expect(world.target.traffic()).toHaveLength(2)
    await world.act('update-user', { user: 'ana', set: { jobTitle: 'Boss' } })
    expect([...world.target.users.values()]).toMatchObject([{ active: true, title: 'Boss' }])
  })
})

async function actAll(world: World, acts: readonly Act[]): Promise<void> {
  for (const [verb, input] of acts) await world.act(verb, input)
}
