import { useState } from 'react'
import { changedMembers } from './changed-members.ts'

export interface Draft<Value extends object> {
  /** What is saved, with what was changed here and is not saved yet. */
  readonly value: Value
  readonly set: (change: Partial<Value>) => void
  /** Members that differ from what is saved. */
  readonly changed: readonly (keyof Value & string)[]
  readonly discard: () => void
}

/**
 * A form's own values over those that are saved. Only what somebody has changed is kept here, so that what others save meanwhile is
 * seen as well.
 */
export function useDraft<Value extends object>(saved: Value): Draft<Value> {
  const [changes, keep] = useState<Partial<Value>>({})
  return {
    value: { ...saved, ...changes },
    set: (change) => keep((before) => ({ ...before, ...change })),
    changed: changedMembers(saved, changes),
    discard: () => keep({}),
  }
}
