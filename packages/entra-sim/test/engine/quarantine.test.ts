import { DAY_MS, HOUR_MS } from '@scimulator/shared/runtime'
import { describe, expect, test } from 'vitest'
import { CYCLE, contoso, type Fixture, type FixtureOptions } from './tenant-fixture.ts'

async function everybody(options: FixtureOptions = {}): Promise<Fixture> {
  const fixture = await contoso({ preset: 'lark', ...options })
  await fixture.do('create-group', { name: 'Team', members: ['ana', 'bo', 'cy', 'eve'] })
  await fixture.do('assign', { group: 'Team' })
  return fixture
}

const job = async (fixture: Fixture) =>
  (await fixture.view('job')).Lark as { state: string; status: Record<string, unknown>; nextCycleAt: string }

describe('invalid credentials and endpoints that do not speak SCIM', () => {
  test.each([
    ['401 on the probe', { status: 401 }, 'SystemForCrossDomainIdentityManagementInvalidCredentials'],
    ['403 on the probe', { status: 403 }, 'SystemForCrossDomainIdentityManagementInvalidCredentials'],
    ['404 on the probe', { status: 404 }, 'SystemForCrossDomainIdentityManagementServiceIncompatible'],
    ['no list on the probe', { status: 200, body: '{}' }, 'SystemForCrossDomainIdentityManagementServiceIncompatible'],
  ])('%s quarantines the job at once', async (_name, answer, code) => {
    const fixture = await everybody({ settings: { notificationEmail: 'admin@contoso.example' } })
    fixture.responder.faults.push(() => answer)
    await fixture.do('start')
    const { status } = await job(fixture)
    expect(status).toMatchObject({
      code: 'Quarantine',
      quarantine: { reason: 'EncounteredQuarantineException', error: { code, tenantActionable: true }, seriesCount: 1 },
      lastExecution: { state: 'Failed' },
    })
    expect(fixture.sent()).toHaveLength(1)
    expect(Object.values(await fixture.view('mails'))).toMatchObject([
      { to: 'admin@contoso.example', from: 'azure-noreply@microsoft.com' },
    ])
    expect(Object.values(await fixture.view('audit-logs')).map(({ activity }) => activity)).toContain('Quarantine')
  })

  test.each([
    ['ladder', 6 * HOUR_MS],
    ['gradual', 5 * 60_000],
  ])('with the backoff %s the next attempt comes after %i ms', async (quarantineBackoff, wait) => {
    const fixture = await everybody({ switches: { quarantineBackoff } })
    fixture.responder.faults.push(() => ({ status: 401 }))
    await fixture.do('start')
    fixture.responder.faults.length = 0
    await fixture.advance(wait - 1)
    expect((await job(fixture)).status).toMatchObject({ code: 'Quarantine' })
    await fixture.advance(1)
    expect((await job(fixture)).status).toMatchObject({ code: 'Active', quarantine: null })
  })

  test('401 in the middle of a cycle stops it, and the watermark stays', async () => {
    const fixture = await everybody()
    fixture.responder.faults.push(({ method }) => (method === 'POST' ? { status: 401 } : undefined))
    await fixture.do('start')
    expect(fixture.sent().filter((line) => line.startsWith('POST'))).toHaveLength(1)
    fixture.responder.faults.length = 0
    await fixture.advance(6 * HOUR_MS)
    expect(fixture.responder.users.size).toBe(4)
    expect((await job(fixture)).status).toMatchObject({ code: 'Active', quarantine: null })
  })

  test.each([
    ['500', { status: 500 }, 'InternalServerError'],
    ['502 with a page of HTML', { status: 502, body: '<html>Bad Gateway</html>' }, 'InternalServerError'],
    ['429', { status: 429 }, 'TooManyRequests'],
    ['no answer in time', { kind: 'timeout', message: 'No answer within 30 s' } as const, 'Timeout'],
    ['no connection', { kind: 'connection', message: 'ECONNREFUSED' } as const, 'WebExceptionProtocolError'],
  ])('%s on the probe fails the cycle without quarantine; the next one is on time', async (_name, answer, code) => {
    const fixture = await everybody({ settings: { notificationEmail: 'admin@contoso.example' } })
    fixture.responder.faults.push(() => answer)
    await fixture.do('start')
    await fixture.advance(CYCLE)
    expect((await job(fixture)).status).toMatchObject({
      code: 'Active',
      quarantine: null,
      countSuccessiveCompleteFailures: 2,
      lastExecution: { state: 'Failed', error: { code } },
    })
    expect(fixture.sent()).toHaveLength(2)
    expect(await fixture.view('mails')).toEqual({})
    fixture.responder.faults.length = 0
    await fixture.advance(CYCLE)
    expect(fixture.responder.users.size).toBe(4)
  })

  test.each([
    ['timeout', 'Timeout'],
    ['connection', 'WebExceptionProtocolError'],
  ] as const)('with probeConnectionFailure: quarantine a failed %s of the probe quarantines', async (kind, code) => {
    const fixture = await everybody({ switches: { probeConnectionFailure: 'quarantine' } })
    fixture.responder.faults.push(() => ({ kind, message: 'Nobody is there' }))
    await fixture.do('start')
    const quarantine = { reason: 'EncounteredQuarantineException', error: { code } }
    expect((await job(fixture)).status).toMatchObject({ code: 'Quarantine', quarantine })
  })

  test('cycles thin out to one a day, one mail is written, and after four weeks the job is disabled', async () => {
    const fixture = await everybody({ settings: { notificationEmail: 'admin@contoso.example' } })
    const start = fixture.schedule.now()
    fixture.responder.faults.push(() => ({ status: 401 }))
    await fixture.do('start')
    await fixture.advance(40 * DAY_MS)
    const hours = fixture.responder.exchanges.map(({ startedAt }) => (startedAt - start) / HOUR_MS)
    expect(hours.slice(0, 6)).toEqual([0, 6, 12, 24, 48, 72])
    expect(hours.at(-1)).toBe(28 * 24)
    expect((await job(fixture)).state).toBe('Disabled')
    expect(Object.keys(await fixture.view('mails'))).toHaveLength(1)
  })

  test('a mail for each reason, and the usual interval once a cycle succeeds', async () => {
    const fixture = await everybody({ settings: { notificationEmail: 'admin@contoso.example', deletionThreshold: 0 } })
    await fixture.do('start')
    fixture.responder.faults.push(() => ({ status: 401 }))
    await fixture.do('block-user', { user: 'ana' })
    await fixture.advance(CYCLE)
    const reasons = async () => Object.values(await fixture.view('mails')).map(({ subject }) => subject)
    expect(await reasons()).toHaveLength(1)
    fixture.responder.faults.length = 0
    await fixture.advance(6 * HOUR_MS)
    expect(await reasons()).toHaveLength(2)
    expect((await job(fixture)).status).toMatchObject({ quarantine: { reason: 'TooManyDeletes', seriesCount: 2 } })
    await fixture.do('unblock-user', { user: 'ana' })
    await fixture.advance(6 * HOUR_MS)
    const { status, nextCycleAt } = await job(fixture)
    expect(status).toMatchObject({ code: 'Active', quarantine: null })
    expect(Date.parse(nextCycleAt) - fixture.schedule.now()).toBe(CYCLE)
    expect(await reasons()).toHaveLength(2)
  })

  test('starting again lifts the quarantine', async () => {
    const fixture = await everybody()
    fixture.responder.faults.push(() => ({ status: 401 }))
    await fixture.do('start')
    fixture.responder.faults.length = 0
    await fixture.do('start')
    expect((await job(fixture)).status).toMatchObject({ code: 'Active', quarantine: null })
    expect(fixture.responder.users.size).toBe(4)
  })
})

describe('too many failures', () => {
  const failing = (fixture: Fixture) =>
    fixture.responder.faults.push(({ method }) => (method === 'PATCH' ? { status: 400 } : undefined))
  test.each<[string, Record<string, number>, string | undefined]>([
    ['below the start of the evaluation', { quarantineEvaluationStart: 4 }, undefined],
    ['above the proportion', { quarantineEvaluationStart: 3 }, 'EncounteredEscrowProportionThreshold'],
    ['above the count', { quarantineEvaluationStart: 3, quarantineBaseFailures: 2 }, 'EncounteredBaseEscrowThreshold'],
    ['above the total', { quarantineTotalFailures: 2 }, 'EncounteredTotalEscrowThreshold'],
  ])('%s', async (_name, switches, reason) => {
    const fixture = await everybody({ switches })
    await fixture.do('start')
    failing(fixture)
    for (const user of ['ana', 'bo', 'cy']) await fixture.do('update-user', { user, set: { jobTitle: 'X' } })
    await fixture.advance(CYCLE)
    expect((await job(fixture)).status).toMatchObject({ quarantine: reason === undefined ? null : { reason } })
  })

  test('in an initial cycle the failures are pruned and the job pauses', async () => {
    const fixture = await everybody({ switches: { quarantineEvaluationStart: 2 } })
    fixture.responder.faults.push(({ method }) => (method === 'POST' ? { status: 400 } : undefined))
    await fixture.do('start')
    expect(await job(fixture)).toMatchObject({ state: 'Paused', status: { escrowsPruned: true, quarantine: null } })
    expect(await fixture.view('escrows')).toEqual({})
  })
})

describe('prevention of accidental deletions', () => {
  const settings = { deletionThreshold: 2, notificationEmail: 'admin@contoso.example' }
  const isActive = (fixture: Fixture) =>
    [...fixture.responder.users.values()].filter(({ active }) => active === true).length

  async function tripped(options: FixtureOptions = {}): Promise<Fixture> {
    const fixture = await everybody({ settings, ...options })
    await fixture.do('set-object-actions', { objectType: 'Group', enabled: false })
    await fixture.do('start')
    fixture.sent()
    await fixture.do('create-user', { userPrincipalName: 'new@contoso.example', key: 'new' })
    await fixture.do('assign', { user: 'new' })
    await fixture.do('unassign', { group: 'Team' })
    await fixture.advance(CYCLE)
    return fixture
  }

  test('a mass unassignment is staged, nothing of it is sent, creates go on', async () => {
    const fixture = await tripped()
    expect(fixture.sent().filter((line) => /^(PATCH|DELETE)/.test(line))).toEqual([])
    expect(isActive(fixture)).toBe(5)
    expect(await job(fixture)).toMatchObject({
      staged: 4,
      status: { code: 'Quarantine', quarantine: { reason: 'TooManyDeletes' } },
    })
    const entries = Object.values(await fixture.view('provisioning-logs', { cycle: 'last' }))
    expect(entries.filter(({ action }) => action === 'stageddelete')).toHaveLength(4)
    expect(Object.values(await fixture.view('mails'))).toHaveLength(1)
  })

  test('allowed, the staged removals are sent and the job is healthy', async () => {
    const fixture = await tripped()
    expect(await fixture.do('allow-deletes')).toEqual({ allowed: 4 })
    expect(isActive(fixture)).toBe(1)
    expect(await job(fixture)).toMatchObject({ staged: 0, status: { code: 'Active', quarantine: null } })
  })

  test('the cause fixed and restarted, nobody is disabled', async () => {
    const fixture = await tripped()
    await fixture.do('assign', { group: 'Team' })
    await fixture.do('restart')
    expect(isActive(fixture)).toBe(5)
    expect(await job(fixture)).toMatchObject({ staged: 0, status: { code: 'Active', quarantine: null } })
  })

  test('restarted too early, they are staged again', async () => {
    const fixture = await tripped()
    await fixture.do('restart')
    expect(isActive(fixture)).toBe(5)
    expect(await job(fixture)).toMatchObject({ staged: 4, status: { code: 'Quarantine' } })
  })

  test('spread over several cycles the same removals never trip', async () => {
    const fixture = await everybody({ settings })
    await fixture.do('start')
    for (const pair of [
      ['ana', 'bo'],
      ['cy', 'eve'],
    ]) {
      for (const user of pair) await fixture.do('remove-member', { group: 'Team', user })
      await fixture.advance(CYCLE)
    }
    expect(isActive(fixture)).toBe(0)
    expect((await job(fixture)).status).toMatchObject({ code: 'Active' })
  })

  test.each([
    ['equal to the threshold passes', {}, 3, 1],
    ['equal to the threshold trips, given greaterOrEqual', { deleteThresholdCompare: 'greaterOrEqual' }, 3, 4],
    ['up to the threshold is sent, given executeUpToThreshold', { deleteTripPartial: 'executeUpToThreshold' }, 2, 2],
  ])('a count %s', async (_name, switches, deletionThreshold, stillActive) => {
    const fixture = await everybody({ switches, settings: { deletionThreshold } })
    await fixture.do('start')
    for (const user of ['ana', 'bo', 'cy']) await fixture.do('block-user', { user })
    await fixture.advance(CYCLE)
    expect(isActive(fixture)).toBe(stillActive)
  })

  test('groups count, and so do blocked sign-ins, soft deletes and purges', async () => {
    const fixture = await everybody({ settings: { deletionThreshold: 0 } })
    await fixture.do('start')
    await fixture.do('block-user', { user: 'ana' })
    await fixture.do('delete-user', { user: 'bo' })
    await fixture.do('delete-group', { group: 'Team' })
    await fixture.advance(CYCLE)
    const staged = Object.values(await fixture.view('staged-deletes')).map(
      ({ objectType, action }) => `${objectType} ${action}`,
    )
    expect(staged.sort()).toEqual(['Group delete', 'User disable', 'User disable', 'User disable', 'User disable'])
  })

  test('the rehearsal says so before, and sends nothing', async () => {
    const fixture = await everybody({ settings })
    await fixture.do('start')
    fixture.sent()
    await fixture.do('unassign', { group: 'Team' })
    expect(await fixture.do('rehearse')).toMatchObject({
      cycle: 'incremental',
      counts: { stage: 5, disable: 0, delete: 0 },
      wouldQuarantine: true,
    })
    expect(fixture.sent()).toEqual([])
    expect(await fixture.view('staged-deletes')).toEqual({})
  })
})
