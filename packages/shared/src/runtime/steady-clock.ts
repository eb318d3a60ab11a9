import type { Clock } from './clock.ts'

export interface TimeSources {
  /** Milliseconds since 1970, as the machine believes. */
  readonly wall: () => number
  /** Milliseconds that have passed since some moment; nobody sets it. */
  readonly elapsed: () => number
}

const MACHINE: TimeSources = { wall: () => Date.now(), elapsed: () => performance.now() }

/**
 * The machine's time, as long as it goes forward. When it is set back, this one goes on as before: what is due in a minute is not due in an
 * hour and a minute, and no stamp is older than the one before it. When it is set forward, or the machine was asleep, this one follows.
 */
export function createSteadyClock({ wall, elapsed }: TimeSources = MACHINE): Clock {
  let ahead = Number.NEGATIVE_INFINITY
  return {
    now() {
      const passed = elapsed()
      ahead = Math.max(ahead, wall() - passed)
      return Math.floor(passed + ahead)
    },
  }
}
