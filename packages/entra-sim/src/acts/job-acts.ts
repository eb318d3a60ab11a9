// What administrators do to apps, jobs and their configuration. The scenario verbs and Microsoft Graph call the same functions.

import { VerbError } from '@scimulator/shared/behaviour'
import { MINUTE_MS } from '@scimulator/shared/runtime'
import { schemaProblems } from '../compiled/compiled-job.ts'
import { type DeletedApp, deletedAppId } from '../directory/deleted-app.ts'
import {
  type AppRole,
  type AppRoleAssignment,
  MSIAM_ACCESS_ROLE,
  type Secret,
  type ServicePrincipal,
  USER_ROLE,
} from '../directory/service-principal.ts'
import { minutesBetweenCycles } from '../job/cycle-interval.ts'
import { calledUp, newJob, type SynchronizationJob, withoutWatermark } from '../job/job.ts'
import { DEFAULT_TEMPLATE } from '../job/job-template.ts'
import { parseSettings } from '../job/settings.ts'
import type { AuditActivity } from '../log/audit-event.ts'
import { presetSchema, type SynchronizationSchema } from '../mapping/index.ts'
import type { EngineChange, SourceChange } from '../state/change.ts'
import { appOf } from '../state/find.ts'
import type { EntraView } from '../state/state.ts'
import type { TenantPorts } from '../tenant-ports.ts'
import { RESET_SCOPES, readResetScope } from './restart.ts'

/** What acts make of a job's cycles: an act comes before them and knows nothing of how they run. */
interface JobRunner {
  /** Plans the next cycle of this job, as its state now says. */
  arm(jobId: string): void
  /** Runs the cycle if it is due; resolves when it has settled. */
  runDue(jobId: string): Promise<void>
}

export interface Acting {
  readonly ports: TenantPorts
  readonly runner: JobRunner
}

/** What an app of the non-gallery template brings along. */
const TEMPLATE_ROLES: readonly AppRole[] = [
  { id: USER_ROLE, value: '', displayName: 'User', isEnabled: true },
  { id: MSIAM_ACCESS_ROLE, value: '', displayName: 'msiam_access', isEnabled: true },
]

/** Creates application and service principal, as instantiating the template of non-gallery apps does. */
/** @param more what else it has from the start */
export function createApp(
  { ports }: Acting,
  displayName: string,
  appRoles: readonly AppRole[] = [],
  more: Pick<ServicePrincipal, 'factoryTag' | 'kept' | 'owners' | 'isApplicationOnly' | 'isRegistered'> = {},
): ServicePrincipal {
  const { ids } = ports
  const value: ServicePrincipal = {
    id: ids.uuid('ServicePrincipal'),
    appId: ids.uuid('appId'),
    applicationId: ids.uuid('Application'),
    displayName,
    // What a template is instantiated from brings roles along; what is registered has its own alone.
    appRoles: [...(more.isRegistered ? [] : TEMPLATE_ROLES), ...appRoles],
    secrets: [],
    createdAt: ports.now(),
    ...more,
  }
  ports.commit([{ kind: 'servicePrincipal', id: value.id, value }])
  auditAct(ports, value, null, 'Add application')
  return value
}

/** The application with its service principal, its jobs and everybody's assignments to it. All but the jobs lies in the bin. */
export function deleteApp(acting: Acting, app: ServicePrincipal): void {
  removeApp(acting, app, null, app.isApplicationOnly ? ['application'] : ['application', 'servicePrincipal'])
  auditAct(acting.ports, app, null, 'Delete application')
}

/** An application that was registered outlives its service principal; one that was instantiated from a template does not. */
export function deleteServicePrincipal(acting: Acting, app: ServicePrincipal): void {
  if (!app.isRegistered) {
    deleteApp(acting, app)
    return
  }
  removeApp(acting, app, applicationAlone(app), ['servicePrincipal'])
  auditAct(acting.ports, app, null, 'Remove service principal')
}

function applicationAlone(app: ServicePrincipal): ServicePrincipal {
  return { ...app, secrets: [], isApplicationOnly: true }
}

/**
 * Out of the bin: an application comes back without its service principal, and that one with its assignments, once the application is there
 * (Graph: Restore deleted item). That the provisioning job is gone is inferred.
 */
export function restoreApp({ ports }: Acting, deleted: DeletedApp): ServicePrincipal {
  const { view } = ports
  const { app, resource, assignments } = deleted
  const live = view.servicePrincipals.get(app.id)
  if (resource === 'application' ? live !== undefined : live?.isApplicationOnly !== true)
    throw new VerbError('conflict', collision(deleted, live))
  const { isApplicationOnly: _alone, ...whole } = live ?? app
  const value = resource === 'application' ? applicationAlone(app) : { ...whole, secrets: app.secrets }
  const isThere = ({ principalId }: AppRoleAssignment) => view.users.has(principalId) || view.groups.has(principalId)
  const back = resource === 'application' ? [] : assignments.filter(isThere)
  ports.commit([
    { kind: 'deletedApp', id: deletedAppId(deleted), value: null },
    { kind: 'servicePrincipal', id: app.id, value },
    ...back.map((one): SourceChange => ({ kind: 'assignment', id: one.id, value: one, present: true })),
  ])
  auditAct(ports, value, null, resource === 'application' ? 'Restore application' : 'Restore service principal')
  return value
}

function collision({ app, resource }: DeletedApp, live: ServicePrincipal | undefined): string {
  if (live) return `Another object with the same value for property appId already exists: ${app.appId}.`
  return `The ${resource} "${app.displayName}" belongs to a deleted application; restore that first.`
}

function removeApp(
  { ports, runner }: Acting,
  app: ServicePrincipal,
  value: ServicePrincipal | null,
  binned: readonly DeletedApp['resource'][],
): void {
  const { view } = ports
  const jobs = [...view.jobs.values()].filter(({ servicePrincipalId }) => servicePrincipalId === app.id)
  const assignments = [...view.assignments.values()].filter(({ resourceId }) => resourceId === app.id)
  ports.commit([
    ...jobs.map((job): EngineChange => ({ kind: 'job', id: job.id, value: null })),
    ...assignments.map((value): SourceChange => ({ kind: 'assignment', id: value.id, value, present: false })),
    { kind: 'servicePrincipal', id: app.id, value },
    ...binned.map((resource): EngineChange => {
      const half = {
        resource,
        app,
        deletedAt: ports.now(),
        assignments: resource === 'application' ? [] : assignments,
      }
      return { kind: 'deletedApp', id: deletedAppId(half), value: half }
    }),
  ])
  for (const job of jobs) runner.arm(job.id)
}

/** Its name, its roles, and what is kept of the rest; the roles that assignments name have to stay. */
export function updateApp(
  { ports }: Acting,
  app: ServicePrincipal,
  changes: Partial<Pick<ServicePrincipal, 'displayName' | 'appRoles' | 'kept' | 'owners'>>,
): void {
  ports.commit([{ kind: 'servicePrincipal', id: app.id, value: { ...app, ...changes } }])
  auditAct(ports, app, null, 'Update application')
}

/** The application that was registered alone gets its service principal (Graph: Create serviceprincipal). */
export function addServicePrincipal(
  { ports }: Acting,
  app: ServicePrincipal,
  more: Pick<ServicePrincipal, 'kept' | 'owners'>,
): ServicePrincipal {
  const { isApplicationOnly: _alone, ...rest } = app
  const value = { ...rest, ...more }
  ports.commit([{ kind: 'servicePrincipal', id: app.id, value }])
  auditAct(ports, value, null, 'Add service principal')
  return value
}

export function createJob({ ports }: Acting, app: ServicePrincipal, templateId = DEFAULT_TEMPLATE): SynchronizationJob {
  const { ids, view } = ports
  const id = `${templateId}.${view.tenant.tenantId.replaceAll('-', '')}.${ids.uuid('SynchronizationJob')}`
  const made = newJob(id, app.id, presetSchema(ids.uuid('SynchronizationRule')), ports.now())
  const job = templateId === DEFAULT_TEMPLATE ? made : { ...made, templateId }
  ports.commit([{ kind: 'job', id, value: job }])
  auditAct(ports, app, job, 'Add provisioning configuration')
  return job
}

/** All state of the job goes with it. */
export function deleteJob({ ports, runner }: Acting, job: SynchronizationJob): void {
  ports.commit([{ kind: 'job', id: job.id, value: null }])
  runner.arm(job.id)
  auditAct(ports, appOf(ports.view, job), job, 'Delete provisioning configuration')
}

/** Replaces the whole list, as Graph's PUT does. */
export function putSecrets({ ports }: Acting, app: ServicePrincipal, secrets: readonly Secret[]): void {
  ports.commit([{ kind: 'servicePrincipal', id: app.id, value: { ...app, secrets } }])
  auditAct(ports, app, null, 'Update provisioning setting or credentials')
}

/**
 * Saving a schema makes the next cycle an initial one and drops escrows; links stay (Microsoft: How provisioning works). It restarts
 * a quarantined job (Microsoft: Application provisioning in quarantine status): the next cycle comes when it usually would.
 */
export function putSchema({ ports, runner }: Acting, job: SynchronizationJob, schema: SynchronizationSchema): void {
  const [problem] = schemaProblems(schema)
  if (problem) {
    const { objectType, targetAttributeName, message } = problem
    throw new VerbError('invalid', `SchemaInvalid: ${objectType}, ${targetAttributeName}: ${message}`)
  }
  const usual = ports.now() + minutesBetweenCycles(ports.switches) * MINUTE_MS
  const nextCycleAt = job.nextCycleAt === null ? null : Math.min(job.nextCycleAt, usual)
  const value = withoutWatermark({ ...job, schema, quarantine: null, nextCycleAt })
  ports.commit([...escrowEnds(ports.view, job), { kind: 'job', id: job.id, value }])
  runner.arm(job.id)
  auditAct(ports, appOf(ports.view, job), job, 'Update attribute mappings or scope')
}

/** Starts or resumes; a quarantine is lifted. Resolves when the cycle has settled. */
export async function startJob(acting: Acting, job: SynchronizationJob): Promise<void> {
  const { ports } = acting
  const app = appOf(ports.view, job)
  if (parseSettings(app.secrets).baseAddress === '') {
    throw new VerbError(
      'refused',
      'Provisioning cannot start without credentials; set the tenant URL first (set-credentials).',
    )
  }
  auditAct(ports, app, job, 'Enable/start provisioning configuration')
  await activate(acting, { ...job, quarantine: null })
}

/** The running cycle finishes, later ones do not start; all state is kept. */
export function pauseJob({ ports, runner }: Acting, job: SynchronizationJob): void {
  ports.commit([{ kind: 'job', id: job.id, value: { ...job, state: 'Paused', nextCycleAt: null } }])
  runner.arm(job.id)
  auditAct(ports, appOf(ports.view, job), job, 'Disable/pause provisioning configuration')
}

/**
 * Restarts with Graph's `resetScope`; none is the portal's Restart provisioning. Resolves when the cycle has settled.
 * After a Full reset those who left scope before are unknown to the job, so they are never disabled.
 */
export async function restartJob(
  acting: Acting,
  job: SynchronizationJob,
  resetScope: string | undefined,
): Promise<void> {
  const { ports } = acting
  const plan = readResetScope(resetScope, ports.switches)
  if (typeof plan === 'string')
    throw new VerbError('invalid', `resetScope knows no "${plan}". Known: ${RESET_SCOPES.join(', ')}.`)
  const app = appOf(ports.view, job)
  if (parseSettings(app.secrets).baseAddress === '') {
    throw new VerbError(
      'refused',
      'Provisioning cannot start without credentials; set the tenant URL first (set-credentials).',
    )
  }
  const { view } = ports
  ports.commit([
    ...(plan.escrows ? escrowEnds(view, job) : []),
    ...(plan.watermark && !plan.forceDeletes ? stagedEnds(view, job) : []),
    ...(plan.links ? linkEnds(view, job) : []),
  ])
  auditAct(ports, app, job, 'Enable/restart provisioning configuration')
  await activate(acting, {
    ...(plan.watermark ? withoutWatermark(job) : job),
    quarantine: plan.quarantine || plan.forceDeletes ? null : job.quarantine,
    forceDeletes: plan.forceDeletes,
    escrowsPruned: plan.escrows ? false : job.escrowsPruned,
    entryCounts: plan.links ? { User: 0, Group: 0 } : job.entryCounts,
  })
}

async function activate({ ports, runner }: Acting, job: SynchronizationJob): Promise<void> {
  ports.commit([{ kind: 'job', id: job.id, value: calledUp(job, ports.now()) }])
  runner.arm(job.id)
  await runner.runDue(job.id)
}

/** Takes one object connection away; neither object is touched (Microsoft: Manage object connections). */
export function deleteLink({ ports }: Acting, job: SynchronizationJob, objectId: string): void {
  if (job.state === 'Active') {
    throw new VerbError(
      'conflict',
      'Object connections can be deleted only while the job is paused or disabled; stop it first.',
    )
  }
  ports.commit(linkEnds(ports.view, job, objectId))
}

export function auditAct(
  ports: TenantPorts,
  app: ServicePrincipal,
  job: SynchronizationJob | null,
  activity: AuditActivity,
  details: Readonly<Record<string, string>> = {},
): void {
  ports.audit({
    at: ports.now(),
    activity,
    servicePrincipalId: app.id,
    appName: app.displayName,
    jobId: job?.id ?? null,
    initiatedBy: 'administrator',
    details,
  })
}

function escrowEnds(view: EntraView, job: SynchronizationJob): EngineChange[] {
  return [...view.jobData(job.id).escrows.keys()].map((key) => ({ kind: 'escrow', jobId: job.id, key, value: null }))
}

function stagedEnds(view: EntraView, job: SynchronizationJob): EngineChange[] {
  const { staged } = view.jobData(job.id)
  return [...staged.keys()].map((objectId) => ({ kind: 'staged', jobId: job.id, objectId, value: null }))
}

function linkEnds(view: EntraView, job: SynchronizationJob, only?: string): EngineChange[] {
  const { links, references } = view.jobData(job.id)
  const objectIds = only === undefined ? [...links.keys()] : [only]
  return objectIds.flatMap((objectId): EngineChange[] => [
    ...[...references.rightsOf(objectId)].map(
      (memberId): EngineChange => ({ kind: 'reference', jobId: job.id, groupId: objectId, memberId, present: false }),
    ),
    ...[...references.leftsOf(objectId)].map(
      (groupId): EngineChange => ({ kind: 'reference', jobId: job.id, groupId, memberId: objectId, present: false }),
    ),
    { kind: 'link', jobId: job.id, objectId, value: null },
  ])
}
