// A SCIM service provider in this process instead of behind a socket: one function over method, target, headers and body bytes.
import { type Exchange, noteOf, type Send } from '../provisioning/index.ts'

/** As `createReceiver().scim`, and simple enough for any other. */
export type ScimHandler = (request: {
  readonly method: string
  readonly target: string
  readonly rawHeaders: readonly string[]
  readonly body: Uint8Array
  readonly baseUrl: string
}) => Promise<{ readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }>

/** Milliseconds after which an answer counts as none. */
const TIME_LIMIT = 30_000

/**
 * A `Send` that asks the handler. Time stands still; an answer says in Server-Timing how long it would have taken.
 * @param mostMs how long an answer may take; when it is left out, what the request's note says, else 30 s
 */
export function handlerSend(handler: ScimHandler, now: () => number, mostMs?: number): Send {
  return async (request): Promise<Exchange> => {
    const startedAt = now()
    const timeLimitMs = mostMs ?? noteOf(request)?.timeoutMs ?? TIME_LIMIT
    const [, origin = '', target = '/'] = /^(https?:\/\/[^/]+)(.*)$/.exec(request.url) ?? []
    const body = new TextEncoder().encode(request.body ?? '')
    const rawHeaders = request.headers.flat()
    const asked = { method: request.method, target, rawHeaders, body, baseUrl: origin }
    const answer = await handler(asked).catch((error: unknown) => ({ failure: reset(error) }))
    if ('failure' in answer) return { request, startedAt, durationMs: 0, ...answer }
    const durationMs = Number(/dur=(\d+)/.exec(answer.headers['server-timing'] ?? '')?.[1] ?? 0)
    if (durationMs >= timeLimitMs) {
      const failure = { kind: 'timeout', message: `No answer within ${timeLimitMs} ms` } as const
      return { request, startedAt, durationMs: timeLimitMs, failure }
    }
    const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, value])
    return { request, startedAt, durationMs, response: { status: answer.status, headers, body: answer.body } }
  }
}

/** A handler that throws is a server whose connection is cut. */
function reset(error: unknown): NonNullable<Exchange['failure']> {
  return { kind: 'reset', message: error instanceof Error ? error.message : String(error) }
}
