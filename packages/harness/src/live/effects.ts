// What requests have changed at the receiver, beside the exchange that changed it. The receiver names each exchange in its answer and in
// its log by the same id, so that nothing has to be guessed; an answer that was lost on the way has named it all the same.
import { type Exchange, headerValue } from '@scimulator/shared/provisioning'

/** One attribute before and after, absolute, so that a page can go back and forth. */
export interface EffectAttribute {
  /** As the product calls it. */
  readonly attribute: string
  readonly scim: string
  readonly old: string | null
  readonly new: string | null
}

export interface Effect {
  /** Told by our own receiver, seen by looks before and after, or read from request and answer alone. */
  readonly source: 'own' | 'observed' | 'inferred'
  /** `member`, `department`: what the product calls it. */
  readonly object: string
  readonly objectId: string | null
  readonly name: string
  /** `created`, `deactivated`, `refused`: what became of it. */
  readonly action: string
  readonly reason: string | null
  readonly attributes: readonly EffectAttribute[]
}

export interface ToldEffect extends Effect {
  /** Id of the exchange that caused it, which the answer had as `x-request-id`. */
  readonly exchange: string
}

/** Reads what a program has told since it was last asked. */
export type ReadEffects = () => Promise<readonly ToldEffect[]>

export interface Effects {
  /** What the exchanges of these ids have changed, in order. Each effect is handed out once. */
  of(exchanges: readonly string[]): Promise<readonly Effect[]>
}

/** Effects of requests that are on no wire of ours wait in vain; so many of them are held. */
const MOST_WAITING = 1_000
const SHOWN_EFFECTS = 8
const SHOWN_ATTRIBUTES = 8

export function createEffects(read: readonly ReadEffects[]): Effects {
  const waiting = new Map<string, Effect[]>()
  function take({ exchange, ...effect }: ToldEffect): void {
    const known = waiting.get(exchange) ?? []
    if (known.length < SHOWN_EFFECTS)
      known.push({ ...effect, attributes: effect.attributes.slice(0, SHOWN_ATTRIBUTES) })
    waiting.set(exchange, known)
    const [oldest] = waiting.size > MOST_WAITING ? waiting.keys() : []
    if (oldest !== undefined) waiting.delete(oldest)
  }
  return {
    async of(exchanges) {
      if (exchanges.length === 0) return []
      for (const told of await Promise.all(read.map((one) => one()))) told.forEach(take)
      return exchanges.flatMap((id) => {
        const found = waiting.get(id) ?? []
        waiting.delete(id)
        return found
      })
    },
  }
}

/** How the receiver has named an exchange; undefined when it has not, because nothing came of it. */
export function namedIn({ response }: Exchange): string | undefined {
  return response && headerValue(response.headers, 'x-request-id')
}
