// What is done to several users at once, and what is said of it. Pure but for the act itself.
import { words } from '../words.ts'

/** Items of More Actions, each with its verb and what is said when it is done. JC3; the words of what was done are ours. */
export const USER_ACTS = [
  [words.userActs.activate, 'activate-user', 'activated'],
  [words.userActs.suspend, 'suspend-user', 'suspended'],
  [words.userActs.reactivate, 'reactivate-user', 'reactivated'],
  [words.userActs.unlock, 'unlock-user', 'unlocked'],
  [words.userActs.expirePassword, 'expire-password', 'given an expired password'],
  [words.userActs.remove, 'delete-user', 'deleted'],
] as const

export interface Done {
  readonly text: string
  readonly isError: boolean
}

/** `2 users suspended. 1 not: Bo is STAGED.` */
export function saidOf(done: string, problems: readonly (Error | undefined)[]): Done {
  const errors = problems.filter((problem) => problem !== undefined)
  const good = problems.length - errors.length
  const sentences = [
    ...(good > 0 ? [`${good === 1 ? '1 user' : `${good} users`} ${done}.`] : []),
    ...(errors.length > 0 ? [`${errors.length} not: ${errors[0]?.message}`] : []),
  ]
  return { text: sentences.join(' '), isError: errors.length > 0 }
}
