import type { Victim } from '@scimulator/findings'
import { VICTIM_NAMES } from '../examine/screen.ts'

/** As people call it: `Entra ID, without it`. */
export function victimName(victim: Victim): string {
  return VICTIM_NAMES[victim]
}

export const VICTIM_OPTIONS: readonly (readonly [Victim, string])[] = (Object.keys(VICTIM_NAMES) as Victim[]).map(
  (victim) => [victim, VICTIM_NAMES[victim]],
)
