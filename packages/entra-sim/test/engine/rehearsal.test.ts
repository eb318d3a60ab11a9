// A rehearsal says what the next cycle removes, and changes nothing: whatever happened before.
import { DAY_MS, HOUR_MS } from '@scimulator/shared/runtime'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CYCLE, contoso, type Fixture, type FixtureOptions } from './tenant-fixture.ts'

interface Rehearsed {
  readonly at: string
  readonly counts: Record<string, number>
  readonly wouldQuarantine: boolean
  readonly intents: readonly { name: string; objectId: string; intent: string; because: string }[]
}

const rehearse = async (fixture: Fixture) => (await fixture.do('rehearse')) as Rehearsed

interface Picture {
  readonly seq: number
  readonly rows: readonly { readonly collection: string }[]
  readonly streams: unknown
}

function traces(fixture: Fixture): { readonly seq: number; readonly state: string } {
  const { seq, rows, streams } = fixture.tenant.control.snapshot() as Picture
  const kept = rows.filter(({ collection }) => collection !== 'idCounters')
  return { seq, state: JSON.stringify([kept, streams, fixture.responder.traffic.length]) }
}

/** Rehearses, and holds that nothing came of it. */
async function rehearsed(fixture: Fixture): Promise<Rehearsed> {
  const before = traces(fixture)
  const said = await rehearse(fixture)
  const after = traces(fixture)
  expect(after.state === before.state).toBe(true)
  // The picture itself is one line of the journal.
  expect(after.seq).toBe(before.seq + 1)
  return said
}

const removals = ({ intents }: Rehearsed) =>
  intents.filter(({ intent }) => /disable|delete/.test(intent)).map(({ name, intent }) => `${intent} ${name}`)

async function provisioned(options: FixtureOptions = {}): Promise<Fixture> {
  const fixture = await contoso({ preset: 'lark', ...options })
  await fixture.do('assign', { users: ['ana', 'bo', 'cy', 'eve'], group: 'Sales' })
  await fixture.do('start')
  return fixture
}

describe('a rehearsal', () => {
  test.each<[string, FixtureOptions, (fixture: Fixture) => Promise<unknown>, string[], object]>([
    ['nothing to remove', {}, async () => {}, [], { wouldQuarantine: false }],
    [
      'an unassigned user and group',
      {},
      async (f) => {
        await f.do('unassign', { user: 'ana' })
        await f.do('unassign', { group: 'Sales' })
      },
      ['disable ana@contoso.example', 'delete Sales'],
      { counts: { evaluate: 0, disable: 1, delete: 1, stage: 0, skip: 0 } },
    ],
    [
      'more than the threshold',
      { settings: { deletionThreshold: 1 } },
      async (f) => {
        for (const user of ['ana', 'eve']) await f.do('block-user', { user })
      },
      ['stage disable ana@contoso.example', 'stage disable eve@contoso.example'],
      { wouldQuarantine: true, deletionThresholdCount: 1 },
    ],
    [
      'removals that are held back already, and one more',
      { settings: { deletionThreshold: 1 } },
      async (f) => {
        for (const user of ['ana', 'eve']) await f.do('block-user', { user })
        await f.advance(CYCLE)
        await f.do('unassign', { user: 'cy' })
        await f.do('remove-member', { group: 'Sales', user: 'cy' })
      },
      ['stage disable ana@contoso.example', 'stage disable eve@contoso.example', 'stage disable cy@contoso.example'],
      { wouldQuarantine: true },
    ],
    [
      'with SkipOutOfScopeDeletions',
      { settings: { skipOutOfScopeDeletions: true } },
      async (f) => {
        await f.do('unassign', { user: 'ana' })
        await f.do('block-user', { user: 'eve' })
      },
      ['disable eve@contoso.example'],
      {},
    ],
    [
      'with the action Update off',
      {},
      async (f) => {
        await f.do('set-object-actions', { objectType: 'User', actions: ['Create', 'Delete'] })
        await f.do('unassign', { user: 'ana' })
        await f.do('purge-user', { user: 'eve' })
      },
      [],
      { cycle: 'initial' },
    ],
    [
      'with the action Delete off',
      {},
      async (f) => {
        await f.do('set-object-actions', { objectType: 'Group', actions: ['Create', 'Update'] })
        await f.do('unassign', { group: 'Sales' })
      },
      [],
      {},
    ],
    [
      'a removal that failed and falls due with the next cycle',
      {},
      async (f) => {
        f.responder.faults.push(({ method }) => (method === 'PATCH' ? { status: 400 } : undefined))
        await f.do('unassign', { user: 'ana' })
        await f.advance(CYCLE)
      },
      ['disable ana@contoso.example'],
      {},
    ],
    [
      'a removal that failed and does not fall due with the next cycle',
      {},
      async (f) => {
        f.responder.faults.push(({ method }) => (method === 'PATCH' ? { status: 400 } : undefined))
        await f.do('unassign', { user: 'ana' })
        await f.advance(2 * CYCLE)
      },
      [],
      {},
    ],
    [
      'a removal that failed and falls due while the next cycle is waited for',
      {},
      async (f) => {
        f.responder.faults.push(({ method }) => (method === 'PATCH' ? { status: 400 } : undefined))
        await f.do('unassign', { user: 'ana' })
        await f.advance(CYCLE + 6 * HOUR_MS - 1)
      },
      ['disable ana@contoso.example'],
      { at: '2026-01-05T14:40:00Z' },
    ],
    [
      'somebody who will be purged before the cycle',
      {},
      async (f) => {
        await f.do('delete-user', { user: 'ana' })
        await f.advance(30 * DAY_MS - 1)
      },
      [expect.stringMatching(/^delete ana@contoso.example$/)],
      {},
    ],
    [
      'duplicate roles, which keep the cycle from beginning',
      {},
      async (f) => {
        const [app] = [...f.tenant.view.servicePrincipals.values()]
        if (!app) throw new Error('There is no app')
        const twice = { id: app.id, value: 'Admin', displayName: 'Admin', isEnabled: true }
        const value = { ...app, appRoles: [...app.appRoles, twice, twice] }
        f.tenant.ports.commit([{ kind: 'servicePrincipal', id: app.id, value }])
        await f.do('unassign', { user: 'ana' })
      },
      [],
      { wouldQuarantine: true },
    ],
  ])('%s', async (_what, options, act, expected, more) => {
    const fixture = await provisioned(options)
    await act(fixture)
    const said = await rehearsed(fixture)
    expect(removals(said)).toEqual(expected)
    expect(said).toMatchObject(more)
  })

  test('names the time of the cycle that it is about', async () => {
    const fixture = await provisioned()
    expect(await rehearsed(fixture)).toMatchObject({ at: '2026-01-05T08:40:00Z', cycle: 'incremental' })
    await fixture.do('stop')
    await fixture.advance(HOUR_MS)
    expect(await rehearsed(fixture)).toMatchObject({ at: '2026-01-05T09:00:00Z' })
  })
})

const USERS = ['ana', 'bo', 'cy', 'di', 'eve']
const user = fc.constantFrom(...USERS)
const group = fc.constantFrom('Sales', 'Staff', 'Team')
const principal = fc.oneof(fc.record({ user }), fc.record({ group }))
const verb = (name: string, input: fc.Arbitrary<object>) => fc.record({ verb: fc.constant(name), input })
const act = fc.oneof(
  verb('block-user', fc.record({ user })),
  verb('unblock-user', fc.record({ user })),
  verb('delete-user', fc.record({ user })),
  verb('restore-user', fc.record({ user })),
  verb('purge-user', fc.record({ user })),
  verb('update-user', fc.record({ user, set: fc.record({ department: fc.constantFrom('Sales', 'R&D') }) })),
  verb('assign', principal),
  verb('unassign', principal),
  verb('add-member', fc.record({ group, user })),
  verb('remove-member', fc.record({ group, user })),
  verb('delete-group', fc.record({ group })),
  verb('restore-group', fc.record({ group: fc.constant('Team') })),
  verb('restart', fc.record({ resetScope: fc.constantFrom('', 'Full', 'Watermark', 'Escrows', 'ForceDeletes') })),
  verb('allow-deletes', fc.constant({})),
  verb(
    'set-scoping-filter',
    fc.record({ filter: fc.constantFrom('[department] EQUALS "Sales"', '[objectId] IS NOT NULL') }),
  ),
  verb('set-settings', fc.record({ deletionThreshold: fc.constantFrom(null, 0, 1, 2) })),
  verb('set-settings', fc.record({ skipOutOfScopeDeletions: fc.boolean() })),
  verb(
    'set-object-actions',
    fc.record({
      objectType: fc.constantFrom('User', 'Group'),
      actions: fc.subarray(['Create', 'Update', 'Delete'], { minLength: 1 }),
    }),
  ),
  verb('provision-on-demand', fc.record({ user })),
  verb('faults', fc.record({ count: fc.integer({ min: 1, max: 4 }), status: fc.constantFrom(400, 503) })),
  verb('no more faults', fc.constant({})),
  verb('pass', fc.record({ days: fc.constantFrom(0.25, 1, 14, 29) })),
  { arbitrary: verb('cycle', fc.constant({})), weight: 5 },
)

/** What the cycle tells of an object: a removal that found nothing to change is told as redundant. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  disable: ['disable', 'RedundantExport'],
  delete: ['delete'],
  'stage disable': ['stageddelete'],
  'stage delete': ['stageddelete'],
}

/** Rehearses, lets the next cycle run, and compares what was said with the log and with the traffic. */
async function compared(fixture: Fixture): Promise<void> {
  const { view, logs } = fixture.tenant
  const [job] = [...view.jobs.values()]
  if (!job || job.nextCycleAt === null) return
  const { intents } = await rehearse(fixture)
  const said = new Map(intents.filter(({ intent }) => TOLD[intent]).map(({ objectId, intent }) => [objectId, intent]))
  const targets = new Map(
    [...view.jobData(job.id).links.values()].map(({ targetId, objectId }) => [targetId, objectId]),
  )
  const sent = fixture.responder.traffic.length
  const logged = logs.provisioning.recent().length
  await fixture.advance(job.nextCycleAt - fixture.schedule.now())
  const entries = logs.provisioning.recent().slice(logged)
  const told = entries.map(({ entry }) => ({
    ...entry,
    word: entry.action === 'other' ? entry.skipReason : entry.action,
  }))
  for (const { sourceId, action, word } of told) {
    const isRemoval = ['disable', 'delete', 'stageddelete'].includes(action)
    if (isRemoval) expect(TOLD[said.get(sourceId) ?? '']).toContain(word)
  }
  for (const [objectId, intent] of said) {
    const words = told.filter(({ sourceId }) => sourceId === objectId).map(({ word }) => word)
    expect(TOLD[intent]?.some((word) => words.includes(word))).toBe(true)
  }
  for (const line of fixture.responder.traffic.slice(sent)) {
    const gone = /^DELETE \/\w+\/(\w+)/.exec(line) ?? /^PATCH \/\w+\/(\w+) .*"active","value":"False"/.exec(line)
    if (gone) expect(said.get(targets.get(gone[1] ?? '') ?? '')).toMatch(/^(disable|delete)$/)
  }
}

async function perform(fixture: Fixture, { verb: name, input }: { verb: string; input: object }): Promise<void> {
  if (name === 'cycle') return compared(fixture)
  if (name === 'no more faults') return void fixture.responder.faults.splice(0)
  if (name === 'pass') return fixture.advance((input as { days: number }).days * DAY_MS)
  if (name !== 'faults') return void (await fixture.do(name, input).catch(() => undefined))
  const { count, status } = input as { count: number; status: number }
  let left = count
  fixture.responder.faults.push(({ method }) => {
    if (method === 'GET' || left === 0) return undefined
    left -= 1
    return { status }
  })
}

test('after any history the next cycle removes exactly what was rehearsed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { maxLength: 30 }),
      fc.constantFrom({}, { deleteTripPartial: 'executeUpToThreshold' }, { quickPurge: 'delete' }),
      fc.constantFrom(null, 0, 1, 2),
      async (acts, switches, deletionThreshold) => {
        const fixture = await contoso({ preset: 'lark', switches, settings: { deletionThreshold } })
        await fixture.do('create-group', { name: 'Team', type: 'microsoft365', members: ['ana', 'eve'] })
        await fixture.do('assign', { users: ['ana', 'bo'], groups: ['Sales', 'Team'] })
        await fixture.do('start')
        for (const one of acts) await perform(fixture, one)
        await compared(fixture)
        await fixture.tenant.close()
      },
    ),
    { numRuns: 60, seed: 20260105 },
  )
}, 120_000)
