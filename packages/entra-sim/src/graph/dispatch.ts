// One request to the surface, whether it came over HTTP or within a batch.
import { VerbError } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import type { EntraContext } from '../context.ts'
import { badRequest, GraphError } from './graph-error.ts'
import { asAllowed, listedBy } from './odata/advanced-query.ts'
import { readODataQuery } from './odata/query.ts'
import type { GraphAnswer, GraphMemory, GraphMethod } from './operation.ts'
import { OPERATIONS } from './operations/index.ts'
import { assertAsked } from './resources/declared-properties.ts'
import { createRouter } from './route.ts'

export interface RawCall {
  readonly method: string
  /** Path and query below the version, such as `/users?$top=5`. */
  readonly url: string
  readonly body: unknown
  /** The header ConsistencyLevel, where it was sent. */
  readonly consistencyLevel?: string | undefined
  readonly version: 'v1.0' | 'beta'
  /** `https://localhost:8443/v1.0` */
  readonly root: string
}

export type Dispatch = (call: RawCall) => Promise<GraphAnswer>

const router = createRouter(OPERATIONS)

export function createDispatch(context: EntraContext): Dispatch {
  const memory: GraphMemory = { onDemandAt: [] }
  return async (call) => {
    try {
      const answer = await answerCall(call, context, memory)
      await context.ports.durable()
      return answer
    } catch (error) {
      return errorAnswer(error, context)
    }
  }
}

async function answerCall(call: RawCall, context: EntraContext, memory: GraphMemory): Promise<GraphAnswer> {
  const { method, url, body, version, root } = call
  const [path = '', search = ''] = splitOnce(url, '?')
  const found = router.route(method, path)
  if (!found) throw new GraphError(404, 'BadRequest', `Resource not found for the segment '${path}'.`)
  if ('allowed' in found) {
    const allow = [...new Set(found.allowed)].join(', ')
    throw new GraphError(405, 'Request_BadRequest', `${path} takes ${allow}, not ${method}.`, { allow })
  }
  const { operation, parameters } = found
  const isEventual = call.consistencyLevel?.trim().toLowerCase() === 'eventual'
  const asked = readODataQuery(search)
  assertAsked(version, listedBy(operation.template) ?? '', asked)
  const query = asAllowed(operation.template, asked, isEventual)
  assertExpands(operation.template, query.expand)
  // The router has found an operation of this method, so it is one of Graph's.
  return operation.handle({
    context,
    method: method as GraphMethod,
    version,
    root,
    path,
    parameters,
    query,
    search,
    body,
    memory,
  })
}

/** The operations that read `$expand`; anywhere else it is refused rather than ignored. */
const EXPANDING: ReadonlySet<string> = new Set(['/users', '/users/{user}', '/groups', '/groups/{group}'])

function assertExpands(template: string, expand: readonly string[] | undefined): void {
  if (expand && !EXPANDING.has(template)) throw badRequest(`$expand is not supported on ${template}.`)
}

const STATUS: Readonly<Record<VerbError['code'], readonly [number, string]>> = {
  'not-found': [404, 'Request_ResourceNotFound'],
  // Graph answers 400 when a name is taken or a member is there already.
  conflict: [400, 'Request_BadRequest'],
  invalid: [400, 'Request_BadRequest'],
  refused: [400, 'Request_BadRequest'],
}

export function errorAnswer(error: unknown, { ports }: EntraContext): GraphAnswer {
  const { status, code, message, headers, inner } = describeError(error)
  const innerError = {
    ...(inner === undefined ? {} : { code: inner }),
    date: isoTime(ports.now()),
    'request-id': ports.ids.uuid('request-id'),
  }
  return { status, headers, body: { error: { code, message, innerError } } }
}

function describeError(
  error: unknown,
): Pick<GraphError, 'status' | 'code' | 'message' | 'headers'> & Partial<Pick<GraphError, 'inner'>> {
  if (error instanceof GraphError) return error
  if (error instanceof VerbError) {
    const [status, code] = STATUS[error.code]
    const schemaCode = error.message.startsWith('SchemaInvalid') ? 'SchemaInvalid' : code
    return { status, code: schemaCode, message: error.message, headers: {} }
  }
  const message = error instanceof Error ? error.message : String(error)
  return { status: 500, code: 'InternalServerError', message, headers: {} }
}

function splitOnce(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
