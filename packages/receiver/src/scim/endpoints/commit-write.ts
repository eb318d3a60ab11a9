import type { JsonValue } from '@scimulator/shared/scim'
import type { DirectoryRecord } from '../../directory/record.ts'
import type { Write } from '../../profile/profile.ts'
import type { Call } from '../request/call.ts'

/**
 * Lets the profile decide and applies what it decided, in one tick.
 * @param sent the body
 * @returns the record that the write was about
 */
export function commitWrite(call: Call, write: Write, sent?: JsonValue): DirectoryRecord | undefined {
  const { profile, view, source, context } = call
  const decision = profile.decide(write, view, source, context)
  const tell =
    decision.outcome === 'done' ? call.events?.onWrite(call, { write, changes: decision.changes, sent }) : undefined
  call.commit(decision)
  if (decision.outcome === 'refused') throw decision.error
  tell?.()
  return view.get(write.resourceKind, decision.id)
}
