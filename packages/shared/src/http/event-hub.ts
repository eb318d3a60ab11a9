// What happens in a program or a world, as numbered events. The newest are held, so that a reader who was away can go on where it was.

export interface HubEvent {
  /** Counted over all topics from 1; it never goes back. */
  readonly seq: number
  /** `exchange`, `changed`, `clock`, `progress`, `reset`. */
  readonly topic: string
  readonly data: unknown
}

export interface EventHub {
  /** Names this numbering; another one, after a restart, has another name. */
  readonly epoch: string
  /** How many of the newest events are held at least. */
  readonly limit: number
  /** Number of the newest event; 0 before the first. */
  readonly seq: number
  /** @returns the event's number */
  publish(topic: string, data: unknown): number
  /** Held events after `seq`, oldest first; undefined when some of them are no longer held. */
  since(seq: number): readonly HubEvent[] | undefined
  /** Calls with every event from now on. @returns the function that ends that */
  subscribe(listener: (event: HubEvent) => void): () => void
}

/**
 * @param limit how many events are held at least
 * @param after the number that the first event follows
 */
export function createEventHub(epoch: string, limit = 10_000, after = 0): EventHub {
  const listeners = new Set<(event: HubEvent) => void>()
  let held: HubEvent[] = []
  let seq = after
  return {
    epoch,
    limit,
    get seq() {
      return seq
    },
    publish(topic, data) {
      seq += 1
      const event = { seq, topic, data }
      held.push(event)
      // Cut once it is twice too long, so that an event costs nothing.
      if (held.length >= limit * 2) held = held.slice(-limit)
      for (const listener of listeners) listener(event)
      return seq
    },
    since(after) {
      const oldest = held[0]?.seq ?? seq + 1
      if (after > seq || after < oldest - 1) return undefined
      return held.slice(after - oldest + 1)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
