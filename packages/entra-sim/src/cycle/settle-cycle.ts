// The end of a cycle: the watermark moves, the status is counted, quarantine is imposed, kept or lifted, the next cycle is due.

import { MINUTE_MS } from '@scimulator/shared/runtime'
import type { Engine } from '../engine.ts'
import { minutesBetweenCycles } from '../job/cycle-interval.ts'
import { RETRY_PERIOD_MS } from '../job/escrow.ts'
import type { SynchronizationJob, TaskExecution } from '../job/job.ts'
import { exceededVolume, imposeQuarantine, type Quarantine, type QuarantineCause } from '../job/quarantine.ts'
import { quarantineMail } from '../log/mail.ts'
import type { EngineChange } from '../state/change.ts'
import { owedReferences } from './owed-references.ts'
import type { Session } from './session.ts'

const IN_TROUBLE: ReadonlySet<string> = new Set(['InternalServerError', 'TooManyRequests'])
const UNREACHED: ReadonlySet<string> = new Set(['Timeout', 'WebExceptionProtocolError'])

export function settleCycle(engine: Engine, session: Session, position: number): void {
  // The job may have been stopped, restarted or reconfigured while the cycle ran; what was decided then stays.
  const current = engine.view.jobs.get(session.job.id)
  if (!current) return
  const volume = exceededVolume(countFailures(session), engine.switches)
  const isCalledUp = current.calls !== session.job.calls
  const isPruned = volume !== undefined && session.job.watermark === null
  const cause = session.jobError ? jobCause(engine, session) : entryCause(session, isPruned ? undefined : volume)
  const quarantine = nextQuarantine(engine, session, current, cause, engine.now())
  const settled = { ...statusAfter(engine, session, current), ...scheduleAfter(engine, session, current, quarantine) }
  const next: SynchronizationJob = {
    ...settled,
    quarantine,
    watermark: watermarkAfter(session, current, position),
    unsettledSince: session.jobError ? (current.unsettledSince ?? null) : null,
    forceDeletes: current.forceDeletes && (session.jobError !== undefined || !session.job.forceDeletes),
    escrowsPruned: isPruned || (current.escrowsPruned && session.data.escrows.size > 0),
    ...(isPruned && !isCalledUp && { state: 'Paused', nextCycleAt: null }),
  }
  const escrows = isPruned ? prunedEscrows(session) : owedReferences(engine, session)
  engine.commit([...escrows, { kind: 'job', id: next.id, value: next }])
  if (quarantine && quarantine.reason !== current.quarantine?.reason) announce(engine, session, quarantine)
  if (next.state === 'Disabled' && current.state === 'Active') announceDisabled(engine, session)
}

function countFailures({ tally }: Session) {
  const { considered: events, objectFailures, referenceFailures } = tally
  return { events, objectFailures, referenceFailures }
}

/** A failed cycle, or one whose job was restarted meanwhile, leaves the watermark. */
function watermarkAfter(session: Session, current: SynchronizationJob, position: number): number | null {
  const wasReset = current.resets !== session.job.resets
  return session.jobError || wasReset ? current.watermark : position
}

/** As Graph shows the quarantine of a job whose credentials are refused (Graph synchronizationQuarantine; Microsoft's onboarding script, 2026). */
const INVALID_CREDENTIALS = 'SystemForCrossDomainIdentityManagementInvalidCredentials'

/** Credentials and endpoints that do not speak SCIM quarantine at once; a server in trouble is asked again in the next cycle. */
function jobCause({ switches }: Engine, { jobError }: Session): QuarantineCause | undefined {
  if (!jobError || IN_TROUBLE.has(jobError.code)) return undefined
  if (UNREACHED.has(jobError.code) && switches.probeConnectionFailure === 'retryNextCycle') return undefined
  const isCredential = jobError.code === 'Unauthorized' || jobError.code === 'InsufficientRights'
  const what = isCredential ? 'Invalid credentials were provided.' : 'The connection to the target could not be used.'
  const message = jobError.code === 'DuplicateRoles' ? jobError.reason : `${what} ${jobError.reason}`
  const code = isCredential ? INVALID_CREDENTIALS : jobError.code
  return { reason: 'EncounteredQuarantineException', error: { code, message, tenantActionable: true } }
}

function entryCause(session: Session, volume: ReturnType<typeof exceededVolume>): QuarantineCause | undefined {
  const { staged, objectFailures, referenceFailures } = session.tally
  if (staged > 0) {
    const limit = session.settings.deletionThresholdCount
    const message = `The deletion threshold of ${limit} was exceeded: ${staged} removals are staged and were not sent. Allow the deletes, or fix the cause and restart provisioning.`
    return { reason: 'TooManyDeletes', error: { code: 'TooManyDeletes', message, tenantActionable: true } }
  }
  if (!volume) return undefined
  const message = `${objectFailures + referenceFailures} failures in one cycle are too many.`
  return { reason: volume, error: { code: volume, message, tenantActionable: true } }
}

/** Lifted by a cycle that gives no cause; a cycle that failed otherwise leaves it in force. */
function nextQuarantine(
  { switches }: Engine,
  { jobError }: Session,
  current: SynchronizationJob,
  cause: QuarantineCause | undefined,
  now: number,
): Quarantine | null {
  if (cause) return imposeQuarantine(current.quarantine, cause, now, switches.quarantineBackoff)
  const { quarantine } = current
  return jobError && quarantine ? imposeQuarantine(quarantine, quarantine, now, switches.quarantineBackoff) : null
}

function scheduleAfter(
  engine: Engine,
  session: Session,
  current: SynchronizationJob,
  quarantine: Quarantine | null,
): Pick<SynchronizationJob, 'state' | 'nextCycleAt'> {
  const { state, nextCycleAt } = current
  const now = engine.now()
  if (state !== 'Active') return { state, nextCycleAt: null }
  if (nextCycleAt !== null && current.calls !== session.job.calls) return { state, nextCycleAt }
  const usual = Math.max(now, session.startedAt + minutesBetweenCycles(engine.switches) * MINUTE_MS)
  if (!quarantine) return { state, nextCycleAt: usual }
  const isOver = quarantine.nextAttempt === undefined || now - quarantine.seriesBegan >= RETRY_PERIOD_MS
  return isOver ? { state: 'Disabled', nextCycleAt: null } : { state, nextCycleAt: quarantine.nextAttempt ?? usual }
}

function statusAfter(engine: Engine, session: Session, current: SynchronizationJob): SynchronizationJob {
  const execution = executionOf(engine, session)
  const isFailed = execution.state === 'Failed'
  const hasExports = !isFailed && execution.countExports > 0
  const isSteady = execution.state === 'Succeeded' && session.data.escrows.size === 0
  const { User, Group } = current.entryCounts
  return {
    ...current,
    lastExecution: execution,
    lastSuccessfulExecution: isFailed ? current.lastSuccessfulExecution : execution,
    lastSuccessfulExecutionWithExports: hasExports ? execution : current.lastSuccessfulExecutionWithExports,
    countSuccessiveCompleteFailures: isFailed ? current.countSuccessiveCompleteFailures + 1 : 0,
    steadyStateFirstAchievedAt: current.steadyStateFirstAchievedAt ?? (isSteady ? engine.now() : null),
    steadyStateLastAchievedAt: isSteady ? engine.now() : current.steadyStateLastAchievedAt,
    entryCounts: { User: User + session.tally.linked.User, Group: Group + session.tally.linked.Group },
  }
}

function executionOf(engine: Engine, session: Session): TaskExecution {
  const { tally, jobError, cycleId, startedAt, data, job } = session
  const failures = tally.objectFailures + tally.referenceFailures
  return {
    activityIdentifier: cycleId,
    timeBegan: startedAt,
    timeEnded: engine.now(),
    state: jobError ? 'Failed' : failures > 0 ? 'EntryLevelErrors' : 'Succeeded',
    isInitial: job.watermark === null,
    countEntitled: tally.entitled,
    countEntitledForProvisioning: tally.entitled,
    countEscrowed: data.escrows.size,
    countEscrowedRaw: data.escrows.size,
    countExported: tally.exported,
    countExports: tally.exports,
    countImported: tally.considered,
    countImportedDeltas: job.watermark === null ? 0 : tally.considered,
    countImportedReferenceDeltas: tally.referenceDeltas,
    error: jobError ? { code: jobError.code, message: jobError.reason, tenantActionable: true } : null,
  }
}

/** Too many failures of an initial cycle are pruned, and the job pauses (Graph synchronizationStatus.escrowsPruned). */
function prunedEscrows({ job, data }: Session): EngineChange[] {
  return [...data.escrows.keys()].map((key) => ({ kind: 'escrow', jobId: job.id, key, value: null }))
}

function announce(engine: Engine, session: Session, quarantine: Quarantine): void {
  const app = engine.view.servicePrincipals.get(session.job.servicePrincipalId)
  const appName = app?.displayName ?? ''
  engine.audit({
    at: engine.now(),
    activity: 'Quarantine',
    servicePrincipalId: session.job.servicePrincipalId,
    appName,
    jobId: session.job.id,
    initiatedBy: 'Azure AD Provisioning Service',
    details: { reason: quarantine.reason, message: quarantine.error.message },
  })
  const { notificationEmail } = session.settings
  if (notificationEmail !== undefined) engine.mail(quarantineMail(notificationEmail, appName, quarantine, engine.now()))
}

/** Four weeks in quarantine end in a disabled job. */
function announceDisabled(engine: Engine, session: Session): void {
  const app = engine.view.servicePrincipals.get(session.job.servicePrincipalId)
  engine.audit({
    at: engine.now(),
    activity: 'Disable/pause provisioning configuration',
    servicePrincipalId: session.job.servicePrincipalId,
    appName: app?.displayName ?? '',
    jobId: session.job.id,
    initiatedBy: 'Azure AD Provisioning Service',
    details: { reason: 'The job was in quarantine for more than four weeks.' },
  })
}
