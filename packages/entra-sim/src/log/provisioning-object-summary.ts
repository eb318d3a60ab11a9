// One log entry in the shape of Graph v1.0's provisioningObjectSummary, rendered when it is read.
import { isoTime } from '@scimulator/shared/runtime'
import { NON_GALLERY_TEMPLATE_ID } from '../job/job.ts'
import { coreGroupSchema, enterpriseUserSchema } from '../schema/resource-schemas.ts'
import type { EntraView } from '../state/state.ts'
import type { ProvisioningRecord } from './provisioning-record.ts'
import { type LogNames, provisioningSteps, sourceSystemName, TARGET } from './provisioning-steps.ts'

/** @param names whose words it has */
export function renderSummary(record: ProvisioningRecord, view: EntraView, names: LogNames) {
  const { jobId, objectType, sourceId, targetId, targetName } = record
  const job = view.jobs.get(jobId)
  const app = job && view.servicePrincipals.get(job.servicePrincipalId)
  const appName = app?.displayName ?? ''
  const identityType = objectType === 'User' ? enterpriseUserSchema : coreGroupSchema
  return {
    id: record.changeId,
    activityDateTime: names === '2026' ? isoTime(record.at).replace(/\.\d+Z$/, 'Z') : isoTime(record.at),
    tenantId: view.tenant.tenantId,
    jobId,
    cycleId: record.cycleId,
    changeId: record.changeId,
    provisioningAction: record.action,
    durationInMilliseconds: record.durationMs,
    provisioningStatusInfo: { status: record.status, errorInformation: errorInformation(record) },
    provisioningSteps: provisioningSteps(record, names),
    modifiedProperties: record.modified,
    servicePrincipal: { id: app?.id ?? '', displayName: appName },
    sourceSystem: { id: view.tenant.tenantId, displayName: sourceSystemName(names), details: {} },
    targetSystem: {
      id: app?.id ?? '',
      displayName: names === '2026' ? TARGET : appName,
      details: {
        ApplicationId: names === '2026' ? NON_GALLERY_TEMPLATE_ID : (app?.appId ?? ''),
        ServicePrincipalId: app?.id ?? '',
        ServicePrincipalDisplayName: appName,
      },
    },
    initiatedBy: { id: '', displayName: 'Azure AD Provisioning Service', initiatorType: 'system' },
    sourceIdentity: { id: sourceId, identityType: objectType, ...sourceNames(record, view, names) },
    targetIdentity: {
      ...{ id: targetId ?? '', displayName: names === '2026' ? '' : (targetName ?? '') },
      ...{ identityType, details: {} },
    },
  }
}

type Details = Readonly<Record<string, string>>

/** The object by the name that people read; one that is gone by the name that the cycle kept. */
function sourceNames(
  { sourceId, sourceName, objectType }: ProvisioningRecord,
  view: EntraView,
  names: LogNames,
): { readonly displayName: string; readonly details: Details } {
  if (names === '2020') return { displayName: sourceName, details: {} }
  const shown = view.users.get(sourceId)?.attributes.displayName ?? view.groups.get(sourceId)?.displayName ?? sourceName
  const displayName = String(shown)
  const upn: Details = objectType === 'User' ? { UserPrincipalName: sourceName } : {}
  return { displayName, details: { DisplayName: displayName, ...upn, id: sourceId, odatatype: objectType } }
}

/** Of failures alone: a skip tells its reason in its step (a record of 2026-07, rknightion/graph2otel). */
function errorInformation({ error, status }: ProvisioningRecord) {
  if (!error || status !== 'failure') return null
  const { code: errorCode, reason } = error
  return { errorCode, reason, additionalDetails: null, errorCategory: 'nonServiceFailure', recommendedAction: null }
}
