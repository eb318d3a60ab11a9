// How long to wait before a read that disappoints is believed. An endpoint may show a write later than it answers it; as long as that was
// seen, or may yet be, everything is read again up to the last of the given times. Where nothing ever came late, waiting is cut short.

import type { Send } from '@scimulator/shared/provisioning'

/** Reads that were right at once, and full waits that led nowhere, after which waiting is known not to help. */
const PROMPT = 10
const PATIENCE = 1

/** An endpoint that lags at all may lag by a second. */
const LEAST_LAG = 1_000

export class Freshness {
  readonly #settle: readonly number[]
  #late = 0
  #lag = 0
  #vain = 0
  #prompt = 0

  /** @param settle milliseconds after the write, ascending; none where reads are known to be fresh */
  constructor(settle: readonly number[]) {
    this.#settle = settle
  }

  /** Milliseconds between a read that disappoints and the next ones. */
  waits(): readonly number[] {
    const times =
      this.#late === 0 && this.#prompt >= PROMPT && this.#vain >= PATIENCE ? this.#settle.slice(0, 1) : this.#settle
    return times.map((time, index) => time - (times[index - 1] ?? 0))
  }

  /** It was right at the first read. */
  wasFresh(): void {
    this.#prompt += 1
  }

  /** It came right at a later read, so many milliseconds after the write. */
  cameLate(afterMs: number): void {
    this.#late += 1
    // Reads that lag do so by more at one time than at another: what was seen is not the longest yet.
    const [longest = afterMs] = this.#settle.filter((time) => time >= Math.max(afterMs, LEAST_LAG))
    this.#lag = Math.max(this.#lag, longest)
  }

  /** Milliseconds to wait after each write, so that the next read sees what was written; 0 where nothing ever came late. */
  lag(): number {
    return this.#lag
  }

  /** It never came right. */
  stayedWrong(): void {
    this.#vain += 1
  }
}

/** A `Send` that goes on after a write only when it can be read, as far as is known how long that takes. */
export function readable(send: Send, pause: (ms: number) => Promise<void>, freshness: Freshness): Send {
  return async (request) => {
    const exchange = await send(request)
    const lag = freshness.lag()
    if (request.method !== 'GET' && exchange.response && lag > 0) await pause(lag)
    return exchange
  }
}
