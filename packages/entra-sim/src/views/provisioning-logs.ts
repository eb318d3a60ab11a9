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
const Details = z.record(z.string(), z.string()).readonly()

const ErrorItem = z.object({
  errorCode: z.string().describe('Code of the failure: DuplicateTargetEntries'),
  reason: z.string().describe('What went wrong, in words; often with the answer of the target'),
  additionalDetails: z.null().describe('Always null here'),
  errorCategory: z.string().describe('Whose failure it is; always nonServiceFailure here'),
  recommendedAction: z.null().describe('Always null here'),
})

const StepItem = z.object({
  name: z.string().describe('Which step it is: EntryImportAdd, EntrySynchronizationScoping, EntryExportUpdate'),
  provisioningStepType: z.string().describe('import, scoping, matching, processing, referenceResolution or export'),
  status: Status.describe('How the step ended'),
  description: z.string().describe('What happened, in words'),
  details: Details.describe('What the step worked with, by name: ReportableIdentifier, SkipReason, ErrorCode'),
})

const PropertyItem = z.object({
  displayName: z.string().describe('Target attribute: emails[type eq "work"].value'),
  oldValue: z.string().nullable().describe('Value at the target before; null where there was none'),
  newValue: z.string().nullable().describe('Value that was sent, or [Redact]; empty where the attribute was cleared'),
})

/** Graph provisioningObjectSummary, with the words that people ask for beside it. */
const ProvisioningItem = z.object({
  id: z.string().describe('The same as changeId'),
  activityDateTime: z.string().describe('When the object was done with: 2026-01-05T09:40:00Z'),
  tenantId: z.string().describe('Id of the tenant'),
  jobId: z.string().describe('Id of the provisioning job'),
  cycleId: z.string().describe('Cycle, or provisioning on demand, that the entry belongs to'),
  changeId: z.string().describe('Id of this entry'),
  provisioningAction: z.string().describe('What was done to the object; the same as action'),
  durationInMilliseconds: z.number().describe('How long its requests took, in milliseconds; 0 where none was sent'),
  provisioningStatusInfo: z
    .object({
      status: Status.describe('How it ended; the same as status of the entry'),
      errorInformation: ErrorItem.nullable().optional().describe('Why it failed; absent where it did not'),
    })
    .describe('How it ended, and why where it failed'),
  provisioningSteps: z.array(StepItem).readonly().describe('What was done, step by step, from import to export'),
  modifiedProperties: z.array(PropertyItem).readonly().describe('Attributes that were written, or were to be'),
  servicePrincipal: z
    .object({
      id: z.string().describe('Object id of the app; empty where it is deleted'),
      displayName: z.string().describe('displayName of the app; empty where it is deleted'),
    })
    .describe('The enterprise application whose job it was'),
  sourceSystem: z
    .object({
      id: z.string().describe('Id of the tenant'),
      displayName: z.string().describe('Microsoft Entra ID; with the switch logNames at 2020, Azure Active Directory'),
      details: Details.describe('Always empty here'),
    })
    .describe('Where the object comes from'),
  targetSystem: z
    .object({
      id: z.string().describe('Object id of the app; empty where it is deleted'),
      displayName: z.string().describe('customappsso; with the switch logNames at 2020, displayName of the app'),
      details: Details.describe('ApplicationId, ServicePrincipalId and ServicePrincipalDisplayName'),
    })
    .describe('Where the object is provisioned to'),
  initiatedBy: z
    .object({
      id: z.string().describe('Always empty here'),
      displayName: z.string().describe('Azure AD Provisioning Service'),
      initiatorType: z.string().describe('Always system here'),
    })
    .describe('Who started the provisioning; always the service'),
  sourceIdentity: z
    .object({
      id: z.string().describe('Object id in the tenant'),
      displayName: z.string().describe('displayName in the tenant; of an object that is gone, its last known name'),
      identityType: z.string().describe('User or Group'),
      details: Details.describe('DisplayName, id, odatatype, of a user UserPrincipalName; none with logNames at 2020'),
    })
    .describe('The user or group in the tenant'),
  targetIdentity: z
    .object({
      id: z.string().describe('SCIM id; empty where none is known'),
      displayName: z.string().describe('Empty; with the switch logNames at 2020, userName or displayName there'),
      identityType: z.string().describe('Schema of the resource: urn:ietf:params:scim:schemas:core:2.0:Group'),
      details: Details.describe('Always empty here'),
    })
    .describe('The user or group at the target'),
  name: z.string().describe('userPrincipalName, or displayName of a group'),
  status: Status.describe('How it ended; skipped: nothing was written; warning: a member or manager has to wait'),
  action: Action.describe('What was done; stageddelete is a removal that was held back, other none of these'),
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
