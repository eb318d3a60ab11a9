import type { Asked } from './request.ts'

/**
 * A connection that is refused has been tried, and the report of it is kept. A token is rotated in three acts, as the console has them: the
 * last may fail, and leaves the integration off.
 */
export function keepsReport({ target }: Asked): boolean {
  return /\/verbs\/([a-z]+-connector|configure-scim|rotate-token|test-connection)/.test(target)
}
