import type { EventHub } from '@scimulator/shared/http'
import { type Activity, onEnd } from '@scimulator/shared/provisioning'
import type { Run } from '../traffic-log.ts'
import { type Happening, happeningOf } from './happening.ts'

export interface HappeningLog {
  /** Oldest first. */
  kept(): readonly Happening[]
  /** Tells it, as an event of the topic `happening`. */
  note(said: Pick<Happening, 'kind'> & Partial<Happening>): void
  /** A piece of work has sent its first request. */
  began(run: Run, work: Activity): void
  clear(): void
}

/** As many as exchanges: a month of cycles is two thousand. */
const LIMIT = 10_000

export function createHappeningLog(hub: EventHub, now: () => number): HappeningLog {
  let held: Happening[] = []
  function note(said: Parameters<HappeningLog['note']>[0]): void {
    const told = happeningOf(0, now(), said)
    const { seq: _, ...data } = told
    held.push({ ...told, seq: hub.publish('happening', data) })
    if (held.length > LIMIT) held = held.slice(-LIMIT)
  }
  return {
    kept: () => held,
    note,
    began({ sender, activity, run }, work) {
      // JumpCloud's pushes are one person each: their requests say it all.
      if (activity === 'push') return
      const what = { by: sender, activity, run }
      note({ kind: 'began', ...what })
      onEnd(work, () => note({ kind: 'ended', ...what }))
    },
    clear() {
      held = []
    },
  }
}
