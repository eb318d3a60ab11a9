import type { ScimRequest, Send } from '@scimulator/shared/provisioning'
import { namedIn } from './effects.ts'

/** How the receiver has named what arrived there, though the answer may have been lost on the way back. */
export interface Arrivals {
  /** Stands next to the receiver, beneath any fault. What it looks at is not held up. */
  arriving(send: Send): Send
  /** Ids of the exchanges that the request came to: several where it arrived twice. */
  namesOf(request: ScimRequest): readonly string[]
}

export function createArrivals(): Arrivals {
  const named = new WeakMap<ScimRequest, string[]>()
  return {
    arriving: (send) => (request) => {
      const sent = send(request)
      void sent.then((exchange) => {
        const id = namedIn(exchange)
        if (id !== undefined) named.set(request, [...(named.get(request) ?? []), id])
      })
      return sent
    },
    namesOf: (request) => named.get(request) ?? [],
  }
}
