// What Graph answers to a provision on demand: two texts, each of them JSON (Graph synchronizationJob provisionOnDemand).
import type { EntraView } from '../directory/state.ts'
import { renderSummary } from './provisioning-object-summary.ts'
import type { ProvisioningRecord } from './provisioning-record.ts'

export function renderOnDemand(
  record: ProvisioningRecord,
  view: EntraView,
): { readonly key: string; readonly value: string } {
  const summary = renderSummary(record, view)
  const { errorInformation, status } = summary.provisioningStatusInfo
  const details = errorInformation && { errorCode: errorInformation.errorCode, errorMessage: errorInformation.reason }
  const value = {
    action: capital(summary.provisioningAction),
    changeId: summary.changeId,
    modifiedProperties: summary.modifiedProperties,
    provisioningSteps: summary.provisioningSteps,
    statusInfo: { status: capital(status), errorInformation },
    sourceIdentity: summary.sourceIdentity,
    targetIdentity: summary.targetIdentity,
    sourceSystem: summary.sourceSystem,
    targetSystem: { ...summary.targetSystem, name: 'customappsso' },
  }
  return { key: JSON.stringify({ result: capital(status), details }), value: JSON.stringify(value) }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
