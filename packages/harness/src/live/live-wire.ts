// The wire of a world: faults that are set on it, what came of each request at the receiver, and its log.
import type { FaultEffect } from '@scimulator/shared/behaviour'
import { createWireFaults, type WireFaults } from '@scimulator/shared/http'
import type { Exchange, ScimRequest, Send } from '@scimulator/shared/provisioning'
import { createArrivals } from './arrivals.ts'
import type { Effect, Effects } from './effects.ts'
import type { ShownFinding } from './traffic-log.ts'

export interface LiveWire {
  readonly send: Send
  readonly faults: WireFaults
  /** What the request changed, though its answer may have been lost. */
  effectsOf(request: ScimRequest): Promise<readonly Effect[]>
  /** Findings that the exchange shows. */
  findingsOf(request: ScimRequest): readonly ShownFinding[]
  /** What may be kept of an exchange. */
  covered(exchange: Exchange): Exchange
  /** `answer 503`: the fault that struck it, in short. */
  faultOf(request: ScimRequest): string | null
}

/** Of somebody's endpoint, which names no exchange: what was seen of it, and what may be kept. */
export interface SeenAtTarget {
  effectsOf(request: ScimRequest): readonly Effect[]
  findingsOf(request: ScimRequest): readonly ShownFinding[]
  covered(exchange: Exchange): Exchange
}

const OWN: SeenAtTarget = { effectsOf: () => [], findingsOf: () => [], covered: (exchange) => exchange }

export function createLiveWire(
  send: Send,
  clock: { now(): number },
  effects: Effects,
  observed: SeenAtTarget = OWN,
): LiveWire {
  const arrivals = createArrivals()
  const faults = createWireFaults(arrivals.arriving(send), clock)
  return {
    send: faults.send,
    faults,
    effectsOf: async (request) => [...(await effects.of(arrivals.namesOf(request))), ...observed.effectsOf(request)],
    findingsOf: observed.findingsOf,
    covered: observed.covered,
    faultOf: (request) => struckText(faults, request),
  }
}

/** The fault that struck a request, in short; null where none did. */
export function struckText(faults: Pick<WireFaults, 'struckBy'>, request: ScimRequest): string | null {
  const effect = faults.struckBy(request)
  return effect ? faultText(effect) : null
}

export function faultText(effect: FaultEffect): string {
  if (effect.kind === 'answer') return `answer ${effect.status}`
  return effect.kind === 'latency' ? `latency of ${effect.ms} ms` : effect.kind
}
