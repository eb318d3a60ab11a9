// The wire of a world: faults that are set on it, what came of each request at the receiver, and its log.
import type { FaultEffect } from '@scimulator/shared/behaviour'
import { createWireFaults, type WireFaults } from '@scimulator/shared/http'
import type { Exchange, ScimRequest, Send } from '@scimulator/shared/provisioning'
import { type Effect, type Effects, namedIn } from './effects.ts'

export interface LiveWire {
  readonly send: Send
  readonly faults: WireFaults
  /** What the request changed, though its answer may have been lost. */
  effectsOf(request: ScimRequest): Promise<readonly Effect[]>
  /** `answer 503`: the fault that struck it, in short. */
  faultOf(request: ScimRequest): string | null
}

export function createLiveWire(send: Send, clock: { now(): number }, effects: Effects): LiveWire {
  const named = new WeakMap<ScimRequest, string[]>()
  async function arrived(request: ScimRequest): Promise<Exchange> {
    const exchange = await send(request)
    const id = namedIn(exchange)
    if (id !== undefined) named.set(request, [...(named.get(request) ?? []), id])
    return exchange
  }
  const faults = createWireFaults(arrived, clock)
  return {
    send: faults.send,
    faults,
    effectsOf: (request) => effects.of(named.get(request) ?? []),
    faultOf(request) {
      const effect = faults.struckBy(request)
      return effect ? faultText(effect) : null
    },
  }
}

export function faultText(effect: FaultEffect): string {
  if (effect.kind === 'answer') return `answer ${effect.status}`
  return effect.kind === 'latency' ? `latency of ${effect.ms} ms` : effect.kind
}
