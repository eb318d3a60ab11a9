// Quarantine: the job thins its cycles out until errors are fixed (Graph synchronizationQuarantine). Retries follow the same marks
// as those of objects: 6, 12, 24 hours after the first failure, then daily; after four weeks the job is disabled.
import { HOUR_MS, MINUTE_MS } from '@scimulator/shared/runtime'
import type { EntraSwitches } from '../behaviour.ts'
import { nextAttempt } from './escrow.ts'

export type QuarantineReason =
  | 'EncounteredBaseEscrowThreshold'
  | 'EncounteredTotalEscrowThreshold'
  | 'EncounteredEscrowProportionThreshold'
  | 'EncounteredQuarantineException'
  | 'QuarantinedOnDemand'
  | 'TooManyDeletes'

export interface QuarantineCause {
  readonly reason: QuarantineReason
  readonly error: { readonly code: string; readonly message: string; readonly tenantActionable: boolean }
}

export interface Quarantine extends QuarantineCause {
  /** When the quarantine was last evaluated and imposed (Graph synchronizationQuarantine). */
  readonly currentBegan: number
  /** When the job went into quarantine first; reset once the quarantine is lifted. */
  readonly seriesBegan: number
  /** How many evaluations left the quarantine in force. */
  readonly seriesCount: number
  /** When the next cycle is tried; undefined after four weeks. */
  readonly nextAttempt: number | undefined
}

/** When it is tried after the first failure, before it is once a day. Graph's sample has five minutes; the other steps are inferred. */
const MARKS_MS: Readonly<Record<EntraSwitches['quarantineBackoff'], readonly number[]>> = {
  ladder: [6 * HOUR_MS, 12 * HOUR_MS, 24 * HOUR_MS],
  gradual: [5 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS, 12 * HOUR_MS, 24 * HOUR_MS],
}

/** The quarantine after a cycle that gave cause for one. */
export function imposeQuarantine(
  before: Quarantine | null,
  cause: QuarantineCause,
  now: number,
  backoff: EntraSwitches['quarantineBackoff'] = 'ladder',
): Quarantine {
  const seriesBegan = before?.seriesBegan ?? now
  const seriesCount = (before?.seriesCount ?? 0) + 1
  return {
    ...cause,
    currentBegan: now,
    seriesBegan,
    seriesCount,
    nextAttempt: nextAttempt(seriesBegan, 2, now, MARKS_MS[backoff]),
  }
}

/** Failures of one cycle, as the volume limits count them. */
export interface FailureCount {
  /** Objects that the cycle considered. */
  readonly events: number
  readonly objectFailures: number
  readonly referenceFailures: number
}

export interface VolumeLimits {
  readonly quarantineEvaluationStart: number
  readonly quarantineProportionPercent: number
  readonly quarantineBaseFailures: number
  readonly quarantineTotalFailures: number
}

/** Which volume limit is exceeded. Failures of references count for the absolute limit alone. */
export function exceededVolume(count: FailureCount, limits: VolumeLimits): QuarantineReason | undefined {
  const { objectFailures, referenceFailures, events } = count
  if (objectFailures + referenceFailures > limits.quarantineTotalFailures) return 'EncounteredTotalEscrowThreshold'
  if (objectFailures < limits.quarantineEvaluationStart) return undefined
  if (objectFailures > limits.quarantineBaseFailures) return 'EncounteredBaseEscrowThreshold'
  const isTooLarge = objectFailures * 100 > events * limits.quarantineProportionPercent
  return isTooLarge ? 'EncounteredEscrowProportionThreshold' : undefined
}
