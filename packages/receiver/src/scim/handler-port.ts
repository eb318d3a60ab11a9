// The handler is one function over method, raw target, raw headers and body bytes. Hosts (node:http, Express, tests) and deviations
// wrap it; nothing of Express or node:http goes in.

export interface HandlerRequest {
  /** As sent, upper case for the known ones. */
  readonly method: string
  /** The raw request target, path and query, without the mount path of the host: `/scim/v2/Users?count=1`. */
  readonly target: string
  /** Name, value, name, value … as on the wire: names in any case, repetitions kept. */
  readonly rawHeaders: readonly string[]
  readonly body: Uint8Array
  /** The URL at which the target `/` is found, without trailing slash; `meta.location` begins with it. */
  readonly baseUrl: string
  /** The address that the connection comes from, where there is one. */
  readonly remote?: string
  /** Whether nobody waits for the answer any more, so that what takes long need not be finished. */
  readonly hasGone?: () => boolean
}

export interface HandlerResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Empty for 204, 304 and HEAD. */
  readonly body: string
}

/** Resolves when the answer may be sent: what it tells is durable. Never rejects. */
export type Handler = (request: HandlerRequest) => Promise<HandlerResponse>
