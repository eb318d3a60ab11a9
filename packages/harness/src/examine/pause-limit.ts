// An endpoint that limits requests is waited for. One that asks for pauses all the while is not asked for ever: what is left is not judged.
import type { Send } from '@scimulator/shared/provisioning'
import type { RealTime } from '@scimulator/shared/runtime'
import { RATE_LIMITED } from './questioner.ts'

/** Pauses, and milliseconds since the first of them, after which nothing more is asked. */
const MOST_PAUSES = 30
const LONGEST_MS = 300_000

export class PauseLimit {
  readonly #time: RealTime
  readonly #tell: (text: string) => void
  #pauses = 0
  #since: number | undefined

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
      if (!this.#isOver() || request.method === 'DELETE') return await send(request)
      const failure = { kind: 'blocked', message: RATE_LIMITED } as const
      return { request, startedAt: this.#time.now(), durationMs: 0, failure }
    }
  }

  #isOver(): boolean {
    return this.#pauses > MOST_PAUSES && this.#time.now() - (this.#since ?? 0) > LONGEST_MS
  }
}
