// What has happened, kept until the polling client has acknowledged it, and for those who come later: the latest, so that memory is bounded.
import type { Schedule, ScheduleEntry } from '@scimulator/shared/runtime'

/** How much is kept of each organisation; the oldest goes first. */
export interface FeedBounds {
  readonly keptEvents: number
  readonly keptEventBytes: number
}

export interface Delivery {
  readonly sets: Readonly<Record<string, string>>
  readonly moreAvailable: boolean
}

/** Who polls: each source has acknowledged what it has. */
export interface Poller {
  readonly organisation: string
  readonly id: string
}

interface Organisation {
  readonly tokens: Map<string, string>
  readonly acknowledged: Map<string, Set<string>>
  readonly waiting: Map<string, () => void>
  bytes: number
}

export class EventFeeds {
  readonly #bounds: FeedBounds
  readonly #organisations = new Map<string, Organisation>()

  constructor(bounds: FeedBounds) {
    this.#bounds = bounds
  }

  add(name: string, jti: string, token: string): void {
    const organisation = this.#organisation(name)
    organisation.tokens.set(jti, token)
    organisation.bytes += token.length
    this.#dropOldest(organisation)
    for (const release of [...organisation.waiting.values()]) release()
  }

  /** Acknowledged is what is not sent again, and what could not be read as well (RFC 8936 §2.2). */
  acknowledge(poller: Poller, jtis: Iterable<string>): void {
    const { tokens } = this.#organisation(poller.organisation)
    const acknowledged = this.#acknowledged(poller)
    for (const jti of jtis) if (tokens.has(jti)) acknowledged.add(jti)
  }

  /** The oldest first; what is not acknowledged comes again. */
  outstanding(poller: Poller, maxEvents: number): Delivery {
    const { tokens } = this.#organisation(poller.organisation)
    const acknowledged = this.#acknowledged(poller)
    const sets: Record<string, string> = {}
    let left = maxEvents
    for (const [jti, token] of tokens) {
      if (acknowledged.has(jti)) continue
      if (left === 0) return { sets, moreAvailable: true }
      sets[jti] = token
      left -= 1
    }
    return { sets, moreAvailable: false }
  }

  /** Resolves with the next event, when the time is over, or when the same source asks again. */
  wait({ organisation: name, id }: Poller, schedule: Schedule, waitMs: number): Promise<void> {
    const { waiting } = this.#organisation(name)
    waiting.get(id)?.()
    return new Promise((resolve) => {
      let timer: ScheduleEntry | undefined
      const release = (): void => {
        timer?.cancel()
        if (waiting.get(id) === release) waiting.delete(id)
        resolve()
      }
      timer = schedule.at(schedule.now() + waitMs, 'security events', release, 'a poll for security events ends')
      waiting.set(id, release)
    })
  }

  /** Nothing has happened yet, and nobody waits any more. */
  clear(): void {
    const all = [...this.#organisations.values()]
    this.#organisations.clear()
    for (const { waiting } of all) for (const release of [...waiting.values()]) release()
  }

  #organisation(name: string): Organisation {
    const found = this.#organisations.get(name)
    if (found !== undefined) return found
    const made = { tokens: new Map(), acknowledged: new Map(), waiting: new Map(), bytes: 0 }
    this.#organisations.set(name, made)
    return made
  }

  #acknowledged({ organisation, id }: Poller): Set<string> {
    const { acknowledged } = this.#organisation(organisation)
    const found = acknowledged.get(id) ?? new Set()
    acknowledged.set(id, found)
    return found
  }

  #dropOldest(organisation: Organisation): void {
    const { keptEvents, keptEventBytes } = this.#bounds
    for (const [jti, token] of organisation.tokens) {
      if (organisation.tokens.size <= keptEvents && organisation.bytes <= keptEventBytes) return
      organisation.tokens.delete(jti)
      organisation.bytes -= token.length
      for (const acknowledged of organisation.acknowledged.values()) acknowledged.delete(jti)
    }
  }
}
