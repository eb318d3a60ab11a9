import { MINUTE_MS } from '@scimulator/shared/runtime'
import type { SourceActivity } from '../values/activity.ts'
import type { Circumstances } from './circumstances.ts'

type Sight = Pick<Circumstances, 'context' | 'rulesOff'>

/** Lark C05: the last sync of a source is its last authenticated request. */
export function lastSync(activity: SourceActivity, { context, rulesOff }: Sight): SourceActivity {
  return rulesOff.has('C05') ? activity : { ...activity, lastSync: context.now }
}

/** Look-ups are noted once a minute, so that reading does not write to the journal each time; writes are noted exactly. */
export function isWorthNoting(activity: SourceActivity, { context, rulesOff }: Sight): boolean {
  return !rulesOff.has('C05') && (activity.lastSync === null || context.now >= activity.lastSync + MINUTE_MS)
}
