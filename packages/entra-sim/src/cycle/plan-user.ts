// What a cycle wants for one user. Every row of the deprovisioning table is decided here:
//
//  in the source              | link                  | active maps to False | wanted
//  ---------------------------+-----------------------+----------------------+----------------------------------
//  in scope, enabled          | any                   |                      | evaluate
//  in scope, disabled         | none                  |                      | skip: never provisioned
//  in scope, disabled         | active                | yes                  | disable
//  in scope, disabled         | any other             |                      | evaluate
//  in scope, in the bin       | active, managed       | yes                  | disable
//  in scope, in the bin       | active, managed       | no                   | skip, and remember the deletion
//  out of scope               | managed               | yes                  | disable, and manage no longer
//  out of scope               | managed               | no                   | skip (switch: delete), and manage no longer
//  out of scope               | none or not managed   |                      | skip
//  gone                       | managed, deletion seen|                      | delete
//  gone                       | managed, unseen       |                      | skip (switch: delete), and forget
//  gone                       | not managed           |                      | skip, and forget
//
// Sources: Microsoft, How application provisioning works; QA-552508; azure-docs#30269.

import { activeIn } from '../conversation/provision-object.ts'
import { type EntraUser, isEnabled } from '../directory/entra-user.ts'
import { expressionEnvironment } from '../expression/index.ts'
import type { Link } from '../job/link.ts'
import type { ScopeFinding } from '../log/provisioning-record.ts'
import { applyMappings } from '../mapping/index.ts'
import { userSource } from '../state/source-attributes.ts'
import { isInScope, userScope } from './evaluate-scope.ts'
import type { AfterSkip, ObjectIntent, Reason, RemovalCause, SkipReason } from './intent.ts'
import { planForgotten } from './plan-forgotten.ts'
import type { PlanInput } from './plan-input.ts'

/** Undefined when the job knows nothing of the user, who is gone. */
export function planUser(objectId: string, reasons: readonly Reason[], input: PlanInput): ObjectIntent | undefined {
  const user = input.view.users.get(objectId)
  const link = input.links.get(objectId)
  if (!user) return link ? planGone(link, reasons, input) : planForgotten('User', objectId, reasons)
  const scope = userScope(user, input)
  const base = { objectType: 'User', objectId, reasons, scope } as const
  if (!scope.isRead) return skip(base, 'OutOfScope', 'keep')
  if (!isInScope(scope)) return planOutOfScope(user, link, base, input)
  if (user.deletedAt !== undefined) return planInBin(user, link, base, input)
  if (isEnabled(user)) return { ...base, kind: 'evaluate', isSoftDeleted: false, isInBin: false }
  return planDisabled(user, link, base, input)
}

interface Base {
  readonly objectType: 'User'
  readonly objectId: string
  readonly reasons: readonly Reason[]
  readonly scope: ScopeFinding | null
}

/** Purged, or about to be. */
export function planGone(link: Link, reasons: readonly Reason[], input: PlanInput): ObjectIntent {
  const base: Base = { objectType: 'User', objectId: link.objectId, reasons, scope: null }
  if (!link.managed) return skip(base, 'NoLongerManaged', 'forget')
  if (!link.deletionSeen && input.switches.quickPurge === 'nothing') return skip(base, 'PurgedBetweenCycles', 'forget')
  if (!input.compiled.User.flow.delete) return skip(base, 'DeleteNotEnabled', 'forget')
  return { ...base, kind: 'remove', action: 'delete', cause: 'hardDeleted' }
}

function planOutOfScope(user: EntraUser, link: Link | undefined, base: Base, input: PlanInput): ObjectIntent {
  if (!link?.managed) return skip(base, base.scope?.isEntitled ? 'OutOfScope' : 'NotEffectivelyEntitled', 'keep')
  if (input.skipOutOfScopeDeletions) return skip(base, 'SkipOutOfScopeDeletions', 'unmanage')
  if (!link.active) return skip(base, 'AlreadyDisabled', 'unmanage')
  if (mapsToInactive(user, input)) return disable(base, 'outOfScope', 'unmanage', input)
  if (input.switches.unmappedActiveOnUnassign === 'nothing') return skip(base, 'ActiveNotMapped', 'unmanage')
  if (!input.compiled.User.flow.delete) return skip(base, 'DeleteNotEnabled', 'unmanage')
  return { ...base, kind: 'remove', action: 'delete', cause: 'outOfScope' }
}

function planInBin(user: EntraUser, link: Link | undefined, base: Base, input: PlanInput): ObjectIntent {
  if (!link) return skip(base, 'DeletedNeverProvisioned', 'keep')
  if (!link.managed) return skip(base, 'NoLongerManaged', 'keep')
  if (link.active && mapsToInactive(user, input)) return disable(base, 'softDeleted', 'deletionSeen', input)
  if (link.active) return skip(base, 'ActiveNotMapped', 'deletionSeen')
  if (link.deletionSeen) return skip(base, 'AlreadyDisabled', 'keep')
  return { ...base, kind: 'evaluate', isSoftDeleted: true, isInBin: true }
}

function planDisabled(user: EntraUser, link: Link | undefined, base: Base, input: PlanInput): ObjectIntent {
  if (!link) return skip(base, 'DisabledNeverProvisioned', 'keep')
  if (link.active && mapsToInactive(user, input)) return disable(base, 'disabledInSource', 'keep', input)
  return { ...base, kind: 'evaluate', isSoftDeleted: true, isInBin: false }
}

function disable(base: Base, cause: RemovalCause, otherwise: AfterSkip, input: PlanInput): ObjectIntent {
  // A disable is an update: without the Update action there is none (sentry-docs#16258).
  if (!input.compiled.User.flow.update) return skip(base, 'UpdateNotEnabled', otherwise)
  return { ...base, kind: 'remove', action: 'disable', cause }
}

function skip(base: Base, reason: SkipReason, after: AfterSkip): ObjectIntent {
  return { ...base, kind: 'skip', reason, after }
}

/** Whether the mapping of `active` turns the account off for this user as things are now. */
function mapsToInactive(user: EntraUser, input: PlanInput): boolean {
  const { view, servicePrincipalId, switches } = input
  const source = userSource(user, { view, servicePrincipalId, isSoftDeleted: true, switches })
  const { defaultDomain } = view.tenant
  const environment = expressionEnvironment({ now: input.now, defaultDomain, switches })
  return activeIn(applyMappings(input.compiled.User.active, source, environment, { operation: 'update' })) === false
}
