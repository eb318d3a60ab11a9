import type { Asked } from './request.ts'

/**
 * A connection that is refused has been tried, and the report of it is kept; JumpCloud's `activate` tries it too. A token is rotated in
 * three acts, as the console has them: the last may fail, and leaves the integration off; `set-up` walks a help page, and stays where it is
 * refused.
 */
export function keepsReport({ target }: Asked): boolean {
  return /\/verbs\/([a-z]+-connector|activate(?![-\w])|configure-scim|rotate-token|set-up|test-connection)/.test(target)
}
