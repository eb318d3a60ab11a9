// One activity of a job: a cycle, or a provision on demand. It holds what is fixed for its duration and what is tallied during it.

import { type CompiledJob, compiledJob } from '../compiled/compiled-job.ts'
import type { ObjectError } from '../conversation/outcome.ts'
import type { Secret } from '../directory/service-principal.ts'
import type { Engine } from '../engine.ts'
import type { SynchronizationJob } from '../job/job.ts'
import { OLD_TEMPLATE } from '../job/job-template.ts'
import { type JobSettings, parseSettings } from '../job/settings.ts'
import { type Composer, createComposer } from '../request/composer.ts'
import { emptyTally, type Tally } from '../settle/tally.ts'
import type { JobData } from '../state/state.ts'
import { unsettledLinks } from './plan-cycle.ts'
import type { PlanInput } from './plan-input.ts'

export interface Session {
  readonly job: SynchronizationJob
  readonly settings: JobSettings
  readonly compiled: CompiledJob
  readonly data: JobData
  readonly activity: 'cycle' | 'provisionOnDemand'
  /** From which ids and random numbers that a mapping asks for are drawn; what only looks has draws of its own. */
  readonly draws: 'expression' | 'rehearsal'
  readonly cycleId: string
  readonly startedAt: number
  readonly composer: Composer
  readonly plan: PlanInput
  readonly tally: Tally
  /** Groups created or matched in this session, or in one that was never settled: all their members are to be sent. */
  readonly newlyLinked: Set<string>
  /** Of the users looked at: the manager that the target returned. */
  readonly seenManagers: Map<string, string | null>
  /** Users whose manager came to be in the target after having failed. */
  readonly dueManagers: Set<string>
  /** Groups that failed: their members are sent nothing of. */
  readonly failedGroups: Set<string>
  /** Groups whose answer showed members, where those are replaced then. */
  readonly replacedMembers: Set<string>
  /** Set by the first failure that concerns the whole job; nothing more is started then. */
  jobError: ObjectError | undefined
}

/** A rehearsal is a cycle that does not count: nothing about the next real one may differ because of it. */
export type Occasion = Session['activity'] | 'rehearsal'

/** @param secrets instead of those that are saved */
export function openSession(
  engine: Engine,
  job: SynchronizationJob,
  occasion: Occasion,
  secrets?: readonly Secret[],
): Session {
  const { view, switches } = engine
  const app = view.servicePrincipals.get(job.servicePrincipalId)
  const settings = parseSettings(secrets ?? app?.secrets ?? [])
  const cycleId = engine.ids.uuid(occasion === 'rehearsal' ? 'rehearsal' : 'cycleId')
  const activity = occasion === 'rehearsal' ? 'cycle' : occasion
  const compiled = compiledJob(job.schema)
  const data = view.jobData(job.id)
  const now = engine.now()
  return {
    job,
    settings,
    compiled,
    data,
    activity,
    draws: occasion === 'rehearsal' ? 'rehearsal' : 'expression',
    cycleId,
    startedAt: now,
    composer: createComposer(
      {
        tenantUrl: settings.baseAddress,
        secretToken: tokenOf(settings),
        tenantId: view.tenant.tenantId,
        activityId: cycleId,
        now,
        activity,
        sign: engine.sign,
        isOldJob: job.templateId === OLD_TEMPLATE,
      },
      switches,
    ),
    plan: {
      view,
      servicePrincipalId: job.servicePrincipalId,
      syncAll: settings.syncAll,
      skipOutOfScopeDeletions: settings.skipOutOfScopeDeletions,
      compiled,
      switches,
      watermark: job.watermark,
      unsettledSince: job.unsettledSince ?? null,
      links: data.links,
      escrows: data.escrows,
      staged: data.staged,
      now,
    },
    tally: emptyTally(),
    newlyLinked: new Set(unsettledGroups(data, job)),
    seenManagers: new Map(),
    dueManagers: new Set(),
    failedGroups: new Set(),
    replacedMembers: new Set(),
    jobError: undefined,
  }
}

/** Where the job fetches access tokens there is none to issue: theirs take its place (signed-in-engine.ts). */
function tokenOf({ secretToken, clientCredentials, workloadIdentity }: JobSettings): string {
  return clientCredentials || workloadIdentity ? 'access-token' : secretToken
}

/** A failure of the whole job ends a cycle, and so does the deletion of the job. */
export function hasEnded({ view }: Engine, { jobError, job }: Session): boolean {
  return jobError !== undefined || !view.jobs.has(job.id)
}

function unsettledGroups({ links }: JobData, { unsettledSince }: SynchronizationJob): readonly string[] {
  const groups = unsettledLinks(links, unsettledSince).filter(({ objectType }) => objectType === 'Group')
  return groups.map(({ objectId }) => objectId)
}
