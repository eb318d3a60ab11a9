// A per-object failure that is stored and retried: in the next cycle, then 6, 12 and 24 hours after the first failure, then every
// 24 hours until day 28, when it is dropped (Microsoft: Application provisioning in quarantine status).
import { DAY_MS, HOUR_MS } from '@scimulator/shared/runtime'

/** One membership that still has to be sent. */
export interface MemberDelta {
  readonly memberId: string
  readonly present: boolean
}

export interface Escrow {
  readonly objectId: string
  readonly objectType: 'User' | 'Group'
  /** What failed: the object itself or its references (members, manager), which the volume limits do not count. */
  readonly part: 'object' | 'references'
  readonly errorCode: string
  readonly firstFailedAt: number
  readonly attempts: number
  /** The first cycle at or after this instant tries again. */
  readonly nextAttemptAt: number
  /** Of a group's references: the memberships that were not sent. */
  readonly members: readonly MemberDelta[]
}

export const RETRY_PERIOD_MS = 28 * DAY_MS

const EARLY_MARKS_MS = [6 * HOUR_MS, 12 * HOUR_MS, 24 * HOUR_MS]

export function escrowKey(escrow: Pick<Escrow, 'objectId' | 'part'>): string {
  return escrow.part === 'object' ? escrow.objectId : `${escrow.objectId} references`
}

/**
 * When a series of failures is tried next; undefined when its 28 days are over.
 * @param attempts how often it was tried in vain, at least 1
 * @param marks milliseconds after the first failure at which it is tried before it is once a day
 */
export function nextAttempt(
  firstFailedAt: number,
  attempts: number,
  now: number,
  marks: readonly number[] = EARLY_MARKS_MS,
): number | undefined {
  if (attempts <= 1) return now
  const elapsed = now - firstFailedAt
  const wait = marks.find((mark) => mark > elapsed) ?? (Math.floor(elapsed / DAY_MS) + 1) * DAY_MS
  return wait > RETRY_PERIOD_MS ? undefined : firstFailedAt + wait
}

/** The escrow after one more failure; null when it is given up. */
export function escrowAfterFailure(
  before: Escrow | undefined,
  failure: Pick<Escrow, 'objectId' | 'objectType' | 'part' | 'errorCode' | 'members'>,
  now: number,
): Escrow | null {
  const firstFailedAt = before?.firstFailedAt ?? now
  const attempts = (before?.attempts ?? 0) + 1
  const nextAttemptAt = nextAttempt(firstFailedAt, attempts, now)
  return nextAttemptAt === undefined ? null : { ...failure, firstFailedAt, attempts, nextAttemptAt }
}
