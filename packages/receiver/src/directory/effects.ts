import type { Ids } from '@scimulator/shared/runtime'
import type { Change } from './change.ts'

export interface DecisionContext {
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly ids: Ids
  /** Names the request in logs. Sent back as X-Request-Id. */
  readonly exchangeId: string
}

/** What follows from a request or an act: changes of the state, and entries for append-only streams (logs, outbox). */
export interface Effects {
  readonly changes: readonly Change[]
  readonly entries?: readonly StreamWrite[]
}

/** An entry for `store.stream(stream)`. Streams are no part of the state: `apply` must not append to them. */
export interface StreamWrite {
  readonly stream: string
  readonly entry: unknown
}
