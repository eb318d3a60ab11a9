// One log entry in the shape of Graph v1.0's provisioningObjectSummary, rendered when it is read.
import { isoTime } from '@scimulator/shared/runtime'
import type { EntraView } from '../directory/state.ts'
import { coreGroupSchema, enterpriseUserSchema } from '../mapping/index.ts'
import type { ProvisioningRecord } from './provisioning-record.ts'
import { provisioningSteps } from './provisioning-steps.ts'

export function renderSummary(record: ProvisioningRecord, view: EntraView) {
  const { jobId, objectType, sourceId, sourceName, targetId, targetName } = record
  const job = view.jobs.get(jobId)
  const app = job && view.servicePrincipals.get(job.servicePrincipalId)
  const appName = app?.displayName ?? ''
  const identityType = objectType === 'User' ? enterpriseUserSchema : coreGroupSchema
  return {
    id: record.changeId,
    activityDateTime: isoTime(record.at),
    tenantId: view.tenant.tenantId,
    jobId,
    cycleId: record.cycleId,
    changeId: record.changeId,
    provisioningAction: record.action,
    durationInMilliseconds: record.durationMs,
    provisioningStatusInfo: { status: record.status, errorInformation: errorInformation(record) },
    provisioningSteps: provisioningSteps(record),
    modifiedProperties: record.modified,
    servicePrincipal: { id: app?.id ?? '', displayName: appName },
    sourceSystem: { id: view.tenant.tenantId, displayName: 'Azure Active Directory', details: {} },
    targetSystem: {
      id: app?.id ?? '',
      displayName: appName,
      details: {
        ApplicationId: app?.appId ?? '',
        ServicePrincipalId: app?.id ?? '',
        ServicePrincipalDisplayName: appName,
      },
    },
    initiatedBy: { id: '', displayName: 'Azure AD Provisioning Service', initiatorType: 'system' },
    sourceIdentity: { id: sourceId, displayName: sourceName, identityType: objectType, details: {} },
    targetIdentity: { id: targetId ?? '', displayName: targetName ?? '', identityType, details: {} },
  }
}

/** Of failures alone: a skip tells its reason in its step (a record of 2026-07, rknightion/graph2otel). */
function errorInformation({ error, status }: ProvisioningRecord) {
  if (!error || status !== 'failure') return null
  const { code: errorCode, reason } = error
  return { errorCode, reason, additionalDetails: null, errorCategory: 'nonServiceFailure', recommendedAction: null }
}
