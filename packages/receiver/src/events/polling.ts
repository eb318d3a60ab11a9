// The handler with a feed of security events before it, for clients that poll (RFC 8936). Who may read people may read what becomes of them.
import { parseStrictJson, ScimError } from '@scimulator/shared/scim'
import type { Ledger } from '../ledger.ts'
import { authenticate, hostRefusal } from '../scim/handler.ts'
import type { Handler, HandlerRequest, HandlerResponse } from '../scim/handler-port.ts'
import type { Limits } from '../scim/request/limits.ts'
import { checkContentType } from '../scim/request/media-type.ts'
import { headerValue } from '../scim/request/raw-headers.ts'
import { type RequestHead, readHead } from '../scim/request/request-head.ts'
import type { EventFeeds } from './event-feeds.ts'
import type { EventSignature } from './event-signature.ts'
import { readPollRequest } from './poll-request.ts'

export interface PollingOptions {
  /** Its profile lets in who may read. */
  readonly ledger: Ledger
  readonly limits: Limits
  readonly feeds: EventFeeds
  readonly signature: EventSignature
}

/** Below the base path; the audience of every token. */
export const FEED_PATH = 'SecurityEvents'
const KEYS_PATH = '/.well-known/jwks.json'
/** How many come where a poll does not say. */
const USUAL_EVENTS = 100
/** How long a poll waits that finds nothing. */
const WAIT_MS = 30_000

export function polling(handler: Handler, options: PollingOptions): Handler {
  return async (request) => {
    const [path] = request.target.split('?')
    if (path === KEYS_PATH) return keysAnswer(request, options.signature)
    const head = feedHead(request, options.limits)
    if (head === undefined) return handler(request)
    try {
      return await pollAnswer(request, head, options)
    } catch (thrown) {
      if (thrown instanceof ScimError) return hostRefusal(request, thrown)
      throw thrown
    }
  }
}

function feedHead(request: HandlerRequest, { maxTargetLength }: Limits): RequestHead | undefined {
  if (!request.target.includes(FEED_PATH)) return undefined
  try {
    const head = readHead(request, maxTargetLength)
    return head.segments?.length === 1 && head.segments[0] === FEED_PATH ? head : undefined
  } catch {
    return undefined
  }
}

async function pollAnswer(
  request: HandlerRequest,
  head: RequestHead,
  options: PollingOptions,
): Promise<HandlerResponse> {
  const { ledger, limits, feeds } = options
  const poller = authenticate(ledger, request, head, ledger.context())
  if (request.method !== 'POST') return { status: 405, headers: { allow: 'POST', 'content-length': '0' }, body: '' }
  const { maxEvents = USUAL_EVENTS, returnImmediately, settled } = readPollRequest(bodyOf(request, limits))
  feeds.acknowledge(poller, settled)
  const found = feeds.outstanding(poller, maxEvents)
  const isDone = returnImmediately || maxEvents === 0 || Object.keys(found.sets).length > 0
  if (isDone) return json(found)
  await feeds.wait(poller, ledger.schedule, WAIT_MS)
  return json(feeds.outstanding(poller, maxEvents))
}

function bodyOf(request: HandlerRequest, { maxBodyBytes, maxJsonDepth }: Limits) {
  const { rawHeaders, body } = request
  checkContentType(headerValue(rawHeaders, 'content-type'), headerValue(rawHeaders, 'content-encoding'))
  if (body.length > maxBodyBytes)
    throw new ScimError('payloadTooLarge', `The body is larger than ${maxBodyBytes} bytes.`)
  if (body.length === 0) throw new ScimError('invalidSyntax', 'The request has no body; a poll for everything is {}.')
  return parseStrictJson(body, { maxBytes: maxBodyBytes, maxDepth: maxJsonDepth })
}

function keysAnswer({ method }: HandlerRequest, signature: EventSignature): HandlerResponse {
  if (method === 'GET') return json({ keys: signature.keys() })
  return { status: 405, headers: { allow: 'GET', 'content-length': '0' }, body: '' }
}

function json(value: object): HandlerResponse {
  const body = JSON.stringify(value)
  const length = String(Buffer.byteLength(body))
  return {
    status: 200,
    headers: { 'content-type': 'application/json', 'content-length': length, 'cache-control': 'no-store' },
    body,
  }
}
