import { DAY_MS, isoTime } from '@scimulator/shared/runtime'
import type { AuditEvent } from '../../log/audit-event.ts'
import { renderSummary } from '../../log/provisioning-object-summary.ts'
import type { ProvisioningRecord } from '../../log/provisioning-record.ts'
import { collection, collectionOf, type GraphResource, single } from '../collection.ts'
import { notFound } from '../graph-error.ts'
import { type GraphCall, operation, parameter } from '../operation.ts'

const RETENTION_DAYS = 30

/** Graph auditLogs: provisioning (newest first, case-sensitive filters) and directoryAudits. */
export const auditLogOperations = [
  operation('GET', '/auditLogs/provisioning', (call) =>
    collectionOf(
      call,
      () => kept(call),
      (record) => summary(call, record),
      {
        context: 'auditLogs/provisioning',
        isCaseSensitive: true,
        maxPageSize: 1_000,
      },
    ),
  ),
  operation('GET', '/auditLogs/provisioning/{entry}', (call) => {
    const found = kept(call).find(({ changeId }) => changeId === parameter(call, 'entry'))
    if (!found) throw notFound(parameter(call, 'entry'))
    return single(call, summary(call, found), 'auditLogs/provisioning')
  }),
  operation('GET', '/auditLogs/directoryAudits', (call) => {
    const { logs } = call.context
    const events = logs.audit.recent({ limit: logs.audit.lastSeq, newestFirst: true })
    const shown = events.map(({ seq, entry }) => renderAudit(entry, seq))
    return collection(call, shown, { context: 'auditLogs/directoryAudits', maxPageSize: 1_000 })
  }),
]

/** Newest first, for 30 days (Microsoft: Analyze the provisioning logs, retention with a premium licence). */
function kept({ context }: GraphCall): readonly ProvisioningRecord[] {
  const { logs, engine } = context
  const oldest = engine.now() - RETENTION_DAYS * DAY_MS
  const records = logs.provisioning.recent({ limit: logs.provisioning.lastSeq, newestFirst: true })
  return records.map(({ entry }) => entry).filter(({ at }) => at >= oldest)
}

function summary({ context, version }: GraphCall, record: ProvisioningRecord): GraphResource {
  const rendered = renderSummary(record, context.engine.view)
  return version === 'beta' ? asBeta(rendered) : { ...rendered }
}

/** Beta names two members otherwise: `action` and `statusInfo`. */
function asBeta({
  provisioningAction,
  provisioningStatusInfo,
  ...rest
}: ReturnType<typeof renderSummary>): GraphResource {
  const { status, errorInformation } = provisioningStatusInfo
  return { ...rest, action: provisioningAction, statusInfo: { status, errorInformation } }
}

function renderAudit(event: AuditEvent, seq: number): GraphResource {
  const { at, activity, servicePrincipalId, appName, jobId, initiatedBy, details } = event
  const service = { displayName: 'Azure AD Provisioning Service', servicePrincipalName: null }
  return {
    id: `Directory_${seq}`,
    category: 'ProvisioningManagement',
    correlationId: jobId,
    result: 'success',
    resultReason: '',
    activityDisplayName: activity,
    activityDateTime: isoTime(at),
    loggedByService: 'Account Provisioning',
    operationType: '',
    initiatedBy:
      initiatedBy === 'administrator'
        ? { user: { displayName: 'Administrator' }, app: null }
        : { user: null, app: service },
    targetResources: [
      { id: servicePrincipalId, displayName: appName, type: 'ServicePrincipal', modifiedProperties: [] },
    ],
    additionalDetails: Object.entries(details).map(([key, value]) => ({ key, value })),
  }
}
