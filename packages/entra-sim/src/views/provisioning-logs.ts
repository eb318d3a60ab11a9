import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { renderSummary } from '../log/provisioning-object-summary.ts'
import { isWithin, LogPeriod } from './log-period.ts'

const Status = z.enum(['success', 'failure', 'skipped', 'warning'])
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
  action: z.enum(['create', 'update', 'delete', 'stageddelete', 'disable', 'other']),
  code: z.string().nullable().describe('Why it failed or was skipped'),
  exchanges: z
    .array(z.number().int())
    .readonly()
    .describe('Numbers of its requests on the wire, as the view traffic has them; none where nobody keeps the wire'),
})

export const provisioningLogs = ({ engine: { view, switches }, logs }: EntraContext) =>
  defineView({
    name: 'provisioning-logs',
    describes: "One entry for each object that a cycle considered, as Graph's provisioningObjectSummary",
    query: z.looseObject({
      source: z.string().optional().describe('Only entries about this userPrincipalName or group name'),
      cycle: z.string().optional().describe('Only entries of this cycle id; "last" for the newest cycle'),
      limit: z.coerce.number().int().min(1).optional(),
      ...LogPeriod,
    }),
    item: ProvisioningItem,
    watches: ['provisioning', 'user', 'group', 'servicePrincipal', 'job', 'tenant'],
    dropped: () => logs.provisioning.firstSeq - 1,
    read: ({ source, cycle, limit, from, to }) => {
      const entries = logs.provisioning.recent()
      const newest = entries.at(-1)?.entry.cycleId
      const fits = entries.filter(({ entry }) => {
        const isWanted = cycle === undefined || entry.cycleId === (cycle === 'last' ? newest : cycle)
        return isWanted && isWithin(entry.at, { from, to }) && (source === undefined || entry.sourceName === source)
      })
      const shown = limit === undefined ? fits : fits.slice(-limit)
      return shown.map(({ seq, entry }) => {
        const { sourceName: name, status, action, error, skipReason, exchanges = [] } = entry
        const code = error?.code ?? skipReason
        const { provisioningStatusInfo, ...summary } = renderSummary(entry, view, switches.logNames)
        // What Graph writes as null is absent here, so that a scenario can ask for its absence.
        const { errorInformation, ...rest } = provisioningStatusInfo
        const info = errorInformation === null ? rest : provisioningStatusInfo
        const words = { name, status, action, code, exchanges }
        return { key: String(seq), value: { ...summary, provisioningStatusInfo: info, ...words } }
      })
    },
  })
