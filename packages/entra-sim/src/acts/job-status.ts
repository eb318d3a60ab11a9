// A job's status in Graph's shape, rendered when somebody asks (Graph synchronizationStatus).

import { isoTime } from '@scimulator/shared/runtime'
import type { CycleProgress } from '../job/cycle-progress.ts'
import type { SynchronizationJob, TaskExecution } from '../job/job.ts'
import { DEFAULT_TEMPLATE } from '../job/job-template.ts'
import type { Quarantine } from '../job/quarantine.ts'
import { parseSettings } from '../job/settings.ts'
import type { EntraView } from '../state/state.ts'

const NEVER = '0001-01-01T00:00:00Z'

/** How many objects make a page; Microsoft's percentage counts pages, of a size that is not published. */
const PAGE = 100

export function jobStatus(job: SynchronizationJob, isConfigured: boolean, progress?: CycleProgress) {
  return {
    code: statusCode(job, isConfigured),
    countSuccessiveCompleteFailures: job.countSuccessiveCompleteFailures,
    escrowsPruned: job.escrowsPruned,
    lastExecution: executionStatus(job.lastExecution),
    lastSuccessfulExecution: executionStatus(job.lastSuccessfulExecution),
    lastSuccessfulExecutionWithExports: executionStatus(job.lastSuccessfulExecutionWithExports),
    progress: progress === undefined ? [] : [progressStatus(progress)],
    quarantine: quarantineStatus(job.quarantine),
    steadyStateFirstAchievedTime: timeOr(job.steadyStateFirstAchievedAt),
    steadyStateLastAchievedTime: timeOr(job.steadyStateLastAchievedAt),
    synchronizedEntryCountByType: Object.entries(job.entryCounts).flatMap(([key, value]) =>
      value === 0 ? [] : [{ key, value }],
    ),
    troubleshootingUrl: null,
  }
}

/** A whole synchronizationJob as Graph shows it. */
export function renderJob(job: SynchronizationJob, view: EntraView, intervalMinutes: number, progress?: CycleProgress) {
  const settings = parseSettings(view.servicePrincipals.get(job.servicePrincipalId)?.secrets ?? [])
  const threshold = settings.deletionThresholdCount
  return {
    id: job.id,
    templateId: job.templateId ?? DEFAULT_TEMPLATE,
    schedule: jobSchedule(job, intervalMinutes),
    status: jobStatus(job, settings.baseAddress !== '', progress),
    synchronizationJobSettings:
      threshold === undefined ? [] : [{ name: 'QuarantineTooManyDeletesThreshold', value: String(threshold) }],
  }
}

function jobSchedule(job: SynchronizationJob, intervalMinutes: number) {
  return { expiration: null, interval: `PT${intervalMinutes}M`, state: job.state }
}

type StatusCode = 'NotConfigured' | 'NotRun' | 'Active' | 'Paused' | 'Quarantine'

function statusCode(job: SynchronizationJob, isConfigured: boolean): StatusCode {
  if (!isConfigured) return 'NotConfigured'
  if (job.quarantine) return 'Quarantine'
  if (job.state === 'Active') return job.lastExecution ? 'Active' : 'NotRun'
  return 'Paused'
}

function executionStatus(execution: TaskExecution | null) {
  if (!execution) return null
  const { timeBegan, timeEnded, isInitial: _ours, ...rest } = execution
  return { ...rest, timeBegan: isoTime(timeBegan), timeEnded: isoTime(timeEnded) }
}

/** Graph synchronizationProgress of the cycle that is under way. */
function progressStatus({ total, completed, observedAt }: CycleProgress) {
  const completedUnits = completed === total ? Math.ceil(total / PAGE) : Math.floor(completed / PAGE)
  const progressObservationDateTime = isoTime(observedAt)
  return { completedUnits, progressObservationDateTime, totalUnits: Math.ceil(total / PAGE), units: 'pages' }
}

function quarantineStatus(quarantine: Quarantine | null) {
  if (!quarantine) return null
  const { reason, error, currentBegan, seriesBegan, seriesCount, nextAttempt } = quarantine
  return {
    currentBegan: isoTime(currentBegan),
    error,
    nextAttempt: timeOr(nextAttempt),
    reason,
    seriesBegan: isoTime(seriesBegan),
    seriesCount,
  }
}

function timeOr(instant: number | null | undefined): string {
  return instant === null || instant === undefined ? NEVER : isoTime(instant)
}
