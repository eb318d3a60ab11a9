import type { HttpRequest, HttpResponse } from './api/http-types.ts'
import { assertReceiverOptions, createReceiver, type Receiver, type ReceiverOptions } from './api/receiver.ts'

export type { HttpRequest, HttpResponse, Listening, ListenOptions } from './api/http-types.ts'
export type { Receiver, ReceiverOptions } from './api/receiver.ts'

/** Calls `next` for what is not the receiver's, and with an Error when the request can no longer be answered. */
export type Middleware = (request: HttpRequest, response: HttpResponse, next: (error?: unknown) => void) => void

/** The receiver as a middleware, and the receiver itself. */
export interface ReceiverMiddleware extends Middleware {
  readonly receiver: Receiver
}

/** What the receiver answers: SCIM, its administrators' API, and its control surface. */
const OWN_PATHS =
  /^\/(organisations\/[^/]+\/(scim\/v2|oauth2?\/token)|scim\/v2|admin\/(v1|scim\/v2)|oauth2?\/token|\.well-known\/oauth-authorization-server|_scimulator)(\/|\?|$)/

/**
 * A receiver for `app.use(…)`, under any path; what is not its own goes on to the next handler. Mount it before `express.json()`: it
 * reads bodies itself, byte by byte, as SCIM has rules for them.
 *
 * @throws an Error for an option, a switch or a deviation that does not exist; it names what there is.
 */
export function receiverMiddleware(options: ReceiverOptions = {}): ReceiverMiddleware {
  assertReceiverOptions('receiverMiddleware', options)
  const receiver = createReceiver(options)
  const middleware: Middleware = (request, response, next) => {
    if (!OWN_PATHS.test(request.url ?? '')) next()
    else if ('body' in request && request.body !== undefined) next(new Error(PARSED_ALREADY))
    else receiver.handle(request, response)
  }
  return Object.assign(middleware, { receiver })
}

const PARSED_ALREADY =
  'The body was read before the receiver saw it. Put app.use(receiverMiddleware()) above express.json() and its like.'
