import { type EventHub, redactExchange } from '@scimulator/shared/http'
import type { Exchange, Send } from '@scimulator/shared/provisioning'
import { describeExchange, type ExchangeNote } from './describe-exchange.ts'

/** An exchange without its bodies: what a list shows. */
export interface TrafficHead extends ExchangeNote {
  /** Number of the event that told of it. */
  readonly seq: number
  readonly sender: string
  readonly method: string
  readonly url: string
  /** What follows the base URL of the receiver's SCIM endpoint, else the path. */
  readonly path: string
  /** When it was sent, milliseconds since the epoch, by the clock of the world. */
  readonly at: number
  readonly durationMs: number
  readonly status: number | null
  /** Why there was no answer. */
  readonly failure: string | null
}

export interface KeptExchange {
  readonly head: TrafficHead
  /** Redacted. */
  readonly exchange: Exchange
}

export interface TrafficLog {
  /** A `Send` whose exchanges are kept under the sender's name, and told as events of the topic `exchange`. */
  recording(send: Send, sender: string): Send
  /** A text that must not be kept. */
  addSecret(secret: string): void
  /** Oldest first. */
  kept(): readonly KeptExchange[]
  find(seq: number): KeptExchange | undefined
  /** How many are no longer held. */
  dropped(): number
  clear(): void
}

/** @param limit how many exchanges are held */
export function createTrafficLog(hub: EventHub, limit = 10_000): TrafficLog {
  const secrets = new Set<string>()
  const names = new Map<string, string>()
  const held = new Map<number, KeptExchange>()
  let dropped = 0

  function keep(whole: Exchange, sender: string): void {
    const exchange = redactExchange(whole, secrets)
    const note = named(describeExchange(exchange), names)
    const head = headOf(exchange, note, sender)
    const seq = hub.publish('exchange', head)
    held.set(seq, { head: { ...head, seq }, exchange })
    const [oldest] = held.size > limit ? held.keys() : []
    if (oldest === undefined) return
    held.delete(oldest)
    dropped += 1
  }

  return {
    recording: (send, sender) => async (request) => {
      const exchange = await send(request)
      keep(exchange, sender)
      return exchange
    },
    addSecret: (secret) => void secrets.add(secret),
    kept: () => [...held.values()],
    find: (seq) => held.get(seq),
    dropped: () => dropped,
    clear() {
      held.clear()
      names.clear()
      dropped = 0
    },
  }
}

/** A request that names nobody is about somebody who was named before. */
function named(note: ExchangeNote, names: Map<string, string>): ExchangeNote {
  const { objectId, name } = note
  if (objectId === null) return note
  if (name !== null) names.set(objectId, name)
  return { ...note, name: name ?? names.get(objectId) ?? null }
}

function headOf(exchange: Exchange, note: ExchangeNote, sender: string): Omit<TrafficHead, 'seq'> {
  const { request, response, failure, startedAt, durationMs } = exchange
  return {
    sender,
    method: request.method,
    url: request.url,
    path: pathOf(request.url),
    at: startedAt,
    durationMs,
    status: response?.status ?? null,
    failure: failure ? `${failure.kind}: ${failure.message}` : null,
    ...note,
  }
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return `${pathname.replace(/^.*?\/scim(?:\/[^/]+)?\/v2(?=\/)/, '')}${search}`
}
