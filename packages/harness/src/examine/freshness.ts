// How long to wait before a read that disappoints is believed. An endpoint may show a write later than it answers it; as long as that was
// seen, or may yet be, everything is read again up to the last of the given times. Where nothing ever came late, waiting is cut short.

/** Reads that were right at once, and full waits that led nowhere, after which waiting is known not to help. */
const PROMPT = 10
const PATIENCE = 1

export class Freshness {
  readonly #settle: readonly number[]
  #late = 0
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

  /** It came right at a later read. */
  cameLate(): void {
    this.#late += 1
  }

  /** It never came right. */
  stayedWrong(): void {
    this.#vain += 1
  }
}
