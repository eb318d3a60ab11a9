import { type Exchange, noted, type Send } from '@scimulator/shared/provisioning'
import type { Behaviour } from '../behaviour.ts'

/**
 * The sender is told how long to wait (O134), and gives a real connection up by it. Of a host that waits longer, an answer that took
 * more than that came too late: the connection is closed by then.
 */
export function withTimeLimit(send: Send, { timeoutMs }: Behaviour): Send {
  return async (request): Promise<Exchange> => {
    const { response, failure, ...exchange } = await send(noted(request, { timeoutMs }))
    if (exchange.durationMs > timeoutMs)
      return { ...exchange, durationMs: timeoutMs, failure: { kind: 'timeout', message: 'Read timed out' } }
    return { ...exchange, ...(response && { response }), ...(failure && { failure }) }
  }
}
