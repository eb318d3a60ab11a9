// Microsoft Graph's address space over HTTP: access, bodies, headers. What a call means is in `operations`.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { BodyPacked, BodyTooLong, readJsonBody } from '@scimulator/shared/http'
import type { EntraContext } from '../context.ts'
import { answerBatch } from './batch.ts'
import { createDispatch, type Dispatch, errorAnswer } from './dispatch.ts'
import { badRequest, GraphError } from './graph-error.ts'
import type { GraphAnswer } from './operation.ts'

export interface GraphSurface {
  /** Answers requests below /v1.0 and /beta; resolves to false, having written nothing, for others. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
}

/** Who judges tokens; this surface only says what is wrong with one. */
export interface TokenJudge {
  /** What an Authorization header vouches for, or why it does not. */
  authenticate(authorization: string | undefined): object | 'missing' | 'malformed' | 'forged' | 'expired'
}

export function createGraphSurface(context: EntraContext, signIn: TokenJudge): GraphSurface {
  const dispatch = createDispatch(context)
  return {
    async handle(request, response) {
      const match = /^\/(v1\.0|beta)(\/.*)$/s.exec(request.url ?? '')
      if (!match?.[2]) return refuseVersion(request, response, context)
      const version = match[1] === 'beta' ? 'beta' : 'v1.0'
      const answer = await answerRequest(request, version, match[2], { context, signIn, dispatch })
      write(response, answer, request, context)
      return true
    },
  }
}

/** `/v2.0/users`: Graph has no such version. Other paths are somebody else's. */
function refuseVersion(request: IncomingMessage, response: ServerResponse, context: EntraContext): boolean {
  const version = /^\/(v\d[\w.]*)(?:[/?]|$)/.exec(request.url ?? '')?.[1]
  if (version === undefined || version === 'v1.0') return false
  const error = new GraphError(400, 'BadRequest', `Invalid version: ${version}. Known: v1.0, beta.`)
  write(response, errorAnswer(error, context), request, context)
  return true
}

interface Surface {
  readonly context: EntraContext
  readonly signIn: TokenJudge
  readonly dispatch: Dispatch
}

async function answerRequest(
  request: IncomingMessage,
  version: 'v1.0' | 'beta',
  url: string,
  { context, signIn, dispatch }: Surface,
): Promise<GraphAnswer> {
  try {
    assertToken(signIn.authenticate(request.headers.authorization))
    const body = await bodyOf(request)
    const method = request.method ?? 'GET'
    const root = `${originOf(request)}/${version}`
    if (method === 'POST' && /^\/\$batch(\?|$)/.test(url)) return await answerBatch(body, { version, root }, dispatch)
    const level = request.headers.consistencylevel
    const consistencyLevel = typeof level === 'string' ? level : undefined
    return await dispatch({ method, url, body, version, root, consistencyLevel })
  } catch (error) {
    return errorAnswer(error, context)
  }
}

const TOKEN_PROBLEMS: Readonly<Record<string, string>> = {
  missing: 'Access token is empty.',
  malformed: 'CompactToken parsing failed: the Authorization header holds no bearer token in JWT form.',
  forged: 'Signing key is invalid: the token was not issued by this tenant.',
  expired: 'Lifetime validation failed, the token is expired.',
}

function assertToken(claims: ReturnType<TokenJudge['authenticate']>): void {
  if (typeof claims !== 'string') return
  const challenge = {
    'www-authenticate': 'Bearer realm="", authorization_uri="https://localhost/common/oauth2/authorize"',
  }
  throw new GraphError(401, 'InvalidAuthenticationToken', TOKEN_PROBLEMS[claims] ?? claims, challenge)
}

/** Graph takes bodies of at most 4 MB. */
const LARGEST_BODY = 4 * 1024 * 1024

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (Number(request.headers['content-length']) > LARGEST_BODY) throw tooLarge()
  try {
    const body = await readJsonBody(request, LARGEST_BODY)
    if (body !== undefined) assertJson(request.headers['content-type'])
    return body
  } catch (error) {
    if (error instanceof GraphError) throw error
    if (error instanceof BodyTooLong) throw tooLarge()
    if (error instanceof BodyPacked) throw new GraphError(415, 'UnsupportedMediaType', error.message)
    // What says of itself that it is not JSON is refused for that, whatever is in it.
    assertJson(request.headers['content-type'])
    throw badRequest(`Unable to read JSON request payload. ${error instanceof Error ? error.message : ''}`)
  }
}

function tooLarge(): GraphError {
  return new GraphError(413, 'RequestEntityTooLarge', `The body is longer than ${LARGEST_BODY} bytes.`)
}

/** A body of another media type is refused (Graph: Error responses, 415); one without a type is taken for JSON. */
function assertJson(type: string | undefined): void {
  if (type === undefined || /^\s*application\/([\w.-]+\+)?json\s*(;|$)/i.test(type)) return
  const message = `Entity only allows writes with a JSON Content-Type header, not '${type}'.`
  throw new GraphError(415, 'UnsupportedMediaType', message)
}

function originOf(request: IncomingMessage): string {
  const scheme = 'encrypted' in request.socket ? 'https' : 'http'
  return `${scheme}://${request.headers.host ?? 'localhost'}`
}

function write(response: ServerResponse, answer: GraphAnswer, request: IncomingMessage, { ports }: EntraContext): void {
  const { status, headers = {} } = answer
  const requestId = ports.ids.uuid('request-id')
  const given = request.headers['client-request-id']
  const ids = { 'request-id': requestId, 'client-request-id': typeof given === 'string' ? given : requestId }
  const body = withRequestIds(answer.body, ids)
  const text = body === undefined ? undefined : JSON.stringify(body)
  // A number alone is the answer to $count, which is plain text (Graph: user list, Example: Get only a count of users).
  const type = typeof body === 'number' ? 'text/plain;charset=utf-8' : JSON_TYPE
  response.writeHead(status, {
    ...headers,
    ...ids,
    'odata-version': '4.0',
    ...(text === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(text) }),
  })
  response.end(text)
}

const JSON_TYPE = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'

/** An error names the request as the headers do, so that a person can find it in either (Graph: Error responses). */
function withRequestIds(body: unknown, ids: Readonly<Record<string, string>>): unknown {
  if (typeof body !== 'object' || body === null || !('error' in body)) return body
  const { error } = body
  if (typeof error !== 'object' || error === null || !('innerError' in error)) return body
  return { ...body, error: { ...error, innerError: { ...Object(error.innerError), ...ids } } }
}
