// The SCIM service provider: method, raw target, raw headers and body bytes in, answer out. Deciding, applying and answering happen
// in one tick; the answer is released when what it tells is durable.
import { quoteForDetail, ScimError } from '@scimulator/shared/scim'
import { isStopped, type Ledger, type LedgerContext } from '../ledger.ts'
import type { Profile, SourceContext } from '../profile/profile.ts'
import { type Answer, errorAnswer } from './answer/answer.ts'
import type { GroupPatch } from './answer/group-patch.ts'
import { createRendering, type Rendering } from './answer/rendering.ts'
import type { Steps } from './answer/steps.ts'
import { findRoute, type Route } from './endpoints/routes.ts'
import { serviceProviderConfig } from './endpoints/service-provider-config.ts'
import type { Handler, HandlerRequest, HandlerResponse } from './handler-port.ts'
import type { AuthenticationScheme } from './request/authentication-scheme.ts'
import { bearerTokenHash } from './request/bearer-token.ts'
import type { Call, EventSource } from './request/call.ts'
import type { Limits } from './request/limits.ts'
import { checkContentType, chooseMediaType, SCIM_JSON } from './request/media-type.ts'
import { headerValue } from './request/raw-headers.ts'
import { type RequestHead, readHead } from './request/request-head.ts'
import type { Turns } from './turns.ts'

export interface HandlerOptions {
  readonly ledger: Ledger
  readonly limits: Limits
  readonly groupPatch: GroupPatch
  /** How clients may sign in, the preferred way first. */
  readonly schemes: readonly AuthenticationScheme[]
  /** Where writes are told as security events. */
  readonly events: EventSource | undefined
  /** How what takes long is divided. */
  readonly turns: Turns
  /** Called with internal errors, which clients see as a plain 500. */
  readonly onFault?: (fault: unknown) => void
}

/** What every request is answered with. */
type HandlerParts = HandlerOptions & { readonly rendering: Rendering }

export function createHandler(options: HandlerOptions): Handler {
  const parts: HandlerParts = { ...options, rendering: createRendering() }
  return async (request) => {
    const responding = respond(parts, request)
    const response = responding instanceof Promise ? await responding : responding
    try {
      await parts.ledger.store.durable()
      return response
    } catch {
      return finish(request, errorAnswer(unavailable()), SCIM_JSON)
    }
  }
}

function respond(parts: HandlerParts, request: HandlerRequest): HandlerResponse | Promise<HandlerResponse> {
  const context = parts.ledger.context()
  try {
    if (parts.ledger.store.stopped) throw unavailable()
    const head = readHead(request, parts.limits.maxTargetLength)
    if (head.method === 'OPTIONS') return finish(request, optionsAnswer(routeOf(head, parts.ledger.profile)), SCIM_JSON)
    if (isOpenToAll(request, head)) {
      const mediaType = chooseMediaType(headerValue(request.rawHeaders, 'accept'))
      return finish(
        request,
        serviceProviderConfig(head.baseUrl, { ...parts, profile: parts.ledger.profile }),
        mediaType,
      )
    }
    const source = authenticate(parts.ledger, request, head, context)
    const mediaType = chooseMediaType(headerValue(request.rawHeaders, 'accept'))
    const answer = runEndpoint(
      routeOf(head, parts.ledger.profile),
      callOf(parts, request, head, source, context),
      request,
    )
    if ('status' in answer) return finish(request, answer, mediaType, context)
    return finishInSteps(parts, request, answer, mediaType, context)
  } catch (thrown) {
    return finish(request, answerToThrown(parts, thrown), SCIM_JSON, context)
  }
}

function finishInSteps(
  parts: HandlerParts,
  request: HandlerRequest,
  steps: Steps<Answer>,
  mediaType: string,
  context: LedgerContext,
): HandlerResponse | Promise<HandlerResponse> {
  const carriedOut = parts.turns.carryOut(steps, () => request.hasGone?.() !== true)
  if (!(carriedOut instanceof Promise)) return finish(request, carriedOut, mediaType, context)
  return carriedOut.then(
    (answer) => finish(request, answer ?? errorAnswer(gone()), answer ? mediaType : SCIM_JSON, context),
    (thrown: unknown) => finish(request, answerToThrown(parts, thrown), SCIM_JSON, context),
  )
}

/** Nobody will read it. */
function gone(): ScimError {
  return new ScimError('requestTimeout', 'The client has gone before the answer was ready.')
}

/** RFC 7644 §4: who cannot sign in yet finds out here how. A token that is shown all the same is looked at. */
function isOpenToAll({ method, rawHeaders }: HandlerRequest, { segments = [] }: RequestHead): boolean {
  const isConfiguration = segments.length === 1 && segments[0] === 'ServiceProviderConfig'
  return isConfiguration && /^(GET|HEAD)$/.test(method) && headerValue(rawHeaders, 'authorization') === undefined
}

function routeOf({ segments }: RequestHead, profile: Profile): Route {
  const route = segments && findRoute(segments, profile)
  if (!route) throw new ScimError('notFound', 'There is no such endpoint.')
  return route
}

/** @throws ScimError 400, 401, 403; the profile's traces of a refusal are kept. */
export function authenticate(
  ledger: Ledger,
  request: HandlerRequest,
  head: RequestHead,
  context: LedgerContext,
): SourceContext {
  const tokenHash = bearerTokenHash(request.rawHeaders)
  const authentication = ledger.profile.authenticate({ tokenHash, organisation: head.organisation }, context)
  ledger.commit(authentication)
  if (authentication.outcome === 'refused') throw authentication.error
  return authentication.source
}

function callOf(
  { ledger, limits, groupPatch, schemes, rendering, events }: HandlerParts,
  request: HandlerRequest,
  { method, segments = [], query, baseUrl }: RequestHead,
  source: SourceContext,
  context: LedgerContext,
): Call {
  const view = ledger.directory.organisation(source.organisation)
  const header = (name: string) => headerValue(request.rawHeaders, name)
  const { profile } = ledger
  const { body } = request
  return {
    method,
    segments,
    query,
    header,
    body,
    baseUrl,
    commit: (effects) => ledger.commit(effects),
    profile,
    view,
    hold: () => view.hold(),
    source,
    context,
    limits,
    groupPatch,
    schemes,
    rendering,
    events,
  }
}

/** The first step is taken at once, and is the last one of nearly every answer. */
function runEndpoint(route: Route, call: Call, request: HandlerRequest): Answer | Steps<Answer> {
  const endpoint = route[call.method === 'HEAD' ? 'GET' : call.method]
  if (!endpoint) return refuseMethod(call.method, route)
  if (WITH_BODY.has(call.method)) {
    checkContentType(call.header('content-type'), headerValue(request.rawHeaders, 'content-encoding'))
  }
  const answer = endpoint(call)
  if ('status' in answer) return answer
  const { done, value } = answer.next()
  return done ? value : answer
}

const WITH_BODY = new Set(['POST', 'PUT', 'PATCH'])
const KNOWN_METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

function refuseMethod(method: string, route: Route): Answer {
  if (!KNOWN_METHODS.has(method)) {
    return errorAnswer(new ScimError('notImplemented', `The method ${quoteForDetail(method)} is not implemented.`))
  }
  const allowed = allowOf(route)
  const refused = errorAnswer(new ScimError('methodNotAllowed', `${method} is not allowed here, but ${allowed} are.`))
  return { ...refused, headers: { allow: allowed } }
}

function optionsAnswer(route: Route): Answer {
  return { status: 204, headers: { allow: allowOf(route) }, body: '' }
}

function allowOf(route: Route): string {
  const methods = Object.keys(route)
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
}

/** RFC 7644 §3.12. What is not the client's fault is told to `onFault` only. */
function answerToThrown({ onFault }: HandlerParts, thrown: unknown): Answer {
  if (thrown instanceof ScimError) return errorAnswer(thrown)
  if (isStopped(thrown)) return errorAnswer(unavailable())
  onFault?.(thrown)
  return errorAnswer(new ScimError('internalServerError'))
}

function unavailable(): ScimError {
  return new ScimError('serviceUnavailable', 'The server can no longer store anything; it has to be started again.')
}

/** The answer for a request that a host could not read to its end. */
export function hostRefusal(request: Pick<HandlerRequest, 'method'>, error: ScimError): HandlerResponse {
  return finish(request, errorAnswer(error), SCIM_JSON)
}

function finish(
  { method }: Pick<HandlerRequest, 'method'>,
  answer: Answer,
  mediaType: string,
  context?: LedgerContext,
): HandlerResponse {
  const isError = answer.status >= 400
  const headers: Record<string, string> = { ...answer.headers }
  if (answer.body !== '') {
    headers['content-type'] = isError ? SCIM_JSON : mediaType
    headers['content-length'] = String(Buffer.byteLength(answer.body))
  }
  if (context?.namedExchange !== undefined) headers['x-request-id'] = context.namedExchange
  return { status: answer.status, headers, body: method === 'HEAD' ? '' : answer.body }
}
