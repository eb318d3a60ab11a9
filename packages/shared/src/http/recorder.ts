import type { Exchange, Send } from '../provisioning/index.ts'
import { redactExchange } from './redaction.ts'

export interface RecordedExchange extends Exchange {
  /** Monotonic within the recorder; logs sort by it. */
  readonly seq: number
  readonly sender: string
}

export interface Recorder {
  /** A `Send` whose exchanges are recorded, redacted, under the sender's name; it answers them with their number. */
  recording(send: Send, sender: string): Send
  /** A text that must not appear in any recording. */
  addSecret(secret: string): void
  readonly exchanges: readonly RecordedExchange[]
  clear(): void
}

/**
 * Keeps the exchanges of a run in the order in which they ended.
 * @param keep what of an exchange may be kept at all, before secrets are struck out
 */
export function createRecorder(keep: (exchange: Exchange) => Exchange = (exchange) => exchange): Recorder {
  const secrets = new Set<string>()
  const exchanges: RecordedExchange[] = []
  let seq = 0
  return {
    recording: (send, sender) => async (request) => {
      const exchange = await send(request)
      seq += 1
      exchanges.push({ ...redactExchange(keep(exchange), secrets), seq, sender })
      return { ...exchange, number: seq }
    },
    addSecret: (secret) => void secrets.add(secret),
    exchanges,
    clear() {
      exchanges.length = 0
    },
  }
}
