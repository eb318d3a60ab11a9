// An endpoint that limits requests is waited for. One that asks for pauses all the while is not asked forever: what is left is not judged.
import type { Send } from '@scimulator/shared/provisioning'
import type { RealTime } from '@scimulator/shared/runtime'
import { RATE_LIMITED } from './questioner.ts'

/** Pauses, and milliseconds since the first of them, after which nothing more is asked where it goes on slowly. */
const MOST_PAUSES = 30
const LONGEST_MS = 300_000

/** Answers a second, from the first pause on, that are worth waiting for, and how long at most. */
const WORTH_WAITING = 2
const LONGEST_OF_ALL_MS = 1_200_000

export class PauseLimit {
  readonly #time: RealTime
  readonly #tell: (text: string) => void
  #pauses = 0
  #since: number | undefined
  #answers = 0

  constructor(time: RealTime, tell: (text: string) => void = () => {}) {
    this.#time = time
    this.#tell = tell
  }

  /** The target asks for a pause; the first one, and each tenth, is told. */
  paused(text: string): void {
    this.#since ??= this.#time.now()
    if (this.#pauses % 10 === 0) this.#tell(text)
    this.#pauses += 1
  }

  /** Deletions go on whatever was asked for, so that nothing is left behind. */
  within(send: Send): Send {
    return async (request) => {
      if (!this.#isOver() || request.method === 'DELETE') {
        const exchange = await send(request)
        if (this.#since !== undefined && exchange.response) this.#answers += 1
        return exchange
      }
      const failure = { kind: 'blocked', message: RATE_LIMITED } as const
      return { request, startedAt: this.#time.now(), durationMs: 0, failure }
    }
  }

  #isOver(): boolean {
    const passed = this.#time.now() - (this.#since ?? this.#time.now())
    if (this.#pauses <= MOST_PAUSES || passed <= LONGEST_MS) return false
    return passed > LONGEST_OF_ALL_MS || this.#answers / (passed / 1_000) < WORTH_WAITING
  }
}
