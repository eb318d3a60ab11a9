import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CYCLE, contoso, type Fixture, type FixtureOptions } from './tenant-fixture.ts'

/** People are matched by their employee number. */
async function byNumber(options: FixtureOptions = {}): Promise<Fixture> {
  const fixture = await contoso({ preset: 'lark', ...options })
  await fixture.do('set-mapping', { target: 'externalId', source: 'employeeId', matchingPriority: 1 })
  await fixture.do('set-mapping', { target: 'userName', source: 'userPrincipalName', matchingPriority: 0 })
  return fixture
}

const sameNumber = (fixture: Fixture) => fixture.do('update-user', { user: 'bo', set: { employeeId: 'E-ana' } })
const names = (fixture: Fixture) => [...fixture.responder.users.values()].map(({ userName }) => userName).sort()

async function failures(fixture: Fixture): Promise<string[]> {
  const entries = Object.values(await fixture.view('provisioning-logs', { cycle: 'last' }))
  return entries.filter(({ status }) => status === 'failure').map(({ name, code }) => `${name} ${code}`)
}

const ANA = 'ana@contoso.example DuplicateSourceEntries'
const BO = 'bo@contoso.example DuplicateSourceEntries'

describe('two users with one matching value', () => {
  test('who both have to be matched both fail, and nothing is asked of the target about them', async () => {
    const fixture = await byNumber()
    await sameNumber(fixture)
    await fixture.do('assign', { users: ['ana', 'bo', 'cy'] })
    await fixture.do('start')
    expect(await failures(fixture)).toEqual([ANA, BO])
    expect(names(fixture)).toEqual(['cy@contoso.example'])
    expect(fixture.sent().filter((line) => line.includes('E-ana'))).toEqual([])
    expect(Object.keys(await fixture.view('escrows'))).toEqual(['ana@contoso.example', 'bo@contoso.example'])
  })

  test('of whom one is linked: the other fails, the linked one is looked after', async () => {
    const fixture = await byNumber()
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    await sameNumber(fixture)
    await fixture.do('assign', { user: 'bo' })
    await fixture.do('update-user', { user: 'ana', set: { jobTitle: 'Director' } })
    await fixture.advance(CYCLE)
    expect(await failures(fixture)).toEqual([BO])
    expect([...fixture.responder.users.values()]).toMatchObject([
      { userName: 'ana@contoso.example', title: 'Director' },
    ])
  })

  test('are provisioned once the values differ, at the next retry', async () => {
    const fixture = await byNumber()
    await sameNumber(fixture)
    await fixture.do('assign', { users: ['ana', 'bo'] })
    await fixture.do('start')
    await fixture.do('update-user', { user: 'bo', set: { employeeId: 'E-bo' } })
    await fixture.advance(CYCLE)
    expect(names(fixture)).toEqual(['ana@contoso.example', 'bo@contoso.example'])
    expect(await fixture.view('escrows')).toEqual({})
  })

  test.each<[string, (fixture: Fixture) => Promise<unknown>]>([
    ['is not in scope', async () => {}],
    [
      'is blocked and was never provisioned',
      async (f) => [await f.do('assign', { user: 'ana' }), await f.do('block-user', { user: 'ana' })],
    ],
    [
      'lies in the bin',
      async (f) => [await f.do('assign', { user: 'ana' }), await f.do('delete-user', { user: 'ana' })],
    ],
    ['is purged', async (f) => [await f.do('assign', { user: 'ana' }), await f.do('purge-user', { user: 'ana' })]],
  ])('do not hinder one another when one of them %s', async (_what, act) => {
    const fixture = await byNumber()
    await sameNumber(fixture)
    await act(fixture)
    await fixture.do('assign', { user: 'bo' })
    await fixture.do('start')
    expect(await failures(fixture)).toEqual([])
    expect(names(fixture)).toEqual(['bo@contoso.example'])
  })

  test('a guest and a member of one address, whatever its case', async () => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('create-user', { key: 'guest', userType: 'Guest', userPrincipalName: 'Ana@contoso.example' })
    await fixture.do('assign', { users: ['ana', 'guest', 'bo'] })
    await fixture.do('start')
    expect(await failures(fixture)).toHaveLength(2)
    expect(names(fixture)).toEqual(['bo@contoso.example'])
  })

  test('a second matching attribute counts once the first finds nobody', async () => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('set-mapping', { target: 'displayName', source: 'displayName', matchingPriority: 2 })
    fixture.responder.users.set('old', { id: 'old', userName: 'ana@contoso.example', displayName: 'Ana', active: true })
    await fixture.do('update-user', { user: 'bo', set: { displayName: 'Ana Alves' } })
    await fixture.do('assign', { users: ['ana', 'bo'] })
    await fixture.do('start')
    expect(await failures(fixture)).toEqual([BO])
    expect(fixture.responder.users.get('old')).toMatchObject({ displayName: 'Ana Alves' })
  })

  test('on demand and explained', async () => {
    const fixture = await byNumber()
    await sameNumber(fixture)
    await fixture.do('assign', { users: ['ana', 'bo'] })
    expect(await fixture.do('explain', { user: 'ana' })).toMatchObject({
      act: { status: 'failure', reason: expect.stringContaining('externalId "E-ana"') },
    })
    expect(await fixture.do('provision-on-demand', { user: 'ana' })).toMatchObject([
      { reason: 'DuplicateSourceEntries' },
    ])
    expect(await fixture.view('escrows')).toEqual({})
  })

  test('are both matched to one resource, given never', async () => {
    const fixture = await byNumber({ switches: { duplicateSourceEntries: 'never' } })
    await sameNumber(fixture)
    await fixture.do('assign', { users: ['ana', 'bo'] })
    await fixture.do('start')
    expect(await failures(fixture)).toEqual([])
    expect(new Set(Object.values(await fixture.view('links')).map(({ targetId }) => targetId)).size).toBe(1)
  })
})

test('two groups of one name are matched to one resource; given usersAndGroups, neither is', async () => {
  const failed = async (duplicateSourceEntries: string) => {
    const fixture = await contoso({ preset: 'lark', switches: { duplicateSourceEntries } })
    await fixture.do('create-group', { name: 'Sellers' })
    await fixture.do('assign', { groups: ['Sales', 'Sellers'] })
    await fixture.do('rename-group', { group: 'Sellers', name: 'Sales' })
    await fixture.do('start')
    return (await failures(fixture)).length
  }
  expect(await failed('users')).toBe(0)
  expect(await failed('usersAndGroups')).toBe(2)
})

test('who shares a value is known after any changes, also when the state was read back', async () => {
  const USERS = ['ana', 'bo', 'cy', 'di', 'eve']
  const user = fc.constantFrom(...USERS)
  const act = fc.oneof(
    fc.record({
      verb: fc.constant('update-user'),
      user,
      set: fc.record({ employeeId: fc.constantFrom('1', '2', '3') }),
    }),
    fc.record({
      verb: fc.constantFrom('delete-user', 'restore-user', 'assign', 'unassign', 'look', 'read back'),
      user,
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
      const fixture = await byNumber()
      const { control } = fixture.tenant
      const look = async () => {
        const users = await fixture.view('users')
        const assigned = new Set(Object.values(await fixture.view('assignments')).map(({ principal }) => principal))
        const rivals = Object.entries(users).filter(
          ([name, one]) => assigned.has(name) && one.accountEnabled && !one.deletedDateTime,
        )
        for (const [name, { employeeId, key }] of rivals) {
          const isShared = rivals.some(([other, one]) => other !== name && one.employeeId === employeeId)
          const { act: acted } = (await fixture.do('explain', { user: key })) as { act: { reason: string | null } }
          expect(acted.reason?.includes('More than one object') ?? false).toBe(isShared)
        }
      }
      for (const { verb, ...input } of acts) {
        if (verb === 'look') await look()
        else if (verb === 'read back') control.restore(JSON.parse(JSON.stringify(control.snapshot())))
        else await fixture.do(verb, input).catch(() => undefined)
      }
      await look()
    }),
    { numRuns: 40, seed: 20260105 },
  )
})
