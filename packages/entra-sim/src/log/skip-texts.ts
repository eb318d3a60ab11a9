// The texts of skips, by the code that a record keeps. Codes that Microsoft's logs know keep their name there; ours are explained.
import type { ScopeFinding } from './provisioning-record.ts'

const TEXTS: ReadonlyMap<string, string> = new Map([
  [
    'RedundantExport',
    'The state of the user in both the source and target systems already match. No change is required.',
  ],
  [
    'NotEffectivelyEntitled',
    'This object is not assigned to the application. If you want the object to be considered for provisioning, please assign the object to the application.',
  ],
  ['OutOfScope', 'The object does not pass the scoping filter.'],
  ['DisabledNeverProvisioned', 'The user is disabled in Microsoft Entra ID and was never provisioned.'],
  ['DeletedNeverProvisioned', 'The user is deleted in Microsoft Entra ID and was never provisioned.'],
  ['AlreadyDisabled', 'The user is disabled in the target system already.'],
  ['ActiveNotMapped', 'The user is to be disabled, but no mapping turns active off.'],
  ['SkipOutOfScopeDeletions', 'The object left scope, and SkipOutOfScopeDeletions is set: it is not deprovisioned.'],
  ['CreateNotEnabled', 'The target object action Create is not enabled.'],
  ['UpdateNotEnabled', 'The target object action Update is not enabled, and a disable is an update.'],
  ['DeleteNotEnabled', 'The target object action Delete is not enabled.'],
  ['NoLongerManaged', 'The object was unassigned before; its deletion is not passed on.'],
  ['PurgedBetweenCycles', 'The user was deleted permanently before a cycle saw the deletion.'],
  ['GroupsNotEnabled', 'The mapping of groups is switched off.'],
  ['ImportSkipped', 'The object has no value for any matching attribute.'],
  ['NotFoundInTarget', 'The object is not in the target system.'],
  ['EntrySynchronizationSkipped', 'The attribute mapping left the object out.'],
  ['AccidentalDeletionsPrevented', 'The deletion threshold was exceeded; the removal is staged and was not sent.'],
])

const LOG_CODES: ReadonlySet<string> = new Set([
  'RedundantExport',
  'NotEffectivelyEntitled',
  'ImportSkipped',
  'EntrySynchronizationSkipped',
  'UnableToResolveReferenceAttributeValue',
])

/** Assigned, but with default access alone. */
const NOT_ENTITLED =
  'This object does not have required entitlement for provisioning. If you want the object to be considered for provisioning, please assign the object to the application with entitlement of provisioning category.'

export function skipText(reason: string, scope: ScopeFinding | null): string {
  const isAssignedOnly = reason === 'NotEffectivelyEntitled' && scope?.isAssigned === true
  return isAssignedOnly ? NOT_ENTITLED : (TEXTS.get(reason) ?? reason)
}

/** The code that Graph's log shows; what has none of its own is an EntrySynchronizationSkipped. */
export function skipCode(reason: string): string {
  return LOG_CODES.has(reason) ? reason : 'EntrySynchronizationSkipped'
}
