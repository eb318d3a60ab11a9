import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { renderSummary } from '../log/provisioning-object-summary.ts'
import type { ProvisioningRecord } from '../log/provisioning-record.ts'
import type { LogNames } from '../log/provisioning-steps.ts'
import { findApp } from '../state/find.ts'
import type { EntraView } from '../state/state.ts'
import { isWithin, LogPeriod } from './log-period.ts'

const Status = z.enum(['success', 'failure', 'skipped', 'warning'])
const Action = z.enum(['create', 'update', 'delete', 'stageddelete', 'disable', 'other'])
const Named = z.object({ id: z.string(), displayName: z.string() })
const Details = z.record(z.string(), z.string()).readonly()

/** Graph provisioningObjectSummary, with the words that people ask for beside it. */
const ProvisioningItem = z.object({
  id: z.string(),
  activityDateTime: z.string(),
  tenantId: z.string(),
  jobId: z.string(),
  cycleId: z.string(),
  changeId: z.string(),
  provisioningAction: z.string(),
  durationInMilliseconds: z.number(),
  provisioningStatusInfo: z.object({
    status: Status,
    errorInformation: z
      .object({
        errorCode: z.string(),
        reason: z.string(),
        additionalDetails: z.null(),
        errorCategory: z.string(),
        recommendedAction: z.null(),
      })
      .nullable()
      .optional(),
  }),
  provisioningSteps: z
    .array(
      z.object({
        name: z.string(),
        provisioningStepType: z.string(),
        status: Status,
        description: z.string(),
        details: Details,
      }),
    )
    .readonly(),
  modifiedProperties: z
    .array(z.object({ displayName: z.string(), oldValue: z.string().nullable(), newValue: z.string().nullable() }))
    .readonly(),
  servicePrincipal: Named,
  sourceSystem: Named.extend({ details: Details }),
  targetSystem: Named.extend({ details: Details }),
  initiatedBy: Named.extend({ initiatorType: z.string() }),
  sourceIdentity: Named.extend({ identityType: z.string(), details: Details }),
  targetIdentity: Named.extend({ identityType: z.string(), details: Details }),
  name: z.string().describe('userPrincipalName, or displayName of a group'),
  status: Status,
  action: Action,
  code: z.string().nullable().describe('Why it failed or was skipped'),
  exchanges: z
    .array(z.number().int())
    .readonly()
    .describe('Numbers of its requests on the wire, as the view traffic has them; none where the wire is not kept'),
})

const Query = z.strictObject({
  source: z.string().optional().describe('Only entries about this userPrincipalName or group name'),
  identity: z
    .string()
    .optional()
    .describe('Only entries about whom has this text in the name or the id, at the source or the target'),
  app: z.string().optional().describe('Only entries of this app').meta({ refers: 'entra.applications' }),
  status: Status.optional().describe('Only entries that ended so'),
  action: Action.optional().describe('Only entries of this action'),
  cycle: z.string().optional().describe('Only entries of this cycle id; "last" for the newest cycle'),
  change: z.string().optional().describe('Only the entry of this change id'),
  job: z.string().optional().describe('Only entries of this job id'),
  order: z.enum(['oldest', 'newest']).default('oldest').describe('Which come first'),
  limit: z.coerce.number().int().min(1).optional(),
  ...LogPeriod,
})
type Query = z.output<typeof Query>

export const provisioningLogs = ({ ports: { view }, logs }: EntraContext) =>
  defineView({
    name: 'provisioning-logs',
    describes: "One entry for each object that a cycle considered, as Graph's provisioningObjectSummary.",
    query: Query,
    item: ProvisioningItem,
    watches: ['provisioning', 'user', 'group', 'servicePrincipal', 'job', 'tenant'],
    dropped: () => logs.provisioning.firstSeq - 1,
    read: (query) => {
      const entries = logs.provisioning.recent()
      const cycle = query.cycle === 'last' ? entries.at(-1)?.entry.cycleId : query.cycle
      const jobs = query.app === undefined ? undefined : jobsOf(view, query.app)
      const fits = entries.filter(({ entry }) => isWanted(entry, { ...query, cycle }, jobs))
      const shown = query.limit === undefined ? fits : fits.slice(-query.limit)
      const ordered = query.order === 'newest' ? shown.reverse() : shown
      return ordered.map(({ seq, entry }) => itemOf(String(seq), entry, view, logs.names))
    },
  })

function isWanted(entry: ProvisioningRecord, query: Query, jobs: ReadonlySet<string> | undefined): boolean {
  const exact = [
    [query.source, entry.sourceName],
    [query.status, entry.status],
    [query.action, entry.action],
    [query.cycle, entry.cycleId],
    [query.change, entry.changeId],
    [query.job, entry.jobId],
  ] as const
  return (
    exact.every(([asked, is]) => asked === undefined || asked === is) &&
    isWithin(entry.at, query) &&
    (jobs === undefined || jobs.has(entry.jobId)) &&
    isAbout(entry, query.identity)
  )
}

function isAbout(
  { sourceId, sourceName, targetId, targetName }: ProvisioningRecord,
  text: string | undefined,
): boolean {
  if (text === undefined) return true
  const wanted = text.toLowerCase()
  return [sourceId, sourceName, targetId, targetName].some((one) => one?.toLowerCase().includes(wanted))
}

function jobsOf(view: EntraView, app: string): ReadonlySet<string> {
  const { id } = findApp(view, app)
  return new Set([...view.jobs.values()].filter((job) => job.servicePrincipalId === id).map((job) => job.id))
}

/** Rendered when somebody looks at it: a page shows a hundred of many thousands. */
function itemOf(key: string, entry: ProvisioningRecord, view: EntraView, names: LogNames) {
  let rendered: z.output<typeof ProvisioningItem> | undefined
  return {
    key,
    get value() {
      rendered ??= render(entry, view, names)
      return rendered
    },
  }
}

function render(entry: ProvisioningRecord, view: EntraView, names: LogNames): z.output<typeof ProvisioningItem> {
  const { sourceName: name, status, action, error, skipReason, exchanges = [] } = entry
  const { provisioningStatusInfo, ...summary } = renderSummary(entry, view, names)
  // What Graph writes as null is absent here, so that a scenario can ask for its absence.
  const { errorInformation, ...rest } = provisioningStatusInfo
  const info = errorInformation === null ? rest : provisioningStatusInfo
  const words = { name, status, action, code: error?.code ?? skipReason, exchanges }
  return { ...summary, provisioningStatusInfo: info, ...words }
}
