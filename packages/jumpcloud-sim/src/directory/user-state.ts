import { VerbError } from '@scimulator/shared/behaviour'
import type { UserState } from './system-user.ts'

interface StatePair {
  readonly state: UserState
  readonly suspended: boolean
}

interface Wanted {
  readonly state?: UserState | undefined
  readonly suspended?: boolean | undefined
}

/**
 * The state and the older boolean, kept consistent: writing one writes the other, and a contradictory pair is refused with JumpCloud's own
 * sentence (JumpCloud PowerShell module, New-JCUser).
 *
 *  wanted state | wanted suspended | before    | after
 *  -------------+------------------+-----------+-----------
 *  given        | absent           | any       | given
 *  absent       | true             | any       | SUSPENDED
 *  absent       | false            | SUSPENDED | ACTIVATED
 *  absent       | false            | other     | unchanged
 *  SUSPENDED    | false            | any       | refused
 *  other        | true             | any       | refused
 */
export function settleState(wanted: Wanted, before: UserState): StatePair {
  const { state, suspended } = wanted
  if (state !== undefined && suspended !== undefined && suspended !== (state === 'SUSPENDED')) {
    throw new VerbError(
      'invalid',
      `Cannot save conflicting state and suspended fields. (state=${state} suspended=${suspended})`,
    )
  }
  if (state !== undefined) return pair(state)
  if (suspended === true) return pair('SUSPENDED')
  if (suspended === false && before === 'SUSPENDED') return pair('ACTIVATED')
  return pair(before)
}

function pair(state: UserState): StatePair {
  return { state, suspended: state === 'SUSPENDED' }
}
