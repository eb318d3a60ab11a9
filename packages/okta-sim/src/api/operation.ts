import type { AddressedOperation, JsonAnswer } from '@scimulator/shared/http'
import type { Engine } from '../engine.ts'

/** A request to the API after the token was checked and the body read. */
export interface ApiRequest {
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: unknown
  /** How the client reaches the organisation, such as `https://localhost:8443`: links begin with it. */
  readonly origin: string
  readonly path: string
}

export type ApiAnswer = JsonAnswer

/** One operation of the API. */
export interface Operation extends AddressedOperation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  run(engine: Engine, request: ApiRequest): ApiAnswer
}

export type Json = Readonly<Record<string, unknown>>

export function ok(body: unknown): ApiAnswer {
  return { status: 200, body }
}

export const NO_CONTENT: ApiAnswer = { status: 204 }

/** The value of a path parameter that the operation's path names. */
export function param({ params }: ApiRequest, name: string): string {
  return params[name] ?? ''
}

/** A word of the query that says yes or no. */
export function flag({ query }: ApiRequest, name: string, usual: boolean): boolean {
  const given = query.get(name)
  return given === null ? usual : given === 'true'
}
