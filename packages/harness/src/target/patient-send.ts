import { type Exchange, headerValue, type Send } from '@scimulator/shared/provisioning'

/** Waits in real time. */
export type Wait = (ms: number) => Promise<void>

/** Milliseconds before each further try; what `Retry-After` asks for comes first, up to `LONGEST_WAIT_MS`. */
const PAUSES_MS = [250, 1_000, 4_000, 10_000, 20_000]
const LONGEST_WAIT_MS = 60_000

/** A `Send` that tries again what was answered with 429 or 5xx, or not at all. For our own requests, which may be sent twice. */
export function patient(send: Send, wait: Wait, pauses: readonly number[] = PAUSES_MS): Send {
  return async (request) => {
    let exchange = await send(request)
    for (const pause of pauses) {
      if (!isTransient(exchange)) return exchange
      await wait(Math.min(LONGEST_WAIT_MS, retryAfterMs(exchange) ?? pause))
      exchange = await send(request)
    }
    return exchange
  }
}

function isTransient({ response, failure }: Exchange): boolean {
  if (!response) return failure?.kind !== 'blocked'
  return response.status === 429 || (response.status >= 500 && response.status !== 501)
}

/** Whole seconds (RFC 9110 §10.2.3); a date is left to the pauses. */
function retryAfterMs({ response }: Exchange): number | undefined {
  const text = headerValue(response?.headers ?? [], 'retry-after')?.trim() ?? ''
  return /^\d{1,6}$/.test(text) ? Number(text) * 1000 : undefined
}
