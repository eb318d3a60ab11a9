// A provisioning job of one app: its configuration, its position in the change log and what Graph shows as its status. Links,
// escrows and staged removals are kept beside it, one by one, because they are many.
import type { SynchronizationSchema } from '../schema/synchronization-schema.ts'
import type { Quarantine } from './quarantine.ts'

/** Graph synchronizationTaskExecution. Counts are of this execution alone. */
export interface TaskExecution {
  readonly activityIdentifier: string
  readonly timeBegan: number
  readonly timeEnded: number
  readonly state: 'Succeeded' | 'Failed' | 'EntryLevelErrors'
  readonly isInitial: boolean
  readonly countEntitled: number
  readonly countEntitledForProvisioning: number
  readonly countEscrowed: number
  readonly countEscrowedRaw: number
  readonly countExported: number
  readonly countExports: number
  readonly countImported: number
  readonly countImportedDeltas: number
  readonly countImportedReferenceDeltas: number
  readonly error: { readonly code: string; readonly message: string; readonly tenantActionable: boolean } | null
}

/** Id of the template of non-gallery applications, which is also the audience of the tokens that Entra issues for them. */
export const NON_GALLERY_TEMPLATE_ID = '8adf8e6e-67b2-4cf2-a259-e3dc5476c621'

export interface SynchronizationJob {
  /** `<factory tag>.<tenant id without dashes>.<uuid>`. */
  readonly id: string
  readonly servicePrincipalId: string
  /** Default `scim`. */
  readonly templateId?: string
  readonly createdAt: number
  /** Whether cycles start. */
  readonly state: 'Disabled' | 'Active' | 'Paused'
  readonly schema: SynchronizationSchema
  /** Position in the change log; null makes the next cycle an initial one. */
  readonly watermark: number | null
  /**
   * When the first cycle began of those that carried something out and were not settled, because the program ended or the whole job
   * failed. What was linked since then is looked at once more: managers and members of it may not have been written yet.
   */
  readonly unsettledSince?: number | null
  /** How often an administrator took the watermark away; a cycle that was under way then does not put it back. */
  readonly resets?: number
  /** How often an administrator said that a cycle is due; a cycle that was under way then does not count as that one. */
  readonly calls?: number
  /** When the next cycle starts; null while none is due. */
  readonly nextCycleAt: number | null
  /** The next cycle carries out what is staged, whatever the threshold says. */
  readonly forceDeletes: boolean
  readonly quarantine: Quarantine | null
  readonly lastExecution: TaskExecution | null
  readonly lastSuccessfulExecution: TaskExecution | null
  readonly lastSuccessfulExecutionWithExports: TaskExecution | null
  readonly countSuccessiveCompleteFailures: number
  readonly escrowsPruned: boolean
  readonly steadyStateFirstAchievedAt: number | null
  readonly steadyStateLastAchievedAt: number | null
  /** How many objects were ever linked; deletions do not lessen it (Microsoft: Find out when a user can access an app). */
  readonly entryCounts: Readonly<Record<'User' | 'Group', number>>
}

/** The next cycle is an initial one. */
export function withoutWatermark(job: SynchronizationJob): SynchronizationJob {
  return { ...job, watermark: null, resets: (job.resets ?? 0) + 1 }
}

/** A cycle is due now. */
export function calledUp(job: SynchronizationJob, now: number): SynchronizationJob {
  return { ...job, state: 'Active', nextCycleAt: now, calls: (job.calls ?? 0) + 1 }
}

export function newJob(
  id: string,
  servicePrincipalId: string,
  schema: SynchronizationSchema,
  now: number,
): SynchronizationJob {
  return {
    id,
    servicePrincipalId,
    createdAt: now,
    state: 'Disabled',
    schema,
    watermark: null,
    nextCycleAt: null,
    forceDeletes: false,
    quarantine: null,
    lastExecution: null,
    lastSuccessfulExecution: null,
    lastSuccessfulExecutionWithExports: null,
    countSuccessiveCompleteFailures: 0,
    escrowsPruned: false,
    steadyStateFirstAchievedAt: null,
    steadyStateLastAchievedAt: null,
    entryCounts: { User: 0, Group: 0 },
  }
}
