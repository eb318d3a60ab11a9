import type { Outcome } from '../conversation/outcome.ts'
import type { ProvisioningRecord } from '../log/provisioning-record.ts'
import type { TenantPorts } from '../tenant-ports.ts'
import type { Sent } from './send-about.ts'
import type { Session } from './session.ts'

type Found = Pick<ProvisioningRecord, 'sourceName' | 'targetId' | 'targetName' | 'importedAs' | 'scope' | 'isReference'>

/** One entry of the provisioning logs: what came of an object, or of its references. */
export function recordOf(
  ports: TenantPorts,
  session: Session,
  { objectType, objectId }: { readonly objectType: 'User' | 'Group'; readonly objectId: string },
  outcome: Outcome,
  { durationMs, exchanges }: Sent,
  { sourceName, targetId, targetName, importedAs, scope, isReference }: Found,
): ProvisioningRecord {
  const { error, leftOut } = outcome
  return {
    at: ports.now(),
    jobId: session.job.id,
    cycleId: session.cycleId,
    changeId: ports.ids.uuid('changeId'),
    activity: session.activity,
    action: outcome.action,
    status: outcome.status,
    durationMs,
    ...(exchanges.length > 0 && { exchanges }),
    objectType,
    sourceId: objectId,
    sourceName,
    targetId,
    targetName,
    importedAs,
    scope,
    matches: outcome.matches,
    modified: outcome.modified,
    skipReason: outcome.skipReason,
    error: error && { code: error.code, reason: error.reason },
    ...(leftOut.length > 0 && { leftOut }),
    isReference,
  }
}
