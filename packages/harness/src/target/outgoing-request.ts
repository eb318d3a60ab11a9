import type { HeaderList, ScimRequest } from '@scimulator/shared/provisioning'

/**
 * Handed to everything in a run as the target's token. What carries it is given the target's own way to sign in when it leaves; what
 * carries another token, because a scenario is about a wrong one, goes out as it is.
 */
export const STAND_IN_TOKEN = 'the-credential-of-the-target'

export const STAND_IN_HEADERS: HeaderList = [['Authorization', `Bearer ${STAND_IN_TOKEN}`]]

export interface Outgoing {
  /** Base URL of the target. What goes elsewhere carries nothing of the target's. */
  readonly base: string
  /** Encoded query parameters that every request of the target carries; empty when there are none. */
  readonly query: string
  readonly headers: HeaderList
  /** The value of Authorization; undefined when requests are not signed in. */
  readonly authorization: string | undefined
}

/** The request as it leaves: with the target's query parameters and headers, and signed in. */
export function outgoingRequest(request: ScimRequest, outgoing: Outgoing): ScimRequest {
  const { base, query, headers, authorization } = outgoing
  if (!isBelow(request.url, base)) return request
  const names = new Set(headers.map(([name]) => name.toLowerCase()))
  const own = request.headers.filter(([name]) => !names.has(name.toLowerCase()))
  return {
    ...request,
    url: withQuery(request.url, query),
    headers: [...own.flatMap((header) => signed(header, authorization)), ...headers],
  }
}

function signed(header: HeaderList[number], authorization: string | undefined): HeaderList {
  if (!carriesStandIn(header)) return [header]
  return authorization === undefined ? [] : [[header[0], authorization]]
}

function carriesStandIn([name, value]: HeaderList[number]): boolean {
  return name.toLowerCase() === 'authorization' && value === `Bearer ${STAND_IN_TOKEN}`
}

/** Whether the target's own way to sign in is used for the request. */
export function signsIn({ url, headers }: ScimRequest, base: string): boolean {
  return isBelow(url, base) && headers.some(carriesStandIn)
}

function isBelow(url: string, base: string): boolean {
  return url.startsWith(base) && /^([/?]|$)/.test(url.slice(base.length))
}

function withQuery(url: string, query: string): string {
  if (query === '') return url
  return `${url}${url.includes('?') ? '&' : '?'}${query}`
}
