// What the overview of provisioning says of a job. Pure.
import type { Views } from '../../source/source.ts'
import { words } from '../words.ts'

export type Job = Views['entra.job']

/** `Initial cycle completed.`, and what else there may be to say of the newest cycle. */
export function cycleText({ status, isInitialCycleDue }: Pick<Job, 'status' | 'isInitialCycleDue'>): string {
  const { lastExecution, progress } = status
  if (progress.length > 0) return isInitialCycleDue ? 'Initial cycle in progress.' : 'Incremental cycle in progress.'
  if (lastExecution === null) return words.notRun
  if (lastExecution.state === 'Failed') return 'The cycle failed.'
  return lastExecution.timeEnded <= status.steadyStateFirstAchievedTime ? words.initialDone : words.incrementalDone
}

/** Of what is known to the running cycle, in per cent; undefined while none runs. */
export function percentDone({ progress }: Job['status']): number | undefined {
  const [first] = progress
  if (first === undefined) return undefined
  return first.totalUnits === 0 ? 0 : Math.floor((100 * first.completedUnits) / first.totalUnits)
}

/** `1.2 seconds`, `3 minutes`. */
export function durationText(from: string, to: string): string {
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000
  return seconds < 120 ? `${Number(seconds.toFixed(1))} seconds` : `${Math.round(seconds / 60)} minutes`
}

/** What Graph has in the place of a time that never was. */
const NEVER = '0001-01-01T00:00:00Z'

export function isTime(time: string): boolean {
  return time !== NEVER
}

/** Objects that have been provisioned, of one kind. */
export function countOf({ synchronizedEntryCountByType }: Job['status'], kind: 'User' | 'Group'): number {
  return synchronizedEntryCountByType.find(({ key }) => key === kind)?.value ?? 0
}
