import type { AddressedOperation, JsonAnswer } from '@scimulator/shared/http'
import type { Engine } from '../engine.ts'
import type { Initiator } from '../insights/event.ts'

/** A request to JumpCloud's API after the key was checked and the body read. */
export interface ApiRequest {
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: unknown
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly by: Initiator
}

export type ApiAnswer = JsonAnswer

/** One operation of the API. */
export interface Operation extends AddressedOperation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  run(engine: Engine, request: ApiRequest): ApiAnswer | Promise<ApiAnswer>
}

export function ok(body: unknown): ApiAnswer {
  return { status: 200, body }
}

export const NO_CONTENT: ApiAnswer = { status: 204 }

/** The value of a path parameter that the operation's path names. */
export function param(request: ApiRequest, name: string): string {
  return request.params[name] ?? ''
}
