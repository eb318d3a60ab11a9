import type { Exchange, Send } from '@scimulator/shared/provisioning'
import type { EntraSwitches } from '../behaviour.ts'

/**
 * An answer that took longer came too late: the service has hung up by then, whatever the target did. It goes by the duration that
 * the exchange tells, virtual in a scenario and real outside, so that nobody waits on a timer.
 */
export function withTimeLimit(send: Send, { timeoutMs }: Pick<EntraSwitches, 'timeoutMs'>): Send {
  return async (request): Promise<Exchange> => {
    const exchange = await send(request)
    const { startedAt, durationMs, number } = exchange
    if (durationMs <= timeoutMs) return exchange
    const failure = { kind: 'timeout', message: `No answer within ${timeoutMs} ms` } as const
    return { request, startedAt, durationMs: timeoutMs, ...(number !== undefined && { number }), failure }
  }
}
