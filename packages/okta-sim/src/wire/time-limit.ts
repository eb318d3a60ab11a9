import type { Exchange, Send } from '@scimulator/shared/provisioning'
import type { Behaviour } from '../behaviour.ts'

/** An answer that took longer came too late: the connection is closed by then (O134). It goes by the duration that the exchange tells. */
export function withTimeLimit(send: Send, { timeoutMs }: Behaviour): Send {
  return async (request): Promise<Exchange> => {
    const { response, failure, ...exchange } = await send(request)
    if (exchange.durationMs > timeoutMs)
      return { ...exchange, durationMs: timeoutMs, failure: { kind: 'timeout', message: 'Read timed out' } }
    return { ...exchange, ...(response && { response }), ...(failure && { failure }) }
  }
}
