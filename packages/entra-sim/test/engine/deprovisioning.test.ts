// Every row of the deprovisioning table: what happens in the source, what the target gets, and what it does not.
import { describe, expect, test } from 'vitest'
import { CYCLE, contoso, type Fixture, type FixtureOptions } from './tenant-fixture.ts'

/** Ana is provisioned through the group Team; then `act` happens, one cycle after the other. */
async function afterwards(
  options: FixtureOptions,
  acts: readonly ((f: Fixture) => unknown)[],
  prepare?: (f: Fixture) => unknown,
) {
  const fixture = await contoso({ preset: 'lark', ...options })
  await prepare?.(fixture)
  await fixture.do('set-object-actions', { objectType: 'Group', enabled: false })
  await fixture.do('create-group', { name: 'Team', members: ['ana'] })
  await fixture.do('assign', { group: 'Team' })
  await fixture.do('start')
  fixture.sent()
  for (const act of acts) {
    await act(fixture)
    await fixture.advance(CYCLE)
  }
  const writes = fixture.sent().filter((line) => !line.startsWith('GET '))
  return { fixture, writes: writes.map((line) => line.replace(/"[^"]*ana@contoso.example"/g, '"<ana>"')) }
}

const unassign = (f: Fixture) => f.do('unassign', { group: 'Team' })
const leaveGroup = (f: Fixture) => f.do('remove-member', { group: 'Team', user: 'ana' })
const block = (f: Fixture) => f.do('block-user', { user: 'ana' })
const softDelete = (f: Fixture) => f.do('delete-user', { user: 'ana' })
const purge = (f: Fixture) => f.do('purge-user', { user: 'ana' })
const noActive = (f: Fixture) => f.do('remove-mapping', { target: 'active' })
const noRename = { switches: { softDeleteRename: 'keepOldName' } }

const DISABLE =
  'PATCH /Users/u1 {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"Replace","path":"active","value":"False"}]}'
const DELETE = 'DELETE /Users/u1'

describe('with active mapped from IsSoftDeleted', () => {
  test.each<[string, FixtureOptions, ((f: Fixture) => unknown)[], string[]]>([
    ['unassigning the group disables', {}, [unassign], [DISABLE]],
    ['leaving the assigned group disables', {}, [leaveGroup], [DISABLE]],
    ['blocking the sign-in disables', {}, [block], [DISABLE]],
    ['a soft delete disables', noRename, [softDelete], [DISABLE]],
    ['a purge after a soft delete that was seen deletes', noRename, [softDelete, purge], [DISABLE, DELETE]],
    ['a purge after an unassignment deletes nothing', noRename, [unassign, purge], [DISABLE]],
    ['a soft delete after an unassignment sends nothing more', noRename, [unassign, softDelete], [DISABLE]],
    ['a purge within one interval sends nothing', {}, [purge], []],
    [
      'a purge within one interval deletes, given quickPurge',
      { switches: { quickPurge: 'delete' } },
      [purge],
      [DELETE],
    ],
    ['blocking, then unassigning, disables once', {}, [block, unassign], [DISABLE]],
  ])('%s', async (_name, options, acts, expected) => {
    expect((await afterwards(options, acts)).writes).toEqual(expected)
  })

  test('a soft delete sends the prefixed name with the disable', async () => {
    const { writes, fixture } = await afterwards({}, [softDelete])
    expect(writes).toHaveLength(1)
    expect(writes[0]).toContain(
      '{"op":"Replace","path":"userName","value":"<ana>"},{"op":"Replace","path":"active","value":"False"}',
    )
    expect(fixture.responder.users.get('u1')?.userName).toMatch(/^[0-9a-f]{32}ana@contoso\.example$/)
  })

  test('the bin is emptied after 30 days, and the purge is passed on', async () => {
    const { fixture } = await afterwards(noRename, [softDelete])
    await fixture.advance(30 * 24 * 3_600_000 - 2 * CYCLE)
    expect(fixture.responder.users.has('u1')).toBe(true)
    await fixture.advance(2 * CYCLE)
    expect(fixture.responder.users.has('u1')).toBe(false)
    expect(await fixture.view('links')).toEqual({})
  })
})

describe('with active not mapped', () => {
  test.each<[string, FixtureOptions, ((f: Fixture) => unknown)[], string[]]>([
    ['unassigning sends nothing', {}, [unassign], []],
    ['blocking sends nothing', {}, [block], []],
    ['a soft delete sends nothing', noRename, [softDelete], []],
    ['a purge deletes', noRename, [softDelete, purge], [DELETE]],
    ['unassigning, then purging, sends nothing', noRename, [unassign, softDelete, purge], []],
    [
      'unassigning deletes, given the switch',
      { switches: { unmappedActiveOnUnassign: 'delete' } },
      [unassign],
      [DELETE],
    ],
  ])('%s', async (_name, options, acts, expected) => {
    expect((await afterwards(options, acts, noActive)).writes).toEqual(expected)
  })
})

describe('with active mapped from accountEnabled', () => {
  const wrong = (f: Fixture) => f.do('set-mapping', { target: 'active', source: 'accountEnabled' })
  test.each<[string, ((f: Fixture) => unknown)[], string[]]>([
    ['blocking disables', [block], [DISABLE]],
    ['unassigning leaves the account enabled', [unassign], []],
    ['leaving the group leaves the account enabled', [leaveGroup], []],
    ['a soft delete leaves the account enabled', [softDelete], []],
  ])('%s', async (_name, acts, expected) => {
    expect((await afterwards({}, acts, wrong)).writes).toEqual(expected)
  })
})

describe('settings and actions that hold removals back', () => {
  test.each<[string, (f: Fixture) => unknown, ((f: Fixture) => unknown)[], string[]]>([
    [
      'SkipOutOfScopeDeletions: unassigning sends nothing',
      (f) => f.do('set-settings', { skipOutOfScopeDeletions: true }),
      [unassign],
      [],
    ],
    [
      'SkipOutOfScopeDeletions: blocking still disables',
      (f) => f.do('set-settings', { skipOutOfScopeDeletions: true }),
      [block],
      [DISABLE],
    ],
    [
      'Update unticked: no disable',
      (f) => f.do('set-object-actions', { actions: ['Create', 'Delete'] }),
      [unassign],
      [],
    ],
    [
      'Delete unticked: no DELETE',
      (f) => f.do('set-object-actions', { actions: ['Create', 'Update'] }),
      [softDelete, purge],
      [DISABLE],
    ],
  ])('%s', async (_name, prepare, acts, expected) => {
    expect((await afterwards(noRename, acts, prepare)).writes).toEqual(expected)
  })

  test('the log says why nothing was sent', async () => {
    const { fixture } = await afterwards({}, [unassign], (f) => f.do('set-settings', { skipOutOfScopeDeletions: true }))
    const entries = Object.values(
      await fixture.view('provisioning-logs', { cycle: 'last', source: 'ana@contoso.example' }),
    )
    expect(entries).toMatchObject([{ status: 'skipped', code: 'SkipOutOfScopeDeletions' }])
  })
})

describe('coming back', () => {
  const ENABLE = DISABLE.replace('False', 'True')
  test.each<[string, ((f: Fixture) => unknown)[]]>([
    ['re-assigned', [unassign, (f) => f.do('assign', { group: 'Team' })]],
    ['back in the group', [leaveGroup, (f) => f.do('add-member', { group: 'Team', user: 'ana' })]],
    ['unblocked', [block, (f) => f.do('unblock-user', { user: 'ana' })]],
    ['restored', [softDelete, (f) => f.do('restore-user', { user: 'ana' })]],
  ])('a user who is %s is enabled again by PATCH, never by POST', async (_name, acts) => {
    expect((await afterwards(noRename, acts)).writes).toEqual([DISABLE, ENABLE])
  })

  test('a user who came back is looked after again: the next unassignment disables, a purge deletes', async () => {
    const again = (f: Fixture) => f.do('assign', { group: 'Team' })
    const { writes } = await afterwards(noRename, [unassign, again, unassign, again, softDelete, purge])
    expect(writes).toEqual([DISABLE, ENABLE, DISABLE, ENABLE, DISABLE, DELETE])
  })

  test('a target that hides inactive users gets a POST and answers 409', async () => {
    const { fixture } = await afterwards({ switches: { on404CachedId: 'rematch' } }, [unassign])
    fixture.responder.faults.push(({ method, url }) => {
      if (method === 'GET' && url.includes('/Users/')) return { status: 404 }
      return method === 'GET' ? { status: 200, body: '{"totalResults":0,"Resources":[]}' } : undefined
    })
    await fixture.do('assign', { group: 'Team' })
    await fixture.advance(CYCLE)
    expect(fixture.sent().map((line) => line.split(' ', 2).join(' '))).toContain('POST /Users')
    expect(await fixture.view('escrows')).toMatchObject({
      'ana@contoso.example': { errorCode: 'SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering' },
    })
  })
})

test('a user who is disabled and was never provisioned is not created', async () => {
  const fixture = await contoso()
  await fixture.do('assign', { user: 'di' })
  await fixture.do('start')
  expect(fixture.responder.users.size).toBe(0)
  const entries = await fixture.view('provisioning-logs', { source: 'di@contoso.example' })
  expect(Object.values(entries)).toMatchObject([{ status: 'skipped', code: 'DisabledNeverProvisioned' }])
})
