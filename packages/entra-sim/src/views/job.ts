import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import { jobStatus } from '../acts/job-status.ts'
import type { EntraContext } from '../context.ts'
import { minutesBetweenCycles } from '../job/cycle-interval.ts'
import { parseSettings } from '../job/settings.ts'
import { AppName, appAndJob } from '../verbs/inputs.ts'

const ExecutionItem = z
  .object({
    activityIdentifier: z.string(),
    state: z.enum(['Succeeded', 'Failed', 'EntryLevelErrors']),
    timeBegan: z.string(),
    timeEnded: z.string(),
    countEntitled: z.number(),
    countEntitledForProvisioning: z.number(),
    countEscrowed: z.number(),
    countEscrowedRaw: z.number(),
    countExported: z.number(),
    countExports: z.number(),
    countImported: z.number(),
    countImportedDeltas: z.number(),
    countImportedReferenceDeltas: z.number(),
    error: z.object({ code: z.string(), message: z.string(), tenantActionable: z.boolean() }).nullable(),
  })
  .nullable()

const QuarantineItem = z
  .object({
    currentBegan: z.string(),
    error: z.object({ code: z.string(), message: z.string(), tenantActionable: z.boolean() }),
    nextAttempt: z.string(),
    reason: z.string(),
    seriesBegan: z.string(),
    seriesCount: z.number(),
  })
  .nullable()

const ProgressItem = z.object({
  completedUnits: z.number(),
  progressObservationDateTime: z.string(),
  totalUnits: z.number(),
  units: z.string(),
})

/** Graph synchronizationStatus. */
const StatusItem = z.object({
  code: z.enum(['NotConfigured', 'NotRun', 'Active', 'Paused', 'Quarantine']),
  countSuccessiveCompleteFailures: z.number(),
  escrowsPruned: z.boolean(),
  lastExecution: ExecutionItem,
  lastSuccessfulExecution: ExecutionItem,
  lastSuccessfulExecutionWithExports: ExecutionItem,
  progress: z.array(ProgressItem),
  quarantine: QuarantineItem,
  steadyStateFirstAchievedTime: z.string(),
  steadyStateLastAchievedTime: z.string(),
  synchronizedEntryCountByType: z.array(z.object({ key: z.string(), value: z.number() })),
  troubleshootingUrl: z.null(),
})

const JobItem = z.object({
  id: z.string(),
  app: z.string(),
  state: z.enum(['Disabled', 'Active', 'Paused']),
  isInitialCycleDue: z.boolean(),
  nextCycleAt: z.string().nullable(),
  intervalMinutes: z.number().int().describe('From one cycle to the next'),
  settings: z.object({
    baseAddress: z.string(),
    syncAll: z.boolean(),
    skipOutOfScopeDeletions: z.boolean(),
    notificationEmail: z.string().optional(),
    deletionThresholdCount: z.number().optional(),
  }),
  status: StatusItem,
  links: z.number().int(),
  escrows: z.number().int(),
  staged: z.number().int().describe('Removals that are held back'),
})

export const job = (context: EntraContext) =>
  defineView({
    name: 'job',
    describes: 'The provisioning job: state, settings, and status as Microsoft Graph shows it.',
    query: z.strictObject({ app: AppName }),
    item: JobItem,
    watches: ['job', 'servicePrincipal', 'link', 'escrow', 'staged', 'provisioning'],
    read: ({ app: name }) => {
      const { view } = context.ports
      const { app, job: one } = appAndJob(context, name)
      const parsed = parseSettings(app.secrets)
      const {
        secretToken: _hidden,
        clientCredentials: _unseen,
        workloadIdentity: _shownElsewhere,
        ...settings
      } = parsed
      const value = {
        id: one.id,
        app: app.displayName,
        state: one.state,
        isInitialCycleDue: one.watermark === null,
        intervalMinutes: minutesBetweenCycles(context.ports.switches),
        nextCycleAt: one.nextCycleAt === null ? null : isoTime(one.nextCycleAt),
        settings,
        status: jobStatus(one, parsed.baseAddress !== '', context.ports.progress.get(one.id)),
        links: view.jobData(one.id).links.size,
        escrows: view.jobData(one.id).escrows.size,
        staged: view.jobData(one.id).staged.size,
      }
      return [{ key: app.displayName, value }]
    },
  })
