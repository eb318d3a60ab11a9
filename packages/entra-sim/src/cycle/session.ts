// One activity of a job, a cycle or a provision on demand: what is fixed for its duration. What happens in it are its facts.

import { type CompiledJob, compiledJob } from '../compiled/compiled-job.ts'
import type { Secret } from '../directory/service-principal.ts'
import type { SynchronizationJob } from '../job/job.ts'
import { OLD_TEMPLATE } from '../job/job-template.ts'
import { type JobSettings, parseSettings } from '../job/settings.ts'
import { type Composer, createComposer } from '../request/composer.ts'
import type { JobData } from '../state/state.ts'
import type { TenantPorts } from '../tenant-ports.ts'
import { CycleFacts } from './cycle-facts.ts'
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
  readonly facts: CycleFacts
}

/** A rehearsal is a cycle that does not count: nothing about the next real one may differ because of it. */
export type Occasion = Session['activity'] | 'rehearsal'

/** @param secrets instead of those that are saved */
export function openSession(
  ports: TenantPorts,
  job: SynchronizationJob,
  occasion: Occasion,
  secrets?: readonly Secret[],
): Session {
  const { view, switches } = ports
  const app = view.servicePrincipals.get(job.servicePrincipalId)
  const settings = parseSettings(secrets ?? app?.secrets ?? [])
  const cycleId = ports.ids.uuid(occasion === 'rehearsal' ? 'rehearsal' : 'cycleId')
  const activity = occasion === 'rehearsal' ? 'cycle' : occasion
  const compiled = compiledJob(job.schema)
  const data = view.jobData(job.id)
  const now = ports.now()
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
        sign: ports.sign,
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
    facts: new CycleFacts(unsettledGroups(data, job)),
  }
}

/** Where the job fetches access tokens there is none to issue: theirs take its place (signed-in-ports.ts). */
function tokenOf({ secretToken, clientCredentials, workloadIdentity }: JobSettings): string {
  return clientCredentials || workloadIdentity ? 'access-token' : secretToken
}

/** A failure of the whole job ends a cycle, and so does the deletion of the job. */
export function hasEnded({ view }: TenantPorts, { facts, job }: Session): boolean {
  return facts.jobError !== undefined || !view.jobs.has(job.id)
}

function unsettledGroups({ links }: JobData, { unsettledSince }: SynchronizationJob): readonly string[] {
  const groups = unsettledLinks(links, unsettledSince).filter(({ objectType }) => objectType === 'Group')
  return groups.map(({ objectId }) => objectId)
}
