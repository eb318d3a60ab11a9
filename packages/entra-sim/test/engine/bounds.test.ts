// What bounds a cycle: how long an answer may take, how long a failure is retried, how many objects are under way, and how far it is.
import { DAY_MS } from '@scimulator/shared/runtime'
import { describe, expect, test } from 'vitest'
import { contoso, type Fixture, type FixtureOptions } from './tenant-fixture.ts'

async function onlyAna(options: FixtureOptions = {}): Promise<Fixture> {
  const fixture = await contoso({ preset: 'lark', ...options })
  await fixture.do('assign', { user: 'ana' })
  return fixture
}

async function status(fixture: Fixture): Promise<Record<string, unknown>> {
  return (await fixture.view('job')).Lark?.status as Record<string, unknown>
}

describe('timeoutMs', () => {
  test.each([
    [5_000, 4_999, undefined],
    [5_000, 5_001, 'Timeout'],
    [30_000, 5_001, undefined],
  ])('with %i ms an answer after %i ms leads to %s', async (timeoutMs, durationMs, errorCode) => {
    const fixture = await onlyAna({ switches: { timeoutMs } })
    // The target does its work, and its answer to a POST comes late.
    fixture.responder.durationOf = ({ method }) => (method === 'POST' ? durationMs : 0)
    await fixture.do('start')
    const { 'ana@contoso.example': escrow } = await fixture.view('escrows')
    expect(escrow?.errorCode).toBe(errorCode)
    expect(fixture.responder.users.size).toBe(1)
  })
})

test('the last failure before an escrow is dropped says so, no earlier one does', async () => {
  const fixture = await onlyAna()
  fixture.responder.faults.push(({ method }) => (method === 'POST' ? { status: 500 } : undefined))
  await fixture.do('start')
  await fixture.advance(30 * DAY_MS)
  const reasons = Object.values(await fixture.view('provisioning-logs')).map((entry) => JSON.stringify(entry))
  const last = reasons.filter((text) => text.includes('not retried any more'))
  expect(last).toEqual([reasons.at(-1)])
  expect(reasons.length).toBeGreaterThan(30)
})

test('references that fail for 28 days are given up with a word, too', async () => {
  const fixture = await contoso({ preset: 'lark' })
  await fixture.do('assign', { group: 'Sales' })
  fixture.responder.faults.push(({ method, url }) =>
    method === 'PATCH' && url.includes('/Groups/') ? { status: 500 } : undefined,
  )
  await fixture.do('start')
  await fixture.advance(30 * DAY_MS)
  expect(await fixture.view('escrows')).toEqual({})
  const logs = Object.values(await fixture.view('provisioning-logs')).map((entry) => JSON.stringify(entry))
  expect(logs.filter((text) => text.includes('not retried any more'))).toHaveLength(1)
})

describe('duplicate roles', () => {
  test.each([
    [[{ value: 'Admin' }, { value: 'Admin' }], 'EncounteredQuarantineException'],
    [
      [
        { value: 'A', displayName: 'Same' },
        { value: 'B', displayName: 'Same' },
      ],
      'EncounteredQuarantineException',
    ],
    [[{ value: 'Admin' }, { value: 'Reader' }], undefined],
  ])('%j leads to %s', async (roles, reason) => {
    const fixture = await contoso()
    await fixture.do('create-app', { name: 'Other', roles })
    await fixture.do('set-credentials', { app: 'Other', tenantUrl: 'https://scim.example/scim/v2', secretToken: 's' })
    await fixture.do('start', { app: 'Other' })
    const { Other } = await fixture.view('job', { app: 'Other' })
    expect(Other?.status).toMatchObject({ quarantine: reason === undefined ? null : { reason } })
    const sent = fixture.sent()
    expect(sent).toHaveLength(reason === undefined ? 1 : 0)
  })
})

test('progress is told in pages while a cycle runs, and nothing is told between cycles', async () => {
  const fixture = await contoso({ preset: 'lark', settings: { scope: 'Sync all users and groups' } })
  for (let index = 0; index < 300; index += 1) {
    await fixture.do('create-user', { userPrincipalName: `p${index}@contoso.example`, key: `p${index}` })
  }
  const seen: unknown[] = []
  fixture.responder.faults.push(({ method }) => {
    const job = [...fixture.tenant.view.jobs.values()][0]
    if (method === 'POST') seen.push(fixture.tenant.ports.progress.get(job?.id ?? ''))
    return undefined
  })
  expect((await status(fixture)).progress).toEqual([])
  const running = fixture.do('start')
  await Promise.resolve()
  await running
  expect(seen.at(0)).toMatchObject({ completed: 0, total: 307 })
  expect(seen.at(-1)).toMatchObject({ completed: 306, total: 307 })
  expect((await status(fixture)).progress).toEqual([])
})

describe('parallelism', () => {
  const PEOPLE = 120

  async function populated(parallelism: number): Promise<Fixture> {
    const fixture = await contoso({ switches: { parallelism } })
    for (let index = 0; index < PEOPLE; index += 1) {
      const manager = index === 0 ? 'ana' : `p${Math.floor(index / 4)}`
      await fixture.do('create-user', { userPrincipalName: `p${index}@contoso.example`, key: `p${index}`, manager })
    }
    for (let group = 0; group < 6; group += 1) {
      await fixture.do('create-group', { name: `Group ${group}` })
      for (let index = group; index < PEOPLE; index += 3) {
        await fixture.do('add-member', { group: `Group ${group}`, user: `p${index}` })
      }
      await fixture.do('assign', { group: `Group ${group}` })
    }
    return fixture
  }

  async function history(parallelism: number): Promise<Fixture> {
    const fixture = await populated(parallelism)
    let posts = 0
    fixture.responder.faults.push(({ method, url }) => {
      if (method !== 'POST' || !url.endsWith('/Users')) return undefined
      posts += 1
      return posts % 7 === 0 && posts < 100 ? { status: 500 } : undefined
    })
    await fixture.do('start')
    for (let index = 0; index < PEOPLE; index += 5) {
      await fixture.do('update-user', { user: `p${index}`, set: { jobTitle: `Title ${index}` } })
    }
    await fixture.do('delete-user', { user: 'p11' })
    await fixture.do('unassign', { group: 'Group 2' })
    await fixture.advance(DAY_MS)
    // After a restart the order in which failures struck no longer matters: members who came late are there.
    await fixture.do('restart')
    return fixture
  }

  /** By names: ids come in the order of the answers. */
  function endState({ responder: { users, groups } }: Fixture) {
    const nameOf = (id: unknown) => users.get(String(id))?.userName ?? groups.get(String(id))?.displayName ?? id
    const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
    const shown = [...users.values()].map((one) => {
      const extension = one[enterprise] as { manager?: { value: string } } | undefined
      return { ...one, id: '', [enterprise]: { ...extension, manager: nameOf(extension?.manager?.value) } }
    })
    const kept = [...groups.values()].map(({ displayName, members }) => {
      const names = ((members ?? []) as { value: string }[]).map(({ value }) => String(nameOf(value)))
      return [String(displayName), names.sort()] as const
    })
    return { users: new Map(shown.map((one) => [String(Reflect.get(one, 'userName')), one])), groups: new Map(kept) }
  }

  test('16 at once end where one after another ends, and each object keeps its order', async () => {
    const [one, many] = [await history(1), await history(16)]
    expect(endState(many)).toEqual(endState(one))
    expect(many.responder.users.size).toBe(one.responder.users.size)
    for (const { objectId, targetId } of many.tenant.view
      .jobData([...many.tenant.view.jobs.keys()][0] ?? '')
      .links.values()) {
      expect(many.responder.users.has(targetId) || many.responder.groups.has(targetId), objectId).toBe(true)
    }
    const methods = many.responder.traffic.filter(
      (line) => line.includes('p10%40contoso.example') || line.includes('"p10@'),
    )
    expect(methods.map((line) => line.split(' ')[0]).slice(0, 2)).toEqual(['GET', 'POST'])
  })
})
