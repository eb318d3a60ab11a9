// One queue for all worlds of a run: not more requests per second than was said or than the target takes, and none while it has asked for a
// pause.
import type { RealTime } from '@scimulator/shared/runtime'

export interface Pace {
  /** Resolves when the next request may be sent; in the order of asking. @returns how many pauses have been asked for before it */
  turn(): Promise<number>
  /** The target answered, and asked for no pause. */
  answered(): void
  /**
   * No request is let through before `ms` milliseconds from now; a longer pause wins. From then on no more are sent per second than were answered
   * in the second before. Requests that were under way together say it once.
   * @param since what {@link turn} returned for the request
   */
  pause(ms: number, since: number): void
  /** How many answers were no demand for a pause. */
  readonly answers: number
}

const SECOND_MS = 1_000

/** Requests per second that are always tried. */
const SLOWEST = 2

/** What is left of a rate that was too much, at least. */
const LEFT = 0.85

/** What each good answer adds: quickly up to the rate that was too much, slowly beyond it. */
const GROWTH = 1.005
const GROWTH_BEYOND = 1.001

/**
 * Without a rate of its own a run comes back after each pause with as many requests as before, and one of them may lose each time although
 * the target answers all the while.
 * @param most requests per second at most; no limit when undefined
 */
export function createPace(time: RealTime, most = Number.POSITIVE_INFINITY): Pace {
  const latest: number[] = []
  let rate = most
  let tooMuch = most
  let answers = 0
  let pauses = 0
  let pausedUntil = 0
  let nextTurn = 0

  function slowDown(): void {
    const isFirst = !Number.isFinite(rate)
    const answeredLately = latest.filter((at) => at > time.now() - SECOND_MS).length
    const slower = Math.max(SLOWEST, isFirst ? answeredLately : LEFT * rate)
    tooMuch = isFirst ? slower : rate
    rate = Math.min(rate, slower)
  }

  return {
    async turn() {
      const mine = Math.max(nextTurn, time.now())
      nextTurn = mine + SECOND_MS / rate
      // A pause may be asked for while this one waits, so that the way is looked at again.
      for (let now = time.now(); now < Math.max(mine, pausedUntil); now = time.now()) {
        await time.sleep(Math.max(mine, pausedUntil) - now)
      }
      return pauses
    },
    answered() {
      answers += 1
      latest.push(time.now())
      while ((latest[0] ?? 0) < time.now() - SECOND_MS) latest.shift()
      if (Number.isFinite(rate)) rate = Math.min(most, rate * (rate < tooMuch ? GROWTH : GROWTH_BEYOND))
    },
    pause(ms, since) {
      pausedUntil = Math.max(pausedUntil, time.now() + ms)
      nextTurn = Math.max(nextTurn, pausedUntil)
      if (since !== pauses) return
      pauses += 1
      slowDown()
    },
    get answers() {
      return answers
    },
  }
}
