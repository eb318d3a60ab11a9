// Prevention of accidental deletions: a function from intents to intents. Disables count like deletes, users like groups; a count
// above the threshold holds the removals back (Microsoft: Enable accidental deletions prevention).
import type { EntraSwitches } from '../behaviour.ts'
import type { ObjectIntent, RemovalIntent } from './intent.ts'

export interface DeletionLimit {
  /** Undefined when the prevention is off. */
  readonly thresholdCount: number | undefined
  /** Object ids whose removal an administrator has allowed; they are not counted. */
  readonly allowed: ReadonlySet<string>
}

export function limitDeletions(
  intents: readonly ObjectIntent[],
  limit: DeletionLimit,
  switches: EntraSwitches,
): readonly ObjectIntent[] {
  const { thresholdCount, allowed } = limit
  if (thresholdCount === undefined) return intents
  const counted = intents.filter((intent): intent is RemovalIntent => isCounted(intent, allowed))
  if (!isExceeded(counted.length, thresholdCount, switches)) return intents
  const spared = switches.deleteTripPartial === 'executeUpToThreshold' ? thresholdCount : 0
  const held = new Set<ObjectIntent>(counted.slice(spared))
  return intents.map((intent) => (intent.kind === 'remove' && held.has(intent) ? { ...intent, kind: 'stage' } : intent))
}

function isCounted(intent: ObjectIntent, allowed: ReadonlySet<string>): boolean {
  return intent.kind === 'remove' && !allowed.has(intent.objectId)
}

function isExceeded(count: number, threshold: number, switches: EntraSwitches): boolean {
  return switches.deleteThresholdCompare === 'greater' ? count > threshold : count >= threshold && count > 0
}
