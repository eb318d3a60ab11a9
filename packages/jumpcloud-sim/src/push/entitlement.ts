import type { Behaviour } from '../behaviour.ts'
import type { SystemUser } from '../directory/system-user.ts'

/** Whether a user gets the resources that he is bound to: ACTIVATED users do, STAGED and SUSPENDED ones do not. */
export function isEntitled(user: SystemUser, behaviour: Behaviour): boolean {
  return user.state === 'ACTIVATED' || (user.state === 'STAGED' && behaviour.pushStagedUsers)
}
