import { describe, expect, test } from 'vitest'
import { readResetScope } from '../../src/acts/restart.ts'
import { CYCLE, contoso, type Fixture } from './tenant-fixture.ts'

test.each([
  [undefined, { watermark: true, escrows: true, quarantine: true, links: false, forceDeletes: false }],
  ['', { watermark: true, escrows: true, quarantine: true, links: false, forceDeletes: false }],
  ['Full', { watermark: true, escrows: true, quarantine: true, links: true, forceDeletes: false }],
  ['None', { watermark: false, escrows: false, quarantine: false, links: false, forceDeletes: false }],
  ['Watermark, Escrows', { watermark: true, escrows: true, quarantine: false, links: false, forceDeletes: false }],
  ['QuarantineState', { watermark: false, escrows: false, quarantine: true, links: false, forceDeletes: false }],
  ['ConnectorDataStore', { watermark: false, escrows: false, quarantine: false, links: true, forceDeletes: false }],
  ['ForceDeletes', { watermark: false, escrows: false, quarantine: false, links: false, forceDeletes: true }],
  ['Everything', 'Everything'],
])('resetScope %j', (text, expected) => {
  expect(readResetScope(text, { portalRestartKeepsLinks: true })).toEqual(expected)
})

async function started(): Promise<Fixture> {
  const fixture = await contoso({ preset: 'lark' })
  await fixture.do('assign', { users: ['ana', 'bo'] })
  await fixture.do('start')
  fixture.sent()
  return fixture
}

const methods = (fixture: Fixture) => fixture.sent().map((line) => line.split(/[ ?]/, 2).join(' '))

describe('restarting', () => {
  test('the portal way keeps links: users are read by id', async () => {
    const fixture = await started()
    await fixture.do('restart')
    expect(methods(fixture)).toEqual(['GET /Users', 'GET /Users/u1', 'GET /Users/u2'])
  })

  test('Full drops links: users are matched again, and the entry count starts anew', async () => {
    const fixture = await started()
    await fixture.do('restart', { resetScope: 'Full' })
    expect(methods(fixture)).toEqual(['GET /Users', 'GET /Users', 'GET /Users'])
    expect(await fixture.view('job')).toMatchObject({
      Lark: { status: { synchronizedEntryCountByType: [{ key: 'User', value: 2 }] } },
    })
  })

  test('after Full, users who left scope before are never disabled', async () => {
    const fixture = await started()
    await fixture.do('stop')
    await fixture.do('unassign', { user: 'ana' })
    await fixture.do('restart', { resetScope: 'Full' })
    expect([...fixture.responder.users.values()].map(({ active }) => active)).toEqual([true, true])
  })

  test('saving a mapping makes the next cycle an initial one, and links stay', async () => {
    const fixture = await started()
    await fixture.do('remove-mapping', { target: 'title' })
    await fixture.advance(CYCLE)
    expect(methods(fixture)).toEqual(['GET /Users', 'GET /Users/u1', 'GET /Users/u2'])
    await fixture.advance(CYCLE)
    expect(methods(fixture)).toEqual(['GET /Users'])
  })

  test('narrowing the scope does nothing by itself', async () => {
    const fixture = await contoso({ preset: 'lark', settings: { scope: 'Sync all users and groups' } })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    expect(fixture.responder.users.size).toBe(4)
    expect(fixture.responder.groups.size).toBe(2)
    fixture.sent()
    await fixture.do('set-settings', { scope: 'Sync only assigned users and groups' })
    await fixture.advance(CYCLE)
    expect(methods(fixture)).toEqual(['GET /Users'])
    await fixture.do('restart')
    const active = [...fixture.responder.users.values()].filter((user) => user.active).map(({ userName }) => userName)
    expect(active).toEqual(['ana@contoso.example'])
    expect(fixture.responder.groups.size).toBe(0)
  })
})

test('stopped, nothing runs; started again, the job goes on from its watermark', async () => {
  const fixture = await started()
  await fixture.do('stop')
  await fixture.do('update-user', { user: 'ana', set: { jobTitle: 'Director' } })
  await fixture.advance(3 * CYCLE)
  expect(fixture.sent()).toEqual([])
  await fixture.do('start')
  expect(methods(fixture).slice(1).sort()).toEqual([
    expect.stringMatching(/^GET .Users.u\d$/),
    expect.stringMatching(/^PATCH .Users.u\d$/),
  ])
})

test('a link is deleted only while the job is stopped', async () => {
  const fixture = await started()
  await expect(fixture.do('delete-link', { user: 'ana' })).rejects.toThrow('stop it first')
  await fixture.do('stop')
  await fixture.do('delete-link', { user: 'ana' })
  expect(Object.keys(await fixture.view('links'))).toEqual(['bo@contoso.example'])
  expect(fixture.responder.users.size).toBe(2)
})

test('a group renamed at the target: found again by its id, and after Full only by what matches', async () => {
  const byName = await contoso({ preset: 'lark' })
  await byName.do('assign', { group: 'Sales' })
  await byName.do('start')
  const rename = (fixture: Fixture) => {
    const group = [...fixture.responder.groups.values()][0]
    if (group) group.displayName = 'Vertrieb'
  }
  rename(byName)
  await byName.do('restart', { resetScope: 'Full' })
  expect(byName.responder.groups.size).toBe(2)

  const byId = await contoso({ preset: 'default' })
  await byId.do('set-mapping', { objectType: 'Group', target: 'displayName', source: 'displayName' })
  await byId.do('set-mapping', { objectType: 'Group', target: 'externalId', source: 'objectId', matchingPriority: 1 })
  await byId.do('assign', { group: 'Sales' })
  await byId.do('start')
  rename(byId)
  await byId.do('restart', { resetScope: 'Full' })
  expect([...byId.responder.groups.values()].map(({ displayName }) => displayName)).toEqual(['Sales'])
})
