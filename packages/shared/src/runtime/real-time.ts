import type { Clock } from './clock.ts'
import { systemClock } from './clock.ts'

/** Time that really passes, for what waits for the other side. Tests put a clock of their own in its place. */
export interface RealTime extends Clock {
  /** Resolves after `ms` milliseconds, or at once when `signal` is aborted. It never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

export const realTime: RealTime = {
  now: systemClock.now,
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) {
        resolve()
        return
      }
      const end = (): void => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, ms)
      signal?.addEventListener('abort', end, { once: true })
    }),
}

/** Resolves when the event loop has come round, so that nothing that waits for no other side is still under way. */
export function loopComesRound(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
