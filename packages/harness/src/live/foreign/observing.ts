// Stands at the wire of a world whose receiver is somebody's own endpoint, and looks before and after each write.

import { FINDINGS } from '@scimulator/findings'
import type { Exchange, ScimRequest, Send } from '@scimulator/shared/provisioning'
import { asText } from '@scimulator/shared/scim'
import type { Effect } from '../effects.ts'
import type { ShownFinding } from '../traffic-log.ts'
import type { Directory } from './directory.ts'
import { createFlights, type Flight } from './flights.ts'
import type { ForeignKind, ForeignTarget } from './foreign-target.ts'
import { inferredEffect, type Looks, observedEffect } from './observed-effect.ts'
import { findingsIn, hasCapitals } from './watched-findings.ts'

export interface Observing {
  readonly send: Send
  effectsOf(request: ScimRequest): readonly Effect[]
  /** The findings that its exchange shows. */
  findingsOf(request: ScimRequest): readonly ShownFinding[]
}

interface Observed {
  readonly effects: readonly Effect[]
  readonly findings: readonly string[]
}

/** The looks are none of the identity provider's requests, and stand in no log. */
export function observing(
  { send, look, isObserved }: Pick<ForeignTarget, 'send' | 'look' | 'isObserved'>,
  saw: Directory['saw'],
  wait: (ms: number) => Promise<void>,
): Observing {
  const seen = new WeakMap<ScimRequest, Observed>()
  const begin = createFlights()
  const known = new Set<string>()
  let takesCapitals = false

  async function judged(exchange: Exchange, looks?: Looks, flight?: Flight): Promise<readonly string[]> {
    const id = looks?.id ?? undefined
    const findings = await findingsIn(exchange, looks, takesCapitals, {
      lookAgain: async () => (looks && id !== undefined ? look(looks.kind, id) : 'unknown'),
      isDisturbed: () => flight?.isDisturbed() ?? false,
      isKnown: (finding) => known.has(finding),
      wait,
    })
    for (const finding of findings) known.add(finding)
    return findings
  }
  async function unwatched(request: ScimRequest, place: Place | undefined): Promise<Exchange> {
    const exchange = await send(request)
    const effect = place && inferredEffect(exchange, place.kind, place.id ?? madeId(exchange) ?? null)
    seen.set(request, { effects: effect ? [effect] : [], findings: await judged(exchange) })
    return exchange
  }
  async function written(request: ScimRequest, { kind, id }: Place): Promise<Exchange> {
    const flight = begin({ kind, method: request.method, ...(id === undefined ? {} : { id }) })
    try {
      const before = id === undefined ? 'absent' : await look(kind, id)
      const exchange = await send(request)
      const now = id ?? madeId(exchange)
      const after = now === undefined ? 'unknown' : await look(kind, now)
      if (now !== undefined) saw(kind, now, after)
      const looks = { kind, id: now ?? null, before, after }
      const effect = observedEffect(exchange, looks)
      seen.set(request, { effects: effect ? [effect] : [], findings: await judged(exchange, looks, flight) })
      if (effect && effect.attributes.length > 0 && hasCapitals(exchange)) takesCapitals = true
      return exchange
    } finally {
      flight.end()
    }
  }
  return {
    async send(request) {
      const place = placeOf(request)
      return place && isObserved ? written(request, place) : unwatched(request, place)
    },
    effectsOf: (request) => seen.get(request)?.effects ?? [],
    findingsOf: (request) => (seen.get(request)?.findings ?? []).map(shownFinding),
  }
}

interface Place {
  readonly kind: ForeignKind
  readonly id?: string
}

/** Which resource a write is about; without an id that which it makes. */
function placeOf({ method, url }: ScimRequest): Place | undefined {
  const [, kind, id] = /\/(Users|Groups)(?:\/([^/?]+))?(?:\?|$)/.exec(url) ?? []
  if (method === 'GET' || (kind !== 'Users' && kind !== 'Groups')) return undefined
  if (method === 'POST') return id === undefined ? { kind } : undefined
  return id === undefined ? undefined : { kind, id: decodeURIComponent(id) }
}

function madeId({ response }: Exchange): string | undefined {
  if (!response || response.status >= 300) return undefined
  try {
    const { id }: { id?: unknown } = Object(JSON.parse(response.body))
    return id === undefined || id === null ? undefined : asText(id)
  } catch {
    return undefined
  }
}

function shownFinding(id: string): ShownFinding {
  return { id, title: FINDINGS.find((one) => one.id === id)?.title ?? id }
}
