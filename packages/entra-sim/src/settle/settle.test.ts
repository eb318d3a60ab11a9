// The table of settle.ts, and what administrators did meanwhile.
import { DAY_MS, MINUTE_MS } from '@scimulator/shared/runtime'
import { describe, expect, test } from 'vitest'
import { entraSwitches } from '../behaviour.ts'
import type { Escrow } from '../job/escrow.ts'
import { newJob, type SynchronizationJob } from '../job/job.ts'
import { SynchronizationSchema } from '../schema/synchronization-schema.ts'
import { type CycleEnd, settle } from './settle.ts'
import { emptyTally } from './tally.ts'

const NOW = Date.parse('2026-01-05T08:00:00Z')
const job: SynchronizationJob = {
  ...newJob('job', 'app', SynchronizationSchema.parse({}), NOW),
  state: 'Active',
  watermark: 3,
  nextCycleAt: null,
}
const refused = { code: 'Unauthorized', reason: '401', isJobLevel: true }
const inTrouble = { code: 'InternalServerError', reason: '503', isJobLevel: true }
const unreached = { code: 'Timeout', reason: 'No answer', isJobLevel: true }
const escrow: Escrow = {
  ...{ objectId: 'u', objectType: 'User', part: 'object', errorCode: 'X', members: [] },
  ...{ firstFailedAt: NOW, attempts: 1, nextAttemptAt: NOW },
}

function end(parts: Partial<CycleEnd> = {}): CycleEnd {
  return {
    job,
    current: parts.job ?? job,
    appName: 'Lark',
    settings: { deletionThresholdCount: 5, notificationEmail: 'admin@contoso.example' },
    cycleId: 'cycle',
    startedAt: NOW,
    endedAt: NOW + MINUTE_MS,
    position: 9,
    tally: emptyTally(),
    jobError: undefined,
    escrows: new Map(),
    owed: [],
    switches: entraSwitches(),
    ...parts,
  }
}

function settled(parts: Partial<CycleEnd> = {}) {
  const { changes, audits, mails } = settle(end(parts))
  const change = changes.at(-1)
  if (change?.kind !== 'job' || change.value === null) throw new Error('the job comes last')
  const { watermark, quarantine, state, nextCycleAt, lastExecution } = change.value
  const reason = quarantine?.reason
  return { watermark, reason, state, nextCycleAt, execution: lastExecution?.state, audits, mails, next: change.value }
}

const many = { ...emptyTally(), considered: 5_000, objectFailures: 5_000 }

describe('a cycle', () => {
  test.each<[string, Partial<CycleEnd>, object]>([
    ['went through', {}, { watermark: 9, reason: undefined, execution: 'Succeeded', state: 'Active' }],
    [
      'had failures',
      { tally: { ...emptyTally(), objectFailures: 1 } },
      { watermark: 9, execution: 'EntryLevelErrors' },
    ],
    ['had too many', { tally: many }, { watermark: 9, reason: 'EncounteredEscrowProportionThreshold' }],
    ['staged removals', { tally: { ...emptyTally(), staged: 6 } }, { watermark: 9, reason: 'TooManyDeletes' }],
    [
      'was refused',
      { jobError: refused },
      { watermark: 3, reason: 'EncounteredQuarantineException', execution: 'Failed' },
    ],
    ['met a server in trouble', { jobError: inTrouble }, { watermark: 3, reason: undefined, execution: 'Failed' }],
    ['reached nobody', { jobError: unreached }, { watermark: 3, reason: undefined, execution: 'Failed' }],
    [
      'reached nobody, where that is as bad as a refusal',
      { jobError: unreached, switches: entraSwitches({ probeConnectionFailure: 'quarantine' }) },
      { watermark: 3, reason: 'EncounteredQuarantineException' },
    ],
  ])('that %s', (_what, parts, expected) => {
    expect(settled(parts)).toMatchObject(expected)
  })

  test('comes again 40 minutes after it began', () => {
    expect(settled().nextCycleAt).toBe(NOW + 40 * MINUTE_MS)
  })

  test('that was the first and had too many failures prunes them, and the job pauses', () => {
    const first = { ...job, watermark: null }
    const { changes } = settle(end({ job: first, tally: many, escrows: new Map([['u', escrow]]) }))
    expect(changes[0]).toEqual({ kind: 'escrow', jobId: job.id, key: 'u', value: null })
    expect(settled({ job: first, tally: many })).toMatchObject({
      state: 'Paused',
      nextCycleAt: null,
      reason: undefined,
    })
  })

  test('that broke off owes what it could not write any more', () => {
    const owed = [{ kind: 'escrow', jobId: job.id, key: 'u references', value: escrow }] as const
    expect(settle(end({ jobError: inTrouble, owed })).changes.slice(0, -1)).toEqual(owed)
  })
})

describe('what administrators did while it ran stays', () => {
  test.each<[string, Partial<SynchronizationJob>, object]>([
    ['stopped', { state: 'Paused', nextCycleAt: null }, { state: 'Paused', nextCycleAt: null, watermark: 9 }],
    ['restarted', { resets: 1, calls: 1, nextCycleAt: NOW }, { watermark: 3, nextCycleAt: NOW }],
  ])('%s', (_what, changed, expected) => {
    expect(settled({ current: { ...job, ...changed } })).toMatchObject(expected)
  })
})

describe('a quarantine', () => {
  const since = (days: number) => settled({ jobError: refused, endedAt: NOW - days * DAY_MS }).next.quarantine

  test('is announced when it begins, by mail too, and not again for the same reason', () => {
    const first = settled({ jobError: refused })
    expect(first.audits).toMatchObject([{ activity: 'Quarantine', appName: 'Lark', jobId: job.id }])
    expect(first.mails).toMatchObject([{ to: 'admin@contoso.example' }])
    const again = settled({ jobError: refused, current: { ...job, quarantine: since(1) } })
    expect([again.audits, again.mails]).toEqual([[], []])
  })

  test('is lifted by a cycle that goes through, and kept by one that fails otherwise', () => {
    const current = { ...job, quarantine: since(1) }
    expect(settled({ current }).next.quarantine).toBeNull()
    expect(settled({ current, jobError: inTrouble }).reason).toBe('EncounteredQuarantineException')
  })

  test('of more than four weeks disables the job', () => {
    const { state, audits } = settled({ jobError: refused, current: { ...job, quarantine: since(29) } })
    expect(state).toBe('Disabled')
    expect(audits).toMatchObject([{ activity: 'Disable/pause provisioning configuration' }])
  })
})
