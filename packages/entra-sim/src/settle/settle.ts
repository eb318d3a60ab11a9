// The end of a cycle: the watermark moves, the status is counted, quarantine is imposed, kept or lifted, the next cycle is due.
//
//  the cycle                        | watermark      | quarantine
//  ---------------------------------|----------------|------------------------------------------------------------
//  went through                     | where it began | lifted
//  had too many failures            | where it began | by volume; an initial cycle pauses with its escrows pruned
//  staged removals                  | where it began | TooManyDeletes
//  broke off: credentials, no SCIM  | stays          | EncounteredQuarantineException
//  broke off: 429, 5xx              | stays          | as before, the next attempt later
//  broke off: no connection         | stays          | as credentials, or as 5xx (switch probeConnectionFailure)
//
// What administrators did to the job while the cycle ran stays as they left it.

import { MINUTE_MS } from '@scimulator/shared/runtime'
import type { EntraSwitches } from '../behaviour.ts'
import type { ObjectError } from '../conversation/outcome.ts'
import { minutesBetweenCycles } from '../job/cycle-interval.ts'
import { type Escrow, RETRY_PERIOD_MS } from '../job/escrow.ts'
import type { SynchronizationJob, TaskExecution } from '../job/job.ts'
import { exceededVolume, imposeQuarantine, type Quarantine, type QuarantineCause } from '../job/quarantine.ts'
import type { JobSettings } from '../job/settings.ts'
import type { AuditEvent } from '../log/audit-event.ts'
import { type Mail, quarantineMail } from '../log/mail.ts'
import type { EngineChange } from '../state/change.ts'
import type { Tally } from './tally.ts'

/** What a cycle has come to when nothing more is sent. */
export interface CycleEnd {
  /** The job as the cycle found it. */
  readonly job: SynchronizationJob
  /** The job as it is now. */
  readonly current: SynchronizationJob
  readonly appName: string
  readonly settings: Pick<JobSettings, 'deletionThresholdCount' | 'notificationEmail'>
  readonly cycleId: string
  readonly startedAt: number
  readonly endedAt: number
  /** Where the change log stood when the cycle began. */
  readonly position: number
  readonly tally: Readonly<Tally>
  /** What ended it, where it did not go through. */
  readonly jobError: ObjectError | undefined
  /** The escrows of the job as they stand. */
  readonly escrows: ReadonlyMap<string, Escrow>
  /** Escrows for references that the cycle could not write any more. */
  readonly owed: readonly EngineChange[]
  readonly switches: EntraSwitches
}

/** What follows from it. The caller commits, logs and mails. */
export interface Settlement {
  readonly changes: readonly EngineChange[]
  readonly audits: readonly AuditEvent[]
  readonly mails: readonly Mail[]
}

export function settle(end: CycleEnd): Settlement {
  const { job, current, jobError } = end
  const volume = exceededVolume(failuresOf(end), end.switches)
  const isPruned = volume !== undefined && job.watermark === null
  const cause = jobError ? jobCause(end, jobError) : entryCause(end, isPruned ? undefined : volume)
  const quarantine = nextQuarantine(end, cause)
  const next: SynchronizationJob = {
    ...statusAfter(end),
    ...scheduleAfter(end, quarantine),
    quarantine,
    watermark: watermarkAfter(end),
    unsettledSince: jobError ? (current.unsettledSince ?? null) : null,
    forceDeletes: current.forceDeletes && (jobError !== undefined || !job.forceDeletes),
    escrowsPruned: isPruned || (current.escrowsPruned && end.escrows.size > 0),
    ...(isPruned && !wasCalledUp(end) && { state: 'Paused', nextCycleAt: null }),
  }
  const escrows = isPruned ? prunedEscrows(end) : end.owed
  const changes: EngineChange[] = [...escrows, { kind: 'job', id: next.id, value: next }]
  return { changes, ...announcements(end, next) }
}

function failuresOf({ tally }: CycleEnd) {
  const { considered: events, objectFailures, referenceFailures } = tally
  return { events, objectFailures, referenceFailures }
}

/** Whether an administrator has started, stopped or restarted the job since. */
function wasCalledUp({ job, current }: CycleEnd): boolean {
  return current.calls !== job.calls
}

/** A failed cycle, or one whose job was restarted meanwhile, leaves the watermark. */
function watermarkAfter({ job, current, jobError, position }: CycleEnd): number | null {
  const wasReset = current.resets !== job.resets
  return jobError || wasReset ? current.watermark : position
}

const IN_TROUBLE: ReadonlySet<string> = new Set(['InternalServerError', 'TooManyRequests'])
const UNREACHED: ReadonlySet<string> = new Set(['Timeout', 'WebExceptionProtocolError'])

/** As Graph shows the quarantine of a job whose credentials are refused (Graph synchronizationQuarantine; Microsoft's onboarding script, 2026). */
const INVALID_CREDENTIALS = 'SystemForCrossDomainIdentityManagementInvalidCredentials'

/** Credentials and endpoints that do not speak SCIM quarantine at once; a server in trouble is asked again in the next cycle. */
function jobCause({ switches }: CycleEnd, error: ObjectError): QuarantineCause | undefined {
  if (IN_TROUBLE.has(error.code)) return undefined
  if (UNREACHED.has(error.code) && switches.probeConnectionFailure === 'retryNextCycle') return undefined
  const isCredential = error.code === 'Unauthorized' || error.code === 'InsufficientRights'
  const what = isCredential ? 'Invalid credentials were provided.' : 'The connection to the target could not be used.'
  const message = error.code === 'DuplicateRoles' ? error.reason : `${what} ${error.reason}`
  const code = isCredential ? INVALID_CREDENTIALS : error.code
  return { reason: 'EncounteredQuarantineException', error: { code, message, tenantActionable: true } }
}

function entryCause(
  { tally, settings }: CycleEnd,
  volume: ReturnType<typeof exceededVolume>,
): QuarantineCause | undefined {
  const { staged, objectFailures, referenceFailures } = tally
  if (staged > 0) {
    const limit = settings.deletionThresholdCount
    const message = `The deletion threshold of ${limit} was exceeded: ${staged} removals are staged and were not sent. Allow the deletes, or fix the cause and restart provisioning.`
    return { reason: 'TooManyDeletes', error: { code: 'TooManyDeletes', message, tenantActionable: true } }
  }
  if (!volume) return undefined
  const message = `${objectFailures + referenceFailures} failures in one cycle are too many.`
  return { reason: volume, error: { code: volume, message, tenantActionable: true } }
}

/** Lifted by a cycle that gives no cause; a cycle that failed otherwise leaves it in force. */
function nextQuarantine(
  { switches, jobError, current: { quarantine }, endedAt }: CycleEnd,
  cause: QuarantineCause | undefined,
): Quarantine | null {
  if (cause) return imposeQuarantine(quarantine, cause, endedAt, switches.quarantineBackoff)
  return jobError && quarantine ? imposeQuarantine(quarantine, quarantine, endedAt, switches.quarantineBackoff) : null
}

function scheduleAfter(
  end: CycleEnd,
  quarantine: Quarantine | null,
): Pick<SynchronizationJob, 'state' | 'nextCycleAt'> {
  const { startedAt, endedAt, switches } = end
  const { state, nextCycleAt } = end.current
  if (state !== 'Active') return { state, nextCycleAt: null }
  if (nextCycleAt !== null && wasCalledUp(end)) return { state, nextCycleAt }
  const usual = Math.max(endedAt, startedAt + minutesBetweenCycles(switches) * MINUTE_MS)
  if (!quarantine) return { state, nextCycleAt: usual }
  const isOver = quarantine.nextAttempt === undefined || endedAt - quarantine.seriesBegan >= RETRY_PERIOD_MS
  return isOver ? { state: 'Disabled', nextCycleAt: null } : { state, nextCycleAt: quarantine.nextAttempt ?? usual }
}

function statusAfter(end: CycleEnd): SynchronizationJob {
  const { current, tally, escrows, endedAt } = end
  const execution = executionOf(end)
  const isFailed = execution.state === 'Failed'
  const hasExports = !isFailed && execution.countExports > 0
  const isSteady = execution.state === 'Succeeded' && escrows.size === 0
  const { User, Group } = current.entryCounts
  return {
    ...current,
    lastExecution: execution,
    lastSuccessfulExecution: isFailed ? current.lastSuccessfulExecution : execution,
    lastSuccessfulExecutionWithExports: hasExports ? execution : current.lastSuccessfulExecutionWithExports,
    countSuccessiveCompleteFailures: isFailed ? current.countSuccessiveCompleteFailures + 1 : 0,
    steadyStateFirstAchievedAt: current.steadyStateFirstAchievedAt ?? (isSteady ? endedAt : null),
    steadyStateLastAchievedAt: isSteady ? endedAt : current.steadyStateLastAchievedAt,
    entryCounts: { User: User + tally.linked.User, Group: Group + tally.linked.Group },
  }
}

function executionOf({ tally, jobError, cycleId, startedAt, endedAt, escrows, job }: CycleEnd): TaskExecution {
  const failures = tally.objectFailures + tally.referenceFailures
  return {
    activityIdentifier: cycleId,
    timeBegan: startedAt,
    timeEnded: endedAt,
    state: jobError ? 'Failed' : failures > 0 ? 'EntryLevelErrors' : 'Succeeded',
    isInitial: job.watermark === null,
    countEntitled: tally.entitled,
    countEntitledForProvisioning: tally.entitled,
    countEscrowed: escrows.size,
    countEscrowedRaw: escrows.size,
    countExported: tally.exported,
    countExports: tally.exports,
    countImported: tally.considered,
    countImportedDeltas: job.watermark === null ? 0 : tally.considered,
    countImportedReferenceDeltas: tally.referenceDeltas,
    error: jobError ? { code: jobError.code, message: jobError.reason, tenantActionable: true } : null,
  }
}

/** Too many failures of an initial cycle are pruned, and the job pauses (Graph synchronizationStatus.escrowsPruned). */
function prunedEscrows({ job, escrows }: CycleEnd): EngineChange[] {
  return [...escrows.keys()].map((key) => ({ kind: 'escrow', jobId: job.id, key, value: null }))
}

/** A quarantine is announced when it begins and when its reason changes; four weeks in it end in a disabled job. */
function announcements(end: CycleEnd, { quarantine, state }: SynchronizationJob): Omit<Settlement, 'changes'> {
  const { current, settings, appName, endedAt } = end
  const isNews = quarantine !== null && quarantine.reason !== current.quarantine?.reason
  const imposed = isNews
    ? [event(end, 'Quarantine', { reason: quarantine.reason, message: quarantine.error.message })]
    : []
  const isDisabled = state === 'Disabled' && current.state === 'Active'
  const disabled = isDisabled ? [event(end, 'Disable/pause provisioning configuration', { reason: DISABLED })] : []
  const { notificationEmail: to } = settings
  const mails = isNews && to !== undefined ? [quarantineMail(to, appName, quarantine, endedAt)] : []
  return { audits: [...imposed, ...disabled], mails }
}

const DISABLED = 'The job was in quarantine for more than four weeks.'

function event(
  { job, appName, endedAt }: CycleEnd,
  activity: AuditEvent['activity'],
  details: AuditEvent['details'],
): AuditEvent {
  const { id: jobId, servicePrincipalId } = job
  const initiatedBy = 'Azure AD Provisioning Service'
  return { at: endedAt, activity, servicePrincipalId, appName, jobId, initiatedBy, details }
}
