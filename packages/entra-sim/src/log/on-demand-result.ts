// What Graph answers to a provision on demand: two texts, each of them JSON. Their words differ from those of the logs (Graph
// synchronizationJob: provisionOnDemand, Example 1): `type` where the logs say provisioningStepType and identityType, `name` where
// they say displayName, and capitals.
import { isoTime } from '@scimulator/shared/runtime'
import type { EntraView } from '../state/state.ts'
import { renderSummary } from './provisioning-object-summary.ts'
import type { ProvisioningRecord } from './provisioning-record.ts'
import { type ProvisioningStep, TARGET } from './provisioning-steps.ts'
import { skipCode, skipText } from './skip-texts.ts'

export function renderOnDemand(
  record: ProvisioningRecord,
  view: EntraView,
): { readonly key: string; readonly value: string } {
  // Graph's sample of this answer has the older names.
  const summary = renderSummary(record, view, '2020')
  const { status } = summary.provisioningStatusInfo
  const endTime = isoTime(record.at)
  const value = {
    action: capital(summary.provisioningAction),
    changeId: summary.changeId,
    endTime,
    modifiedProperties: summary.modifiedProperties,
    provisioningSteps: summary.provisioningSteps.map((step) => stepOf(step, endTime)),
    reportableIdentifier: record.targetName ?? record.sourceName,
    startTime: isoTime(record.at - record.durationMs),
    statusInfo: statusInfo(record),
    sourceIdentity: identity(summary.sourceIdentity),
    sourceSystem: system(summary.sourceSystem.displayName),
    targetIdentity: identity(summary.targetIdentity),
    targetSystem: system(TARGET),
  }
  return { key: JSON.stringify({ result: capital(status), details: detailsOf(record) }), value: JSON.stringify(value) }
}

/** Unlike the logs, the answer tells the code of a skip beside that of a failure. */
function detailsOf({ error, skipReason, scope }: ProvisioningRecord) {
  if (error) return { errorCode: error.code, errorMessage: error.reason }
  return skipReason === null ? {} : { errorCode: skipCode(skipReason), errorMessage: skipText(skipReason, scope) }
}

function stepOf({ name, provisioningStepType, status, description, details }: ProvisioningStep, timestamp: string) {
  return { name, type: capital(provisioningStepType), status: capital(status), description, timestamp, details }
}

/** Why something was skipped stands in the key and in the steps alone. */
function statusInfo({ status, error }: ProvisioningRecord) {
  return {
    status: capital(status),
    errorCode: error?.code ?? null,
    reason: error?.reason ?? null,
    additionalDetails: null,
    errorCategory: error ? 'NonServiceFailure' : null,
    recommendedAction: null,
  }
}

function identity({ id, identityType }: { readonly id: string; readonly identityType: string }) {
  return { id, type: identityType, displayName: null, details: null }
}

function system(name: string) {
  return { id: null, name, details: null }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
