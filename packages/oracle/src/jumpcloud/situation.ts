import type { Fault } from '@scimulator/shared/behaviour'
import type { Source } from './source.ts'
import type { Target } from './target.ts'

/** All that a push is brought to the target with. */
export interface Situation {
  readonly target: Target
  readonly source: Source
  readonly faults: readonly Fault[]
  /** Ids of accounts that the connector keeps, by user. */
  readonly users: Map<string, string>
  readonly groups: Map<string, string>
  /** What happened that is more than a copy. */
  readonly notes: Set<string>
}
