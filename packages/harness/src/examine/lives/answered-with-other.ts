// A lookup for somebody of the story that is answered with somebody else: the identity provider goes on with that account, and the guard
// sends it nothing. That the requests were held back is our doing; whom they were for is the endpoint's. Pure.

import type { Exchange } from '@scimulator/shared/provisioning'
import { asText } from '@scimulator/shared/scim'
import { answerOf, idIn, listIn } from '../answer.ts'

export interface OtherAnswer {
  /** userName that was asked for, in lower case. */
  readonly asked: string
  readonly exchange: Exchange
}

/** @param exchanges of one act; undefined where nothing was held back, or nobody was mistaken for another */
export function answeredWithOther(exchanges: readonly Exchange[]): OtherAnswer | undefined {
  const held = exchanges.filter(({ failure }) => failure?.kind === 'blocked').map(({ request }) => request.url)
  const isHeld = (id: string): boolean => held.some((url) => url.includes(`/Users/${encodeURIComponent(id)}`))
  for (const exchange of exchanges) {
    const asked = askedIn(exchange.request.url)
    if (asked === undefined) continue
    const others = (listIn(answerOf(exchange))?.resources ?? []).filter((one) => nameOf(one.userName) !== asked)
    if (others.some((one) => isHeld(idIn(one) ?? ''))) return { asked, exchange }
  }
  return undefined
}

function askedIn(url: string): string | undefined {
  const filter = new URL(url).searchParams.get('filter') ?? ''
  const [, name] = /^userName eq "([^"\\]+)"$/i.exec(filter) ?? []
  return name?.toLowerCase()
}

function nameOf(value: unknown): string {
  return asText(value).toLowerCase()
}
