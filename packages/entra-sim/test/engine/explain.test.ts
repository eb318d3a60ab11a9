// What explain says of an object in every state, and that asking leaves no trace.
import { describe, expect, test } from 'vitest'
import { CYCLE, contoso, type Fixture, type FixtureOptions } from './tenant-fixture.ts'

interface Explained {
  readonly name: string
  readonly scope: object | null
  readonly match: { readonly linkedTo: string | null; readonly attempts: readonly object[] }
  readonly evaluate: { readonly intent: string; readonly changes: readonly { displayName: string }[] }
  readonly act: {
    readonly action: string
    readonly status: string
    readonly reason: string | null
    readonly requests: readonly { method: string; wasSent: boolean; status: number | null }[]
    readonly escrow: { errorCode: string; attempts: number; nextAttemptAt: string } | null
  }
}

async function provisioned(options: FixtureOptions = {}): Promise<Fixture> {
  const fixture = await contoso({ preset: 'lark', ...options })
  await fixture.do('assign', { users: ['ana', 'bo', 'cy', 'di'], group: 'Sales' })
  await fixture.do('start')
  return fixture
}

const idOf = async (fixture: Fixture, key: string) =>
  String(Object.values(await fixture.view('users')).find((user) => user.key === key)?.id)

interface Picture {
  readonly seq: number
  readonly rows: readonly { readonly collection: string }[]
  readonly streams: unknown
}

/** Everything that the tenant keeps, but for the ids that it has drawn; the target; and the number of lines in the journal. */
function traces(fixture: Fixture): { readonly seq: number; readonly state: string } {
  const { seq, rows, streams } = fixture.tenant.control.snapshot() as Picture
  const kept = rows.filter(({ collection }) => collection !== 'idCounters')
  return { seq, state: JSON.stringify([kept, streams, ...fixture.responder.users, ...fixture.responder.groups]) }
}

/** Explains, and holds that nothing came of it. */
async function explained(fixture: Fixture, input: object): Promise<Explained> {
  fixture.sent()
  const before = traces(fixture)
  const explanation = (await fixture.do('explain', input)) as Explained
  const after = traces(fixture)
  expect(after.state === before.state).toBe(true)
  // The picture itself is one line.
  expect(after.seq).toBe(before.seq + 1)
  expect(fixture.sent().filter((line) => !line.startsWith('GET '))).toEqual([])
  return explanation
}

/** `GET 200`, and in brackets what would be sent. */
const requests = ({ act }: Explained) =>
  act.requests.map(({ method, wasSent, status }) => (wasSent ? `${method} ${status}` : `(${method})`)).join(' ')

type Case = [
  state: string,
  act: (fixture: Fixture) => Promise<unknown>,
  input: object,
  intent: string,
  acted: string,
  requests: string,
]

describe('a user', () => {
  const ana = { user: 'ana' }
  test.each<Case>([
    ['in sync', async () => {}, ana, 'evaluate', 'other skipped RedundantExport', 'GET 200'],
    [
      'changed',
      (f) => f.do('update-user', { ...ana, set: { jobTitle: 'X' } }),
      ana,
      'evaluate',
      'update success',
      'GET 200 (PATCH)',
    ],
    [
      'not assigned',
      async () => {},
      { user: 'eve' },
      'skip: NotEffectivelyEntitled',
      'other skipped NotEffectivelyEntitled',
      '',
    ],
    [
      'out of the scoping filter, never linked',
      async (f) => {
        await f.do('assign', { user: 'eve' })
        await f.do('set-scoping-filter', { filter: '[department] EQUALS "Sales"' })
      },
      { user: 'eve' },
      'skip: OutOfScope',
      'other skipped OutOfScope',
      '',
    ],
    [
      'to be created',
      (f) => f.do('assign', { user: 'eve' }),
      { user: 'eve' },
      'evaluate',
      'create success',
      'GET 200 (POST)',
    ],
    ['unassigned', (f) => f.do('unassign', ana), ana, 'disable: outOfScope', 'disable success', 'GET 200 (PATCH)'],
    ['blocked', (f) => f.do('block-user', ana), ana, 'disable: disabledInSource', 'disable success', 'GET 200 (PATCH)'],
    [
      'blocked and never provisioned',
      async () => {},
      { user: 'di' },
      'skip: DisabledNeverProvisioned',
      'other skipped DisabledNeverProvisioned',
      '',
    ],
    ['in the bin', (f) => f.do('delete-user', ana), ana, 'disable: softDeleted', 'disable success', 'GET 200 (PATCH)'],
    [
      'in the bin and known to be',
      async (f) => {
        await f.do('delete-user', ana)
        await f.advance(CYCLE)
      },
      ana,
      'skip: AlreadyDisabled',
      'other skipped AlreadyDisabled',
      '',
    ],
    [
      'gone from the target',
      async (f) => f.responder.users.delete('u1'),
      ana,
      'evaluate',
      'other failure The user or group u1, created or matched before, no longer exists in the target. Create it again or restart provisioning.',
      'GET 404',
    ],
    [
      'while the target is down',
      async (f) => f.responder.faults.push(() => ({ kind: 'connection', message: 'ECONNREFUSED' })),
      ana,
      'evaluate',
      'other failure ECONNREFUSED',
      'GET null',
    ],
    [
      'while the token is refused',
      async (f) => f.responder.faults.push(() => ({ status: 401 })),
      ana,
      'evaluate',
      expect.stringMatching(/^other failure /),
      'GET 401',
    ],
    ['while the job is stopped', (f) => f.do('stop'), ana, 'evaluate', 'other skipped RedundantExport', 'GET 200'],
  ])('%s', async (_state, act, input, intent, acted, sent) => {
    const fixture = await provisioned()
    await act(fixture)
    const explanation = await explained(fixture, input)
    const { action, status, reason } = explanation.act
    expect([explanation.evaluate.intent, requests(explanation)]).toEqual([intent, sent])
    expect([action, status, reason].filter((word) => word !== null).join(' ')).toEqual(acted)
  })

  test('gone from the directory is explained by his object id, as long as the job knows him', async () => {
    const fixture = await provisioned()
    const user = await idOf(fixture, 'ana')
    await fixture.do('delete-user', { user })
    await fixture.advance(CYCLE)
    await fixture.do('purge-user', { user })
    const explanation = await explained(fixture, { user })
    expect(explanation).toMatchObject({
      name: expect.stringContaining('ana@contoso.example'),
      scope: null,
      match: { linkedTo: 'u1' },
      evaluate: { intent: 'delete: hardDeleted' },
      act: { action: 'delete', status: 'success' },
    })
    expect(requests(explanation)).toBe('(DELETE)')
    await fixture.advance(CYCLE)
    await expect(fixture.do('explain', { user })).rejects.toThrow('There is no user')
  })

  test('that nobody knows', async () => {
    const fixture = await provisioned()
    await expect(fixture.do('explain', { user: 'nobody' })).rejects.toThrow('There is no user "nobody"')
  })

  test('who failed before: when he is tried again', async () => {
    const fixture = await provisioned()
    fixture.responder.faults.push(({ method }) => (method === 'PATCH' ? { status: 400 } : undefined))
    await fixture.do('update-user', { user: 'ana', set: { jobTitle: 'X' } })
    await fixture.advance(2 * CYCLE)
    const explanation = await explained(fixture, { user: 'ana' })
    expect(explanation.act).toMatchObject({
      action: 'update',
      escrow: {
        errorCode: 'SystemForCrossDomainIdentityManagementServiceIncompatible',
        attempts: 2,
        nextAttemptAt: '2026-01-05T14:40:00Z',
      },
    })
  })

  test('whose removal is held back', async () => {
    const fixture = await provisioned({ settings: { deletionThreshold: 0 } })
    await fixture.do('unassign', { user: 'ana' })
    await fixture.advance(CYCLE)
    expect(await explained(fixture, { user: 'ana' })).toMatchObject({
      evaluate: { intent: 'stage disable: outOfScope' },
      act: { action: 'stageddelete', reason: 'AccidentalDeletionsPrevented', requests: [] },
    })
  })

  test('before there are credentials', async () => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('create-app', { name: 'Other' })
    await fixture.do('assign', { app: 'Other', user: 'ana' })
    expect(await explained(fixture, { app: 'Other', user: 'ana' })).toMatchObject({
      evaluate: { intent: 'evaluate' },
      act: { status: 'failure', reason: 'There is no tenant URL; set it first.' },
    })
  })

  test('the random numbers of a mapping are not those that the next cycle draws', async () => {
    const titleAfter = async (isExplained: boolean) => {
      const fixture = await contoso({ preset: 'lark' })
      await fixture.do('set-mapping', { target: 'title', type: 'Expression', source: 'Guid()' })
      await fixture.do('assign', { user: 'ana' })
      if (isExplained) await explained(fixture, { user: 'ana' })
      await fixture.do('start')
      return fixture.responder.users.get('u1')?.title
    }
    expect(await titleAfter(true)).toBe(await titleAfter(false))
  })
})

describe('a group', () => {
  const sales = { group: 'Sales' }
  test.each<Case>([
    ['in sync', async () => {}, sales, 'evaluate', 'other skipped RedundantExport', 'GET 200'],
    [
      'renamed',
      (f) => f.do('rename-group', { ...sales, name: 'Sellers' }),
      { group: 'Sellers' },
      'evaluate',
      'update success',
      'GET 200 (PATCH)',
    ],
    [
      'not assigned',
      async () => {},
      { group: 'Staff' },
      'skip: NotEffectivelyEntitled',
      'other skipped NotEffectivelyEntitled',
      '',
    ],
    ['unassigned', (f) => f.do('unassign', sales), sales, 'delete: outOfScope', 'delete success', 'GET 200 (DELETE)'],
    [
      'of a type that is switched off',
      (f) => f.do('set-object-actions', { objectType: 'Group', enabled: false }),
      sales,
      'Group mapping is not enabled',
      'other skipped',
      '',
    ],
  ])('%s', async (_state, act, input, intent, acted, sent) => {
    const fixture = await provisioned()
    await act(fixture)
    const explanation = await explained(fixture, input)
    const { action, status, reason } = explanation.act
    expect([explanation.evaluate.intent, requests(explanation)]).toEqual([intent, sent])
    expect([action, status, reason].filter((word) => word !== null).join(' ')).toEqual(acted)
  })

  test('gone from the directory, by its object id', async () => {
    const fixture = await provisioned()
    const group = String((await fixture.view('groups')).Sales?.id)
    await fixture.do('delete-group', sales)
    const explanation = await explained(fixture, { group })
    expect([explanation.name, explanation.evaluate.intent, requests(explanation)]).toEqual([
      'Sales',
      'delete: groupDeleted',
      '(DELETE)',
    ])
  })
})

test('the mapping of users cannot be switched off', async () => {
  const fixture = await contoso()
  const off = { objectType: 'User', enabled: false }
  await expect(fixture.do('set-object-actions', off)).rejects.toThrow('cannot be switched off')
})
