// What a run has created at a foreign target, and nothing else, so that cleaning up touches only that.
import { type Exchange, jsonBody, type ScimRequest, type Send } from '@scimulator/shared/provisioning'

export interface Ledger {
  /** A `Send` that notes each resource created and each deleted. */
  noting(send: Send): Send
  /** Absolute URLs of what was created and is still there, in the order of creation. */
  created(): readonly string[]
  /** What was created and cannot be deleted, because the answer did not say its id. */
  unnamed(): readonly string[]
}

export function createLedger(): Ledger {
  const urls = new Set<string>()
  const unnamed: string[] = []

  function note(exchange: Exchange): void {
    const { request, response } = exchange
    if (!response || response.status >= 300) return
    if (request.method === 'DELETE') urls.delete(withoutQuery(request.url))
    if (request.method !== 'POST') return
    const url = createdUrl(request, exchange)
    if (url === undefined) unnamed.push(`${nameIn(request)} at ${request.url} (${response.status} without an id)`)
    else urls.add(url)
  }

  return {
    noting: (send) => async (request) => {
      const exchange = await send(request)
      note(exchange)
      return exchange
    },
    created: () => [...urls],
    unnamed: () => unnamed,
  }
}

/** Composed from the request's URL and the id in the answer, because some targets give relative or wrong locations. */
function createdUrl(request: ScimRequest, { response }: Exchange): string | undefined {
  const body = response && jsonBody(response)
  const value = body?.kind === 'json' ? body.value : undefined
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined
  const { id } = value
  return typeof id === 'string' || typeof id === 'number'
    ? `${withoutQuery(request.url)}/${encodeURIComponent(id)}`
    : undefined
}

function nameIn({ body = '' }: ScimRequest): string {
  const name = /"(?:userName|displayName)":"((?:[^"\\]|\\.)*)"/.exec(body)?.[1]
  return name === undefined ? 'a resource' : `"${name}"`
}

function withoutQuery(url: string): string {
  return url.split('?', 1)[0] ?? url
}
