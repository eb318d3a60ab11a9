import { DAY_MS, isoTime } from '@scimulator/shared/runtime'
import { type AuditEvent, auditPlace } from '../../log/audit-event.ts'
import { renderSummary } from '../../log/provisioning-object-summary.ts'
import type { ProvisioningRecord } from '../../log/provisioning-record.ts'
import { anchorOf, collection, collectionOf, type GraphResource, single } from '../collection.ts'
import { notFound } from '../graph-error.ts'
import { type GraphCall, operation, parameter } from '../operation.ts'

const RETENTION_DAYS = 30

/** In v1.0 and in beta. */
const ENUMERATIONS = ['provisioningaction', 'provisioningstatusinfo/status', 'action', 'statusinfo/status']

/** Graph auditLogs: provisioning (newest first, case-sensitive filters) and directoryAudits. */
export const auditLogOperations = [
  operation('GET', '/auditLogs/provisioning', (call) => {
    const anchor = anchorOf(call) ?? call.context.logs.provisioning.lastSeq
    return collectionOf(
      call,
      () => kept(call, anchor),
      (record) => summary(call, record),
      {
        context: 'auditLogs/provisioning',
        isCaseSensitive: true,
        enumerations: ENUMERATIONS,
        maxPageSize: 1_000,
        refusesUnknown: true,
        anchor,
      },
    )
  }),
  operation('GET', '/auditLogs/provisioning/{entry}', (call) => {
    const found = kept(call).find(({ changeId }) => changeId === parameter(call, 'entry'))
    if (!found) throw notFound(parameter(call, 'entry'))
    return single(call, summary(call, found), 'auditLogs/provisioning')
  }),
  operation('GET', '/auditLogs/directoryAudits', (call) => {
    const anchor = anchorOf(call) ?? call.context.logs.audit.lastSeq
    return collection(call, audits(call, anchor), {
      context: 'auditLogs/directoryAudits',
      maxPageSize: 1_000,
      refusesUnknown: true,
      anchor,
    })
  }),
  operation('GET', '/auditLogs/directoryAudits/{entry}', (call) => {
    const id = parameter(call, 'entry')
    const found = audits(call).find((event) => event.id === id)
    if (!found) throw notFound(id)
    return single(call, found, 'auditLogs/directoryAudits')
  }),
]

/** Newest first, for 30 days (Microsoft: Analyze the provisioning logs, retention with a premium licence). */
function kept({ context }: GraphCall, anchor = context.logs.provisioning.lastSeq): readonly ProvisioningRecord[] {
  const { logs, ports } = context
  const oldest = ports.now() - RETENTION_DAYS * DAY_MS
  const records = logs.provisioning.recent({ limit: logs.provisioning.lastSeq, newestFirst: true })
  return records.filter(({ seq, entry }) => seq <= anchor && entry.at >= oldest).map(({ entry }) => entry)
}

function audits({ context }: GraphCall, anchor = context.logs.audit.lastSeq): readonly GraphResource[] {
  const { audit } = context.logs
  const events = audit.recent({ limit: audit.lastSeq, newestFirst: true })
  return events.filter(({ seq }) => seq <= anchor).map(({ seq, entry }) => renderAudit(entry, seq))
}

function summary({ context, version }: GraphCall, record: ProvisioningRecord): GraphResource {
  const rendered = renderSummary(record, context.ports.view, context.logs.names)
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
  const { service: loggedByService, category } = auditPlace(event)
  const service = { displayName: 'Azure AD Provisioning Service', servicePrincipalName: null }
  return {
    id: `Directory_${seq}`,
    category,
    correlationId: jobId,
    result: 'success',
    resultReason: '',
    activityDisplayName: activity,
    activityDateTime: isoTime(at),
    loggedByService,
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
