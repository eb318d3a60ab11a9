import type { Behaviour } from '../behaviour.ts'
import type { SystemUser } from '../directory/system-user.ts'

/** Whether a user gets the bound resources: ACTIVATED users do, STAGED and SUSPENDED ones do not. */
export function isEntitled(user: SystemUser, behaviour: Behaviour): boolean {
  return user.state === 'ACTIVATED' || (user.state === 'STAGED' && behaviour.pushStagedUsers)
}
