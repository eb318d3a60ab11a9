import type { Escrow } from '../job/escrow.ts'
import type { Link } from '../job/link.ts'
import type { StagedDelete } from '../job/staged-delete.ts'
import type { ScopeContext } from './evaluate-scope.ts'

/** What a plan is made from: the source, through ScopeContext, and the job's memory. The target has no part in it. */
export interface PlanInput extends ScopeContext {
  /** Null for an initial cycle. */
  readonly watermark: number | null
  /** See SynchronizationJob. */
  readonly unsettledSince?: number | null
  readonly links: ReadonlyMap<string, Link>
  readonly escrows: ReadonlyMap<string, Escrow>
  readonly staged: ReadonlyMap<string, StagedDelete>
  readonly skipOutOfScopeDeletions: boolean
  readonly now: number
}
