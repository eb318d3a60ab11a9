// Stands at the wire of a world whose receiver is somebody's own endpoint, and looks before and after each write.
import type { Exchange, ScimRequest, Send } from '@scimulator/shared/provisioning'
import type { Effect } from '../effects.ts'
import type { Directory } from './directory.ts'
import type { ForeignKind, ForeignTarget } from './foreign-target.ts'
import { observedEffect } from './observed-effect.ts'

export interface Observing {
  readonly send: Send
  effectsOf(request: ScimRequest): readonly Effect[]
}

/** The looks are none of the identity provider's requests, and stand in no log. */
export function observing({ send, look }: Pick<ForeignTarget, 'send' | 'look'>, saw: Directory['saw']): Observing {
  const seen = new WeakMap<ScimRequest, readonly Effect[]>()
  return {
    async send(request) {
      const place = placeOf(request)
      if (!place) return send(request)
      const { kind, id } = place
      const before = id === undefined ? 'absent' : await look(kind, id)
      const exchange = await send(request)
      const now = id ?? madeId(exchange)
      const after = now === undefined ? 'unknown' : await look(kind, now)
      if (now !== undefined) saw(kind, now, after)
      const effect = observedEffect(exchange, { kind, id: now ?? null, before, after })
      seen.set(request, effect ? [effect] : [])
      return exchange
    },
    effectsOf: (request) => seen.get(request) ?? [],
  }
}

/** Which resource a write is about; without an id that which it makes. */
function placeOf({ method, url }: ScimRequest): { readonly kind: ForeignKind; readonly id?: string } | undefined {
  const [, kind, id] = /\/(Users|Groups)(?:\/([^/?]+))?(?:\?|$)/.exec(url) ?? []
  if (method === 'GET' || (kind !== 'Users' && kind !== 'Groups')) return undefined
  if (method === 'POST') return id === undefined ? { kind } : undefined
  return id === undefined ? undefined : { kind, id: decodeURIComponent(id) }
}

function madeId({ response }: Exchange): string | undefined {
  if (!response || response.status >= 300) return undefined
  try {
    const { id }: { id?: unknown } = Object(JSON.parse(response.body))
    return id === undefined || id === null ? undefined : String(id)
  } catch {
    return undefined
  }
}
