// One queue for all worlds of a run: not more requests per second than was said, and none while the target has asked for a pause.
import type { RealTime } from '@scimulator/shared/runtime'

export interface Pace {
  /** Resolves when the next request may be sent; in the order of asking. */
  turn(): Promise<void>
  /** Nobody is let through before `ms` milliseconds from now. A longer pause wins. */
  pause(ms: number): void
}

/** @param rate requests per second at most; no limit when undefined */
export function createPace(time: RealTime, rate?: number): Pace {
  const gapMs = rate === undefined ? 0 : 1_000 / rate
  let pausedUntil = 0
  let nextTurn = 0

  return {
    async turn() {
      const mine = Math.max(nextTurn, time.now())
      nextTurn = mine + gapMs
      // A pause may be asked for while this one waits, so that the way is looked at again.
      for (let now = time.now(); now < Math.max(mine, pausedUntil); now = time.now()) {
        await time.sleep(Math.max(mine, pausedUntil) - now)
      }
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, time.now() + ms)
    },
  }
}
