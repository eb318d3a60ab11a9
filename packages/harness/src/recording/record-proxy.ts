// Stands between a client and an endpoint: what the one asks goes to the other as it is, and the answer comes back as it is. Both are handed
// on to the recorder. That the endpoint is gone is an answer too.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { isLoopbackHost } from '@scimulator/shared/http'
import type { Exchange, ScimRequest, ScimResponse, Send } from '@scimulator/shared/provisioning'
import { urns } from '@scimulator/shared/scim'

export interface RecordProxyOptions {
  /** Base URL of the endpoint; what is asked below `/` is asked below it. */
  readonly to: string
  readonly send: Send
  /** Hosts, beside this machine, by which it may be called: those of a tunnel. */
  readonly allowedHosts: ReadonlySet<string>
  /** A request that is longer, in bytes, is refused with 413. */
  readonly maxBodyBytes: number
  onExchange(exchange: Exchange): void
  /** What is not asked of the endpoint, and why. */
  onRefused(method: string, path: string, why: string): void
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

export function createRecordProxy(options: RecordProxyOptions): RequestListener {
  return (request, response) => {
    // A client that goes away in the middle of it gets nothing.
    forward(request, response, options).catch(() => response.destroy())
  }
}

async function forward(request: IncomingMessage, response: ServerResponse, options: RecordProxyOptions): Promise<void> {
  const refuse = (status: number, why: string): void => {
    options.onRefused(request.method ?? '', pathOf(request.url), why)
    answer(response, error(status, why))
  }
  const refusal = refusalOf(request, options)
  if (refusal) return refuse(...refusal)
  const method = METHODS.find((one) => one === request.method) ?? 'GET'
  const body = await bodyOf(request, options.maxBodyBytes)
  if (body === undefined) return refuse(413, `A body of more than ${options.maxBodyBytes} bytes is not recorded.`)
  const exchange = await options.send(asked(request, method, body, options.to))
  options.onExchange(exchange)
  const { failure } = exchange
  answer(
    response,
    exchange.response ?? error(502, `The endpoint did not answer: ${failure?.message ?? 'nothing came back'}`),
  )
}

function refusalOf(
  { method, url, headers }: IncomingMessage,
  { allowedHosts }: RecordProxyOptions,
): readonly [status: number, why: string] | undefined {
  const { host: called = '', 'content-encoding': coding = 'identity' } = headers
  const host = called.replace(/:\d+$/, '').toLowerCase()
  if (!isLoopbackHost(called) && !allowedHosts.has(host))
    return [421, `Host ${host} is not known here. Start with --allow-host ${host}.`]
  if (!METHODS.some((one) => one === method)) return [405, `${method} is no method of SCIM.`]
  // Whatever else is asked would be another endpoint than the one that is named.
  if (!url?.startsWith('/')) return [400, 'Ask for a path, such as /Users.']
  // What cannot be read could not be kept without the people in it.
  if (coding.toLowerCase() !== 'identity') return [415, `A body in ${coding} is not recorded. Send it as it is.`]
  return undefined
}

/** Without what is asked, which may name somebody. */
function pathOf(url = '/'): string {
  return url.replace(/\?.*/s, '').replace(/^(\/[^/]*)\/.+$/s, '$1/…')
}

/** Undefined where it is too long; the rest is read and dropped, so that the client hears the answer. */
async function bodyOf(request: IncomingMessage, limit: number): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
  }
  return size > limit ? undefined : Buffer.concat(chunks).toString('utf8')
}

/** Those of one connection (RFC 9110 §7.6.1), and those that follow from where it goes and how long it is. */
const OF_THE_HOP = new Set(
  (
    'connection keep-alive proxy-connection proxy-authenticate proxy-authorization te trailer transfer-encoding upgrade ' +
    'host content-length accept-encoding expect'
  ).split(' '),
)

function asked(request: IncomingMessage, method: ScimRequest['method'], body: string, to: string): ScimRequest {
  const path = (request.url ?? '/') === '/' ? '' : (request.url ?? '')
  const headers = pairs(request.rawHeaders).filter(([name]) => !OF_THE_HOP.has(name.toLowerCase()))
  return { method, url: `${to.replace(/\/$/, '')}${path}`, headers, ...(body === '' ? {} : { body }) }
}

function pairs(raw: readonly string[]): [string, string][] {
  return Array.from({ length: raw.length / 2 }, (_, at) => [raw[2 * at] ?? '', raw[2 * at + 1] ?? ''])
}

function answer(response: ServerResponse, { status, headers, body }: ScimResponse): void {
  const kept = headers.filter(([name]) => !OF_THE_HOP.has(name.toLowerCase()))
  const length: [string, string][] =
    status === 204 || status === 304 ? [] : [['Content-Length', String(Buffer.byteLength(body))]]
  response.writeHead(status, [...kept, ...length].flat())
  response.end(body)
}

/** RFC 7644 §3.12 */
function error(status: number, detail: string): ScimResponse {
  const body = JSON.stringify({ schemas: [urns.error], status: String(status), detail })
  return { status, headers: [['Content-Type', 'application/scim+json']], body }
}
