import type { HeaderList, ScimRequest } from './scim-request.ts'

/** An answer as it came over the wire. */
export interface ScimResponse {
  readonly status: number
  readonly headers: HeaderList
  readonly body: string
}

/** Why there is no answer. Not an exception: the other side's silence is an outcome that is recorded. */
export interface ExchangeFailure {
  readonly kind: 'timeout' | 'connection' | 'tls' | 'reset' | 'protocol' | 'blocked'
  readonly message: string
}

/** A request, and what came of it: an answer, or a named failure. */
export interface Exchange {
  readonly request: ScimRequest
  /** Milliseconds since the epoch, on the clock of the sender. */
  readonly startedAt: number
  /** Virtual milliseconds in a scenario, real ones outside. */
  readonly durationMs: number
  /** Under which the keeper of this wire's exchanges refers to it; absent where none are kept. */
  readonly number?: number
  readonly response?: ScimResponse
  readonly failure?: ExchangeFailure
}

/** Sends one request. Resolves always: with a response or with a named failure. */
export type Send = (request: ScimRequest) => Promise<Exchange>

export type JsonBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly reason: string }

/** The answer's body as JSON, or why it is none (an HTML error page, half a document, nothing). */
export function jsonBody(response: ScimResponse): JsonBody {
  if (response.body.trim() === '') return { kind: 'empty' }
  try {
    return { kind: 'json', value: JSON.parse(response.body) }
  } catch (error) {
    return { kind: 'unreadable', reason: error instanceof Error ? error.message : 'not JSON' }
  }
}
