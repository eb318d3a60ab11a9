// A user who is deleted while a client reads page after page moves all later ones one place forward, and one of those is on no page. Runs
// share a target, so the deletions of one wait while another one reads a list that already has an account of a run in it.
import type { Exchange, ScimRequest, Send } from '@scimulator/shared/provisioning'
import { isJsonArray, type JsonObject } from '@scimulator/shared/scim'
import { readAddress } from './read-address.ts'
import { resourcesIn } from './read-answer.ts'
import type { ResourceRef } from './resource-kind.ts'

export interface ListHoldOptions {
  readonly base: string
  read(exchange: Exchange): JsonObject | undefined
  isOfARun(ref: ResourceRef): boolean
  /** Waits in milliseconds of real time. */
  wait(ms: number): Promise<void>
}

export interface ListHold {
  /** The sender of a run: it holds others while it reads, and is held by them. @param run whatever is the same for all of a run's senders */
  holding(send: Send, run: object): Send
  /** A sender that reads no lists, such as that of a clean-up. */
  held(send: Send, run: object): Send
  /** The run reads no further. */
  end(run: object): void
}

/** A client that stops reading in the middle holds deletions back no longer, in milliseconds. */
const LONGEST_HOLD = 5_000
const LOOK_EVERY = 20

export function createListHold(options: ListHoldOptions): ListHold {
  const readers = new Set<object>()

  async function othersHaveRead(run: object): Promise<void> {
    for (let waited = 0; waited < LONGEST_HOLD; waited += LOOK_EVERY) {
      if (readers.size === 0 || (readers.size === 1 && readers.has(run))) return
      await options.wait(LOOK_EVERY)
    }
  }

  function note(exchange: Exchange, run: object): void {
    const page = pageIn(exchange, options)
    if (page === undefined) return
    if (page.isLast) readers.delete(run)
    else if (page.hasOwn) readers.add(run)
  }

  const held =
    (send: Send, run: object): Send =>
    async (request) => {
      if (request.method === 'DELETE' && readers.size > 0) await othersHaveRead(run)
      return send(request)
    }

  return {
    held,
    holding: (send, run) => {
      const polite = held(send, run)
      return async (request) => {
        // A run that waits for something else does not keep others waiting.
        if (request.method !== 'GET') readers.delete(run)
        const exchange = await polite(request)
        if (isListing(request)) note(exchange, run)
        return exchange
      }
    },
    end: (run) => void readers.delete(run),
  }
}

function isListing({ method, url }: ScimRequest): boolean {
  return method === 'GET' && !/[?&]filter=/i.test(url)
}

/** @returns undefined for what is no page of a list */
function pageIn(
  exchange: Exchange,
  { base, read, isOfARun }: ListHoldOptions,
): { readonly isLast: boolean; readonly hasOwn: boolean } | undefined {
  const address = readAddress(exchange.request.url, base)
  if (address.kind !== 'collection') return undefined
  const body = read(exchange)
  if (!body) return { isLast: true, hasOwn: false }
  const listed = isJsonArray(body.Resources) ? body.Resources.length : 0
  const start = Number(/[?&]startIndex=(\d+)/i.exec(exchange.request.url)?.[1] ?? 1)
  const isLast = listed === 0 || start + listed > Number(body.totalResults ?? 0)
  return { isLast, hasOwn: resourcesIn(body, address.endpoint).some(isOfARun) }
}
