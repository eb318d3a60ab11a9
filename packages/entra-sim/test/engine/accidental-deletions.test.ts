// Microsoft: Enable accidental deletions prevention. What counts, when it is counted, and the ways out.
import { DAY_MS } from '@scimulator/shared/runtime'
import { describe, expect, test } from 'vitest'
import { CYCLE, contoso, type Fixture, type FixtureOptions } from './tenant-fixture.ts'

const EVERYBODY = ['ana', 'bo', 'cy', 'eve']

async function provisioned(deletionThreshold: number | null, options: FixtureOptions = {}): Promise<Fixture> {
  const settings = { deletionThreshold, notificationEmail: 'admin@contoso.example', ...options.settings }
  const fixture = await contoso({ preset: 'lark', ...options, settings })
  await fixture.do('assign', { users: EVERYBODY, group: 'Sales' })
  await fixture.do('start')
  fixture.sent()
  return fixture
}

const active = (fixture: Fixture) => [...fixture.responder.users.values()].filter((one) => one.active === true).length
const staged = async (fixture: Fixture) => Object.keys(await fixture.view('staged-deletes')).length
const reason = async (fixture: Fixture) =>
  ((await fixture.view('job')).Lark as { status: { quarantine: { reason: string } | null } }).status.quarantine
    ?.reason ?? null
const removals = (fixture: Fixture) =>
  fixture.sent().filter((line) => line.startsWith('DELETE') || line.includes('"path":"active"'))

async function unassignAll(fixture: Fixture): Promise<void> {
  for (const user of EVERYBODY) await fixture.do('unassign', { user })
  await fixture.do('unassign', { group: 'Sales' })
}

describe('what counts against a threshold of 0', () => {
  test.each<[string, (fixture: Fixture) => Promise<unknown>, number]>([
    ['an unassigned user', (f) => f.do('unassign', { user: 'ana' }), 1],
    ['an unassigned group, and nobody who is assigned himself', (f) => f.do('unassign', { group: 'Sales' }), 1],
    [
      'a user who leaves the scoping filter',
      (f) => f.do('set-scoping-filter', { filter: '[department] EQUALS "Sales"' }),
      2,
    ],
    ['a blocked user', (f) => f.do('block-user', { user: 'ana' }), 1],
    ['a user in the bin', (f) => f.do('delete-user', { user: 'ana' }), 1],
    ['a deleted group', (f) => f.do('delete-group', { group: 'Sales' }), 1],
    ['an update', (f) => f.do('update-user', { user: 'ana', set: { jobTitle: 'X' } }), 0],
    ['a member who leaves a group and stays in scope', (f) => f.do('remove-member', { group: 'Sales', user: 'bo' }), 0],
    ['a purge that nobody had seen coming, which sends nothing', (f) => f.do('purge-user', { user: 'ana' }), 0],
  ])('%s: %i', async (_what, act, count) => {
    const fixture = await provisioned(0)
    await act(fixture)
    await fixture.advance(CYCLE)
    expect(await staged(fixture)).toBe(count)
    expect(await reason(fixture)).toBe(count > 0 ? 'TooManyDeletes' : null)
    expect(count > 0 ? removals(fixture) : []).toEqual([])
  })

  test('a user who leaves his only group', async () => {
    const fixture = await contoso({ preset: 'lark', settings: { deletionThreshold: 0 } })
    await fixture.do('assign', { group: 'Sales' })
    await fixture.do('start')
    await fixture.do('remove-member', { group: 'Sales', user: 'bo' })
    await fixture.advance(CYCLE)
    expect(await staged(fixture)).toBe(1)
  })

  test('a hard delete, after its soft delete was let through', async () => {
    const fixture = await provisioned(null)
    await fixture.do('delete-user', { user: 'ana' })
    await fixture.advance(CYCLE)
    await fixture.do('set-settings', { deletionThreshold: 0 })
    await fixture.advance(31 * DAY_MS)
    expect(await staged(fixture)).toBe(1)
    expect(Object.values(await fixture.view('staged-deletes'))).toMatchObject([{ action: 'delete' }])
  })

  test('nothing that SkipOutOfScopeDeletions leaves alone', async () => {
    const fixture = await provisioned(0, { settings: { skipOutOfScopeDeletions: true } })
    await unassignAll(fixture)
    await fixture.advance(CYCLE)
    expect([await staged(fixture), await reason(fixture), removals(fixture)]).toEqual([0, null, []])
  })

  test('nothing while the prevention is off', async () => {
    const fixture = await provisioned(null)
    await unassignAll(fixture)
    await fixture.advance(CYCLE)
    expect([await staged(fixture), await reason(fixture), active(fixture)]).toEqual([0, null, 0])
  })
})

describe('initial cycles', () => {
  test('count as well while the links are there', async () => {
    const fixture = await provisioned(2)
    await fixture.do('stop')
    await unassignAll(fixture)
    await fixture.do('restart')
    expect([await staged(fixture), await reason(fixture), active(fixture)]).toEqual([5, 'TooManyDeletes', 4])
  })

  test('have nothing to count after Full: those who left are unknown', async () => {
    const fixture = await provisioned(2)
    await fixture.do('stop')
    await unassignAll(fixture)
    await fixture.do('restart', { resetScope: 'Full' })
    expect([await staged(fixture), await reason(fixture), active(fixture)]).toEqual([0, null, 4])
  })

  test('with too many failures and too many removals are in quarantine for the removals, and paused', async () => {
    const fixture = await provisioned(1, { switches: { quarantineEvaluationStart: 1, quarantineBaseFailures: 1 } })
    for (const user of ['ana', 'eve']) await fixture.do('unassign', { user })
    await fixture.do('create-user', { key: 'new', userPrincipalName: 'new@contoso.example' })
    await fixture.do('assign', { user: 'new' })
    fixture.responder.faults.push(({ method }) => (method === 'GET' ? undefined : { status: 400 }))
    await fixture.do('remove-mapping', { target: 'title' })
    await fixture.do('set-mapping', { target: 'displayName', source: 'jobTitle' })
    await fixture.advance(CYCLE)
    expect(await reason(fixture)).toBe('TooManyDeletes')
    expect((await fixture.view('job')).Lark).toMatchObject({
      state: 'Paused',
      staged: 2,
      status: { escrowsPruned: true },
    })
  })
})

describe('ways out', () => {
  async function tripped(): Promise<Fixture> {
    const fixture = await provisioned(1)
    for (const user of ['ana', 'eve']) await fixture.do('unassign', { user })
    await fixture.advance(CYCLE)
    expect(await staged(fixture)).toBe(2)
    fixture.sent()
    return fixture
  }

  test('allowing carries out what is held back, and the next cycle is healthy', async () => {
    const fixture = await tripped()
    await fixture.do('allow-deletes')
    expect([active(fixture), await staged(fixture), await reason(fixture)]).toEqual([2, 0, null])
  })

  test('allowing covers what is held back alone: more that came meanwhile are counted', async () => {
    const fixture = await tripped()
    await fixture.do('unassign', { group: 'Sales' })
    for (const user of ['bo', 'cy']) await fixture.do('unassign', { user })
    await fixture.do('allow-deletes')
    expect([active(fixture), await staged(fixture), await reason(fixture)]).toEqual([2, 3, 'TooManyDeletes'])
  })

  test('allowing while the target is down is allowing once it is back', async () => {
    const fixture = await tripped()
    fixture.responder.faults.push(() => ({ status: 500 }))
    await fixture.do('allow-deletes')
    expect(active(fixture)).toBe(4)
    fixture.responder.faults.length = 0
    await fixture.advance(CYCLE)
    expect([active(fixture), await staged(fixture)]).toEqual([2, 0])
  })

  test('after it was allowed, the next mass removal is held back again', async () => {
    const fixture = await tripped()
    await fixture.do('allow-deletes')
    for (const user of ['bo', 'cy']) await fixture.do('unassign', { user })
    await fixture.do('unassign', { group: 'Sales' })
    await fixture.advance(CYCLE)
    expect([active(fixture), await staged(fixture), await reason(fixture)]).toEqual([2, 3, 'TooManyDeletes'])
  })

  test('there is nothing to allow without anything held back', async () => {
    const fixture = await provisioned(1)
    await expect(fixture.do('allow-deletes')).rejects.toThrow('nothing to allow')
  })

  test.each<[string, (fixture: Fixture) => Promise<unknown>]>([
    ['assigning them again', async (f) => f.do('assign', { users: ['ana', 'eve'] })],
    ['a higher threshold', async (f) => f.do('set-settings', { deletionThreshold: 2 })],
    [
      'an assigned group that has them',
      async (f) => [
        await f.do('create-group', { name: 'T', members: ['ana', 'eve'] }),
        await f.do('assign', { group: 'T' }),
      ],
    ],
  ])('the cause is gone by %s, then a restart: healthy', async (what, act) => {
    const fixture = await tripped()
    await act(fixture)
    await fixture.do('restart')
    expect([await staged(fixture), await reason(fixture)]).toEqual([0, null])
    expect(active(fixture)).toBe(what === 'a higher threshold' ? 2 : 4)
  })

  test('the cause half gone: what is left is below the limit and is sent', async () => {
    const fixture = await tripped()
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('restart')
    expect([active(fixture), await staged(fixture), await reason(fixture)]).toEqual([3, 0, null])
  })

  test('waiting is none: each retry holds them back again, and after four weeks the job is disabled', async () => {
    const fixture = await tripped()
    await fixture.advance(40 * DAY_MS)
    expect([active(fixture), removals(fixture)]).toEqual([4, []])
    expect((await fixture.view('job')).Lark).toMatchObject({ state: 'Disabled', staged: 2 })
  })
})

test('a group whose deletion is held back, and one that failed, are forgotten once groups are switched off', async () => {
  const fixture = await provisioned(0)
  await fixture.do('create-group', { name: 'Team' })
  await fixture.do('assign', { group: 'Team' })
  fixture.responder.faults.push(({ method }) => (method === 'POST' ? { status: 400 } : undefined))
  await fixture.do('unassign', { group: 'Sales' })
  await fixture.advance(CYCLE)
  expect([await staged(fixture), Object.keys(await fixture.view('escrows'))]).toEqual([1, ['Team']])
  await fixture.do('set-object-actions', { objectType: 'Group', enabled: false })
  await fixture.advance(2 * CYCLE)
  expect([await staged(fixture), await reason(fixture), await fixture.view('escrows')]).toEqual([0, null, {}])
  expect(fixture.sent().filter((line) => line.includes('/Groups') && !line.startsWith('GET'))).toHaveLength(1)
})

test('one mail and one audit entry when it trips, none for each retry, and both again when it trips anew', async () => {
  const fixture = await provisioned(0)
  const told = async () => [
    Object.values(await fixture.view('mails')).length,
    Object.values(await fixture.view('audit-logs')).filter(({ activity }) => activity === 'Quarantine').length,
  ]
  await fixture.do('unassign', { user: 'ana' })
  await fixture.advance(CYCLE)
  expect(await told()).toEqual([1, 1])
  await fixture.advance(3 * DAY_MS)
  expect(await told()).toEqual([1, 1])
  await fixture.do('allow-deletes')
  await fixture.do('unassign', { user: 'eve' })
  await fixture.advance(CYCLE)
  expect(await told()).toEqual([2, 2])
})

test('a removal that is held back is told as StagedDelete, and as what it is once it is made', async () => {
  const fixture = await provisioned(0)
  await fixture.do('unassign', { user: 'ana' })
  await fixture.advance(CYCLE)
  const actions = async () =>
    Object.values(await fixture.view('provisioning-logs', { cycle: 'last' })).map(({ name, action, status }) =>
      [name, action, status].join(' '),
    )
  expect(await actions()).toEqual(['ana@contoso.example stageddelete skipped'])
  await fixture.do('allow-deletes')
  expect(await actions()).toEqual(['ana@contoso.example disable success'])
})
