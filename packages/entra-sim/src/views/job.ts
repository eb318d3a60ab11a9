import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import { jobStatus } from '../acts/job-status.ts'
import type { EntraContext } from '../context.ts'
import { minutesBetweenCycles } from '../job/cycle-interval.ts'
import { parseSettings } from '../job/settings.ts'
import { AppName, appAndJob } from '../verbs/inputs.ts'

const ErrorItem = z.object({
  code: z.string().describe('Code of the error: InternalServerError'),
  message: z.string().describe('What went wrong, in words'),
  tenantActionable: z.boolean().describe('Whether an administrator of the tenant can do something about it'),
})

const ExecutionItem = z
  .object({
    activityIdentifier: z.string().describe('Id of the cycle, as cycleId in the provisioning logs'),
    state: z
      .enum(['Succeeded', 'Failed', 'EntryLevelErrors'])
      .describe('Failed: the cycle broke off; EntryLevelErrors: it went through, but some objects failed'),
    timeBegan: z.string().describe('When the cycle began: 2026-01-05T09:40:00Z'),
    timeEnded: z.string().describe('When the cycle ended'),
    countEntitled: z.number().describe('Objects considered that are assigned, or count as such with Sync all'),
    countEntitledForProvisioning: z.number().describe('Here the same as countEntitled'),
    countEscrowed: z.number().describe('Escrows of the job at the end of the cycle'),
    countEscrowedRaw: z.number().describe('Here the same as countEscrowed: none is made by the service itself'),
    countExported: z.number().describe('Objects that were created, updated, disabled or deleted'),
    countExports: z.number().describe('Writes of objects, and of members and managers, that reached the target'),
    countImported: z.number().describe('Objects that the cycle considered'),
    countImportedDeltas: z.number().describe('Objects that an incremental cycle considered; 0 of an initial one'),
    countImportedReferenceDeltas: z.number().describe('Memberships that differed from what the target was sent'),
    error: ErrorItem.nullable().describe('What ended a cycle that broke off; null for one that went through'),
  })
  .nullable()

const QuarantineItem = z
  .object({
    currentBegan: z.string().describe('When a cycle last imposed it: 2026-01-05T09:40:00Z'),
    error: ErrorItem.describe('What the job is in quarantine for'),
    nextAttempt: z.string().describe('When the next cycle is tried; 0001-01-01T00:00:00Z after four weeks'),
    reason: z.string().describe('Kind of cause: EncounteredQuarantineException or TooManyDeletes'),
    seriesBegan: z.string().describe('When the job went into quarantine'),
    seriesCount: z.number().describe('How many cycles imposed it since then, the first included'),
  })
  .nullable()

const ProgressItem = z.object({
  completedUnits: z.number().describe('Pages that are done'),
  progressObservationDateTime: z.string().describe('As of when: 2026-01-05T09:40:00Z'),
  totalUnits: z.number().describe('Pages of the cycle'),
  units: z.string().describe('What is counted: pages, of 100 objects each'),
})

const EntryCountItem = z.object({
  key: z.string().describe('User or Group'),
  value: z.number().describe('How many were ever linked; deletions do not lessen it'),
})

/** Graph synchronizationStatus. */
const StatusItem = z.object({
  code: z
    .enum(['NotConfigured', 'NotRun', 'Active', 'Paused', 'Quarantine'])
    .describe('NotConfigured: no tenant URL; NotRun: started, but no cycle has ended; Paused: also when disabled'),
  countSuccessiveCompleteFailures: z.number().describe('How many cycles in a row broke off, up to the last one'),
  escrowsPruned: z.boolean().describe('Whether escrows of an initial cycle were dropped because they were too many'),
  lastExecution: ExecutionItem.describe('The last cycle; null before the first has ended'),
  lastSuccessfulExecution: ExecutionItem.describe('The last cycle that did not break off; null where there is none'),
  lastSuccessfulExecutionWithExports: ExecutionItem.describe('The last of those that wrote something; null for none'),
  progress: z.array(ProgressItem).describe('Of the cycle that is under way; empty between cycles'),
  quarantine: QuarantineItem.describe('Why cycles are rarer, and when one is tried; null outside of quarantine'),
  steadyStateFirstAchievedTime: z
    .string()
    .describe('When a cycle first ended without failures and escrows; 0001-01-01T00:00:00Z if none has'),
  steadyStateLastAchievedTime: z
    .string()
    .describe('When a cycle last ended without failures and escrows; 0001-01-01T00:00:00Z if none has'),
  synchronizedEntryCountByType: z.array(EntryCountItem).describe('Objects linked so far, by type'),
  troubleshootingUrl: z.null().describe('Where help with an error is found; always null here'),
})

const SettingsItem = z.object({
  baseAddress: z.string().describe('Tenant URL with its query, as configured; empty where it is not'),
  syncAll: z.boolean().describe('True for Sync all users and groups, false for only assigned ones'),
  skipOutOfScopeDeletions: z.boolean().describe('Whether leaving scope sends nothing'),
  notificationEmail: z.string().optional().describe('Where notifications go; absent where none are written'),
  deletionThresholdCount: z
    .number()
    .optional()
    .describe('More removals than this in one cycle are held back; absent where that is off'),
})

const JobItem = z.object({
  id: z.string().describe('Job id, as in the logs: scim, the tenant id without dashes and a UUID, joined by dots'),
  app: z.string().describe('displayName of the app'),
  state: z.enum(['Disabled', 'Active', 'Paused']).describe('Whether cycles start: only while it is Active'),
  isInitialCycleDue: z.boolean().describe('Whether the next cycle looks at everything, not only at changes'),
  nextCycleAt: z
    .string()
    .nullable()
    .describe('When the next cycle starts: 2026-01-05T09:40:00Z; null while none is due'),
  intervalMinutes: z.number().int().describe('From one cycle to the next'),
  settings: SettingsItem.describe('Settings of provisioning, without credentials'),
  status: StatusItem.describe('synchronizationStatus of Microsoft Graph'),
  links: z.number().int().describe('How many objects are linked, as the view links lists them'),
  escrows: z.number().int().describe('Failures that are tried again, as the view escrows lists them'),
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
