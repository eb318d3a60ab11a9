import type { EntraSwitches } from '../behaviour.ts'

/** Minutes from the start of a cycle to the start of the next one. */
export function minutesBetweenCycles({ cycleIntervalMinutes }: Pick<EntraSwitches, 'cycleIntervalMinutes'>): number {
  return cycleIntervalMinutes
}
