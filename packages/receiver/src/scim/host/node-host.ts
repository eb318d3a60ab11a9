// The handler as a listener of node:http, and, since Express calls its handlers with the same two objects, as a part of an Express
// application under any mount path.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { addressOf } from '@scimulator/shared/http'
import { ScimError } from '@scimulator/shared/scim'
import { hostRefusal } from '../handler.ts'
import type { Handler, HandlerResponse } from '../handler-port.ts'
import type { Limits } from '../request/limits.ts'
import { type BodyProblem, readBytes } from './read-bytes.ts'

export interface NodeHostOptions {
  readonly handler: Handler
  readonly limits: Limits
  /** `https://scim.example.com`: what `meta.location` begins with instead of what the request says. */
  readonly publicUrl?: string
}

export type NodeListener = (request: IncomingMessage, response: ServerResponse) => void

export function createNodeListener(options: NodeHostOptions): NodeListener {
  return (request, response) => {
    void serve(options, request, response)
  }
}

/** What Express adds to a request that reaches a mounted handler. */
type MountedRequest = IncomingMessage & {
  readonly baseUrl?: string
  readonly protocol?: string
  readonly body?: unknown
}

async function serve(options: NodeHostOptions, request: MountedRequest, response: ServerResponse): Promise<void> {
  const method = request.method ?? 'GET'
  const body = await readBytes(request, options.limits)
  if (typeof body === 'string') return refuse(body, request, response, options.limits)
  const { url: target = '/', rawHeaders } = request
  const baseUrl = options.publicUrl ?? baseUrlOf(request)
  const remote = addressOf(request)
  const from = remote === undefined ? {} : { remote }
  const hasGone = (): boolean => response.destroyed
  send(response, await options.handler({ method, target, rawHeaders, body, baseUrl, hasGone, ...from }))
}

/** A request that was not read to its end leaves the connection unusable, so it is closed after the answer. */
function refuse(problem: BodyProblem, request: IncomingMessage, response: ServerResponse, limits: Limits): void {
  if (problem === 'aborted') {
    response.destroy()
    return
  }
  const { status, headers, body } = hostRefusal({ method: request.method ?? 'GET' }, bodyError(problem, limits))
  response.on('finish', () => request.destroy())
  send(response, { status, headers: { ...headers, connection: 'close' }, body })
}

function bodyError(problem: 'too large' | 'too slow', { maxBodyBytes, bodyTimeoutMs }: Limits): ScimError {
  return problem === 'too large'
    ? new ScimError('payloadTooLarge', `The body is larger than ${maxBodyBytes} bytes.`)
    : new ScimError('requestTimeout', `The body did not arrive within ${bodyTimeoutMs} ms.`)
}

function send(response: ServerResponse, { status, headers, body }: HandlerResponse): void {
  if (response.destroyed) return
  response.writeHead(status, headers)
  response.end(body)
}

const HOST = /^[a-z0-9.-]+(:\d+)?$|^\[[0-9a-f:.]+\](:\d+)?$/i

/** Scheme, host and mount path, as the client addressed them. A Host that is no host name is not repeated. */
function baseUrlOf(request: MountedRequest): string {
  const { host = '' } = request.headers
  const encrypted = 'encrypted' in request.socket && request.socket.encrypted === true
  const protocol = request.protocol ?? (encrypted ? 'https' : 'http')
  const name = HOST.test(host) ? host : `127.0.0.1:${request.socket.localPort ?? 80}`
  return `${protocol}://${name}${request.baseUrl ?? ''}`
}
