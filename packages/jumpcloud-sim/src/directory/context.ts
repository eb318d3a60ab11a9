import type { Ids } from '@scimulator/shared/runtime'

/** What an act needs besides the organisation. */
export interface ActContext {
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly ids: Pick<Ids, 'objectId' | 'uuid'>
}

/** `2026-01-05T08:00:00.000Z`, the form in which JumpCloud writes instants. */
export function instant(now: number): string {
  return new Date(now).toISOString()
}
