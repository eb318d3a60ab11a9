// The steps of a log entry, made from what the cycle kept: import, scoping, matching, processing, reference resolution, export
// (Graph provisioningStep).

import type { ProvisioningRecord, ProvisioningStatus, ScopeFinding } from './provisioning-record.ts'
import { skipCode, skipText } from './skip-texts.ts'

export interface ProvisioningStep {
  readonly name: string
  readonly provisioningStepType: 'import' | 'scoping' | 'matching' | 'processing' | 'referenceResolution' | 'export'
  readonly status: ProvisioningStatus
  readonly description: string
  readonly details: Readonly<Record<string, string>>
}

/** Whose words an entry has: those of records of 2026, or of Graph's samples of 2020. */
export type LogNames = '2026' | '2020'

export function sourceSystemName(names: LogNames): string {
  return names === '2026' ? 'Microsoft Entra ID' : 'Azure Active Directory'
}

/** What the steps call the target of a custom application. */
export const TARGET = 'customappsso'

export function provisioningSteps(record: ProvisioningRecord, names: LogNames): readonly ProvisioningStep[] {
  if (record.isReference) return [referenceStep(record), ...exportSteps(record)]
  const source = sourceSystemName(names)
  const [scoping, matching] = [scopingSteps(record, names), matchingSteps(record)]
  const looked = names === '2026' ? [...matching, ...scoping] : [...scoping, ...matching]
  return [importStep(record, source), ...looked, ...processingSteps(record, source), ...exportSteps(record)]
}

/** A cycle is told of changes; provision on demand looks an object up. */
function importStep(record: ProvisioningRecord, source: string): ProvisioningStep {
  const { activity, importedAs, objectType, sourceName, sourceId } = record
  const details = { objectId: sourceId, displayName: sourceName }
  if (activity === 'provisionOnDemand') {
    const description = `Retrieved ${objectType} '${sourceName}' from ${source}`
    return step('EntryImport', 'import', 'success', description, details)
  }
  const description = `Received ${objectType} '${sourceName}' change of type (${importedAs}) from ${source}`
  return step(`EntryImport${importedAs}`, 'import', 'success', description, details)
}

function scopingSteps({ scope, sourceName, objectType }: ProvisioningRecord, names: LogNames): ProvisioningStep[] {
  if (!scope) return []
  if (names === '2026') {
    const text = `Determine if ${objectType} in scope by evaluating against each scoping filter`
    return [step('EntrySynchronizationScoping', 'scoping', 'success', text, scopeDetails(scope, objectType))]
  }
  const inScope = scope.isEntitled && scope.passesFilter
  const words = inScope ? 'is in scope' : 'is not in scope'
  const details = {
    IsActive: yesNo(scope.isActive),
    Assigned: yesNo(scope.isAssigned),
    IsEffectivelyEntitledForProvisioning: yesNo(scope.isEntitled),
    IsInProvisioningScopeDisplayName: yesNo(inScope),
    ScopeEvaluationResult: JSON.stringify({ passesScopingFilter: scope.passesFilter }),
  }
  return [step('EntrySynchronizationScoping', 'scoping', 'success', `${sourceName} ${words} for provisioning`, details)]
}

function scopeDetails(scope: ScopeFinding, objectType: 'User' | 'Group'): Readonly<Record<string, string>> {
  return {
    'Active in the source system': yesNo(scope.isActive),
    'Assigned to the application': yesNo(scope.isAssigned),
    [`${objectType} has the required role`]: yesNo(scope.isEntitled),
    'Scoping filter evaluation passed': yesNo(scope.passesFilter),
    ScopeEvaluationResult: '{}',
  }
}

function matchingSteps({ matches, targetName, targetId }: ProvisioningRecord): ProvisioningStep[] {
  return matches.map(({ attribute, value, found }) => {
    const what = `${attribute} "${value}"`
    const description =
      found === 0
        ? `No object of ${TARGET} has ${what}`
        : `Retrieved '${targetName ?? value}' from ${TARGET} by ${what}`
    return step('EntryImport', 'matching', 'success', description, {
      attribute,
      value,
      found: String(found),
      targetId: targetId ?? '',
    })
  })
}

function processingSteps(record: ProvisioningRecord, source: string): ProvisioningStep[] {
  const { action, sourceName, status, skipReason, objectType } = record
  if (status === 'skipped' || action === 'other') return skipReason === null ? [] : [skipStep(record, skipReason)]
  const kind = kindOf(action)
  const words = { Add: 'created', Update: action === 'disable' ? 'disabled' : 'updated', Delete: 'deleted' }[kind]
  const why =
    kind === 'Add'
      ? ` (${objectType} is active and assigned in ${source}, but no matching ${objectType} was found in ${TARGET})`
      : ''
  const description = `${objectType} '${sourceName}' will be ${words} in ${TARGET}${why}`
  return [step(`EntrySynchronization${kind}`, 'processing', 'success', description, {})]
}

function skipStep({ sourceName, targetName, scope }: ProvisioningRecord, reason: string): ProvisioningStep {
  const state = scope
    ? ` Skip reason = ${reason}, Active = ${yesNo(scope.isActive)}, Assigned = ${yesNo(scope.isAssigned)}, Passed scope filter: ${yesNo(scope.passesFilter)}`
    : ''
  const description = `'${sourceName}' was skipped. ${skipText(reason, scope)}${state}`
  const details = { ReportableIdentifier: targetName ?? sourceName, SkipReason: skipCode(reason) }
  return step('EntrySynchronizationSkip', 'export', 'skipped', description, details)
}

function exportSteps(record: ProvisioningRecord): ProvisioningStep[] {
  const { action, status, sourceName, error, targetName, isReference } = record
  if (status !== 'success' && status !== 'failure') return []
  const kind = kindOf(action)
  const words = isReference ? 'references of ' : ''
  const verb = { Add: 'create', Update: 'update', Delete: 'delete' }[kind]
  const description =
    status === 'success'
      ? `${words}'${sourceName}' was ${verb}d in ${TARGET}`
      : `Failed to ${verb} ${words}'${sourceName}' in ${TARGET}; ${error?.code ?? ''}: ${error?.reason ?? ''}`
  const details = { ReportableIdentifier: targetName ?? sourceName, ...(error && { ErrorCode: error.code }) }
  const { leftOut = [] } = record
  if (leftOut.length === 0) return [step(`EntryExport${kind}`, 'export', status, description, details)]
  // Our words: what the service says of it was not published.
  const told = `${description}. Not sent, because their names do not follow the pattern of custom attributes: ${leftOut.join(', ')}`
  return [step(`EntryExport${kind}`, 'export', status, told, { ...details, AttributesNotSent: leftOut.join(', ') })]
}

function referenceStep({ error, sourceName, status }: ProvisioningRecord): ProvisioningStep {
  const description = status === 'warning' ? (error?.reason ?? '') : `Resolved the references of '${sourceName}'`
  return step(
    'ReferenceResolution',
    'referenceResolution',
    status === 'warning' ? 'warning' : 'success',
    description,
    {},
  )
}

function kindOf(action: ProvisioningRecord['action']): 'Add' | 'Update' | 'Delete' {
  if (action === 'create') return 'Add'
  return action === 'delete' || action === 'stageddelete' ? 'Delete' : 'Update'
}

function yesNo(value: boolean): string {
  return value ? 'True' : 'False'
}

function step(
  name: string,
  provisioningStepType: ProvisioningStep['provisioningStepType'],
  status: ProvisioningStatus,
  description: string,
  details: Readonly<Record<string, string>>,
): ProvisioningStep {
  return { name, provisioningStepType, status, description, details }
}
