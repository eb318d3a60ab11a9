// What each token of resetScope clears and what it keeps (Graph: synchronizationJobRestartCriteria). The target is in trouble, so
// that the cycle which follows a restart changes nothing.
import { describe, expect, test } from 'vitest'
import { CYCLE, contoso, type Fixture } from './tenant-fixture.ts'

/** Five links, one failure to be retried, two removals held back, a quarantine and a watermark. */
async function burdened(): Promise<Fixture> {
  const fixture = await contoso({ preset: 'lark', settings: { deletionThreshold: 1 } })
  await fixture.do('assign', { users: ['ana', 'bo', 'cy', 'eve'], group: 'Sales' })
  await fixture.do('start')
  fixture.responder.faults.push(({ url, method }) =>
    method === 'PATCH' && url.endsWith('/u1') ? { status: 400 } : undefined,
  )
  await fixture.do('update-user', { user: 'ana', set: { jobTitle: 'Director' } })
  for (const user of ['bo', 'cy', 'eve']) await fixture.do('block-user', { user })
  await fixture.advance(CYCLE)
  fixture.responder.faults.splice(0, 1, () => ({ status: 500 }))
  return fixture
}

interface State {
  readonly isInitialCycleDue: boolean
  readonly links: number
  readonly escrows: number
  readonly staged: number
  readonly state: string
  readonly status: { readonly quarantine: { readonly reason: string } | null }
}

async function stateOf(fixture: Fixture): Promise<object> {
  const job = (await fixture.view('job')).Lark as unknown as State
  const { isInitialCycleDue, links, escrows, staged, state, status } = job
  return { isInitialCycleDue, links, escrows, staged, state, quarantine: status.quarantine?.reason ?? null }
}

const BEFORE = {
  isInitialCycleDue: false,
  links: 5,
  escrows: 1,
  staged: 3,
  state: 'Active',
  quarantine: 'TooManyDeletes',
}

test('before', async () => {
  expect(await stateOf(await burdened())).toEqual(BEFORE)
})

//  resetScope | what differs from before
const SCOPES: [resetScope: string | undefined, changed: object][] = [
  ['None', {}],
  ['Escrows', { escrows: 0 }],
  ['Watermark', { isInitialCycleDue: true, staged: 0 }],
  ['QuarantineState', { quarantine: null }],
  ['ConnectorDataStore', { links: 0 }],
  ['ForceDeletes', { quarantine: null }],
  ['Watermark, Escrows', { isInitialCycleDue: true, staged: 0, escrows: 0 }],
  ['Watermark, Escrows, QuarantineState', { isInitialCycleDue: true, staged: 0, escrows: 0, quarantine: null }],
  ['Escrows,QuarantineState', { escrows: 0, quarantine: null }],
  ['Watermark, ForceDeletes', { isInitialCycleDue: true, quarantine: null }],
  ['Full', { isInitialCycleDue: true, staged: 0, escrows: 0, quarantine: null, links: 0 }],
  [undefined, { isInitialCycleDue: true, staged: 0, escrows: 0, quarantine: null }],
  ['', { isInitialCycleDue: true, staged: 0, escrows: 0, quarantine: null }],
]

describe('a running job', () => {
  test.each(SCOPES)('resetScope %j', async (resetScope, changed) => {
    const fixture = await burdened()
    await fixture.do('restart', { resetScope })
    expect(await stateOf(fixture)).toEqual({ ...BEFORE, ...changed })
  })
})

describe('a job that was stopped runs again', () => {
  test.each(SCOPES)('resetScope %j', async (resetScope, changed) => {
    const fixture = await burdened()
    await fixture.do('stop')
    fixture.sent()
    await fixture.do('restart', { resetScope })
    expect(await stateOf(fixture)).toEqual({ ...BEFORE, ...changed })
    expect(fixture.sent()).toHaveLength(1)
  })
})

describe('by other ways', () => {
  test.each<[string, (fixture: Fixture) => Promise<unknown>, object]>([
    ['start keeps everything but the quarantine', (fixture) => fixture.do('start'), { quarantine: null }],
    ['stop keeps everything', (fixture) => fixture.do('stop'), { state: 'Paused' }],
    [
      'a saved mapping',
      (fixture) => fixture.do('remove-mapping', { target: 'title' }),
      { isInitialCycleDue: true, escrows: 0, quarantine: null },
    ],
    [
      'a saved scoping filter',
      (fixture) => fixture.do('set-scoping-filter', { filter: '[department] EQUALS "Sales"' }),
      { isInitialCycleDue: true, escrows: 0, quarantine: null },
    ],
    [
      'saved target object actions',
      (fixture) => fixture.do('set-object-actions', { objectType: 'User', actions: ['Create', 'Update'] }),
      { isInitialCycleDue: true, escrows: 0, quarantine: null },
    ],
    [
      'the default mappings restored',
      (fixture) => fixture.do('use-mapping-preset', { preset: 'default' }),
      { isInitialCycleDue: true, escrows: 0, quarantine: null },
    ],
    [
      'another scope of the settings is not looked at before a restart',
      (fixture) => fixture.do('set-settings', { scope: 'Sync all users and groups' }),
      {},
    ],
    [
      'new credentials',
      (fixture) => fixture.do('set-credentials', { tenantUrl: 'https://scim.example/scim/v2', secretToken: 'other' }),
      {},
    ],
  ])('%s', async (_name, act, changed) => {
    const fixture = await burdened()
    await act(fixture)
    expect(await stateOf(fixture)).toEqual({ ...BEFORE, ...changed })
  })
})

test('what the service counts begins anew with the links, and with nothing else', async () => {
  const countsAfter = async (resetScope: string) => {
    const fixture = await burdened()
    await fixture.do('restart', { resetScope })
    const { status } = (await fixture.view('job')).Lark as { status: { synchronizedEntryCountByType: object[] } }
    return status.synchronizedEntryCountByType
  }
  expect(await countsAfter('Watermark, Escrows')).toEqual([
    { key: 'User', value: 4 },
    { key: 'Group', value: 1 },
  ])
  expect(await countsAfter('ConnectorDataStore')).toEqual([])
})

test('a mapping saved in quarantine brings the next cycle forward to the usual interval', async () => {
  const fixture = await burdened()
  fixture.responder.faults.length = 0
  fixture.sent()
  await fixture.do('remove-mapping', { target: 'title' })
  await fixture.advance(CYCLE - 1)
  expect(fixture.sent()).toEqual([])
  await fixture.advance(1)
  expect(fixture.sent().length).toBeGreaterThan(1)
  expect(await stateOf(fixture)).toMatchObject({ isInitialCycleDue: false, staged: 3, quarantine: 'TooManyDeletes' })
})
