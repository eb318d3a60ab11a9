import type { Change } from '../../directory/change.ts'
import type { DecisionContext } from '../../directory/effects.ts'
import type { Authentication, Credentials } from '../../profile/profile.ts'
import { admit } from '../rules/admission.ts'
import type { LarkOptions } from '../rules/circumstances.ts'
import { afterAdmission, afterFailure } from '../rules/failure-notification.ts'
import { isWorthNoting, lastSync } from '../rules/last-sync.ts'
import type { LarkState } from '../state/lark-state.ts'
import type { SyncSource } from '../values/sync-source.ts'
import { activityPut, outbox } from './finish.ts'

export function authenticate(
  credentials: Credentials,
  context: DecisionContext,
  lark: LarkState,
  options: LarkOptions,
): Authentication {
  const admission = admit(credentials, lark, context.now, options)
  if (admission.kind === 'unknown') return { outcome: 'refused', error: admission.error, changes: [] }
  const { source } = admission
  if (admission.kind === 'admitted') {
    const { id, organisation } = source
    return { outcome: 'admitted', source: { id, organisation }, changes: sighting(source, context, lark, options) }
  }
  const told = afterFailure(admission.failure, { ...options, lark, source, context })
  return {
    outcome: 'refused',
    error: admission.error,
    changes: [activityPut(told)],
    entries: outbox(told.messages),
  }
}

function sighting(source: SyncSource, context: DecisionContext, lark: LarkState, options: LarkOptions): Change[] {
  const before = lark.activity(source.id)
  const cleared = afterAdmission(before)
  const isCleared = Object.keys(cleared.toldAt).length < Object.keys(before.toldAt).length
  const sight = { context, rulesOff: options.rulesOff }
  if (!isCleared && !isWorthNoting(before, sight)) return []
  const activity = lastSync(cleared, sight)
  return [activityPut({ activity, messages: [] })]
}
