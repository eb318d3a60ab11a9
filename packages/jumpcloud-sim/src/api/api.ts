// JumpCloud's V1, V2 and Directory Insights under one handler: a table of operations, each an adapter over the same acts as the verbs.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { VerbError } from '@scimulator/shared/behaviour'
import {
  BodyTooLong,
  type FoundOperation,
  operationTable,
  type RequestTarget,
  readJsonBody,
  requestTarget,
  unescaped,
  writeAnswer,
} from '@scimulator/shared/http'
import { z } from 'zod'
import { findApiKey } from '../directory/api-key.ts'
import type { Engine } from '../engine.ts'
import type { Initiator } from '../insights/event.ts'
import { insightsOperations } from './insights.ts'
import type { ApiAnswer, Operation } from './operation.ts'
import { applicationOperations } from './v1-applications.ts'
import { organizationOperations } from './v1-organizations.ts'
import { searchOperations } from './v1-search.ts'
import { systemUserOperations } from './v1-systemusers.ts'
import { bulkOperations } from './v2-bulk.ts'
import { graphOperations } from './v2-graph.ts'
import { groupOperations } from './v2-groups.ts'
import { importOperations } from './v2-import.ts'
import { importJobOperations } from './v2-import-jobs.ts'
import { provisionOperations } from './v2-provision.ts'
import { userGroupOperations } from './v2-usergroups.ts'

export const operations: readonly Operation[] = [
  ...systemUserOperations,
  ...searchOperations,
  ...applicationOperations,
  ...organizationOperations,
  ...userGroupOperations,
  ...groupOperations,
  ...graphOperations,
  ...bulkOperations,
  ...provisionOperations,
  ...importOperations,
  ...importJobOperations,
  ...insightsOperations,
]

/** Answers requests to the API; each answer waits until what it saw and did is durable. */
export function createApi(engine: Engine) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const answer = await answerTo(engine, request, requestTarget(request.url))
    await engine.durable()
    writeAnswer(response, answer, 'application/json; charset=utf-8')
    return true
  }
}

async function answerTo(engine: Engine, request: IncomingMessage, target: RequestTarget): Promise<ApiAnswer> {
  const { pathname, search } = target
  const isV2 = !/^\/api\/(?!v2\/)/.test(pathname)
  try {
    const by = authenticate(engine, request)
    if ('status' in by) return by
    const { operation, parameters } = route(request.method ?? '', pathname)
    const body = request.method === 'GET' ? undefined : await readJsonBody(request)
    return await operation.run(engine, {
      params: parameters,
      body,
      query: new URLSearchParams(search),
      headers: request.headers,
      by,
    })
  } catch (error) {
    return refusal(error, isV2)
  }
}

/** A request without a key is redirected to the login page; a wrong key gets a 401 (both measured on a live tenant). */
function authenticate({ view }: Engine, { headers }: IncomingMessage): Initiator | ApiAnswer {
  const shown = headers['x-api-key']
  if (typeof shown !== 'string' || shown === '') return { status: 302, headers: { location: '/login' } }
  const key = findApiKey(view.keys, shown)
  if (key) return { type: 'admin', id: key.id, email: key.email }
  return { status: 401, body: { error: 'Unauthorized', message: 'Unauthorized: api key user not found' } }
}

const table = operationTable(operations, { readValue: unescaped })

function route(method: string, pathname: string): FoundOperation<Operation> {
  const found = table.find(method, pathname.split('/').slice(1))
  if (!found) throw new VerbError('not-found', `There is no ${pathname} in this simulator`)
  if ('operation' in found) return found
  throw new VerbError('not-found', `${pathname} answers ${found.allowed.join(', ')}, not ${method}`)
}

const STATUS = { invalid: 400, 'not-found': 404, conflict: 409, refused: 422 } as const
const WORD = { 400: 'Bad Request', 404: 'Not Found', 409: 'Conflict', 422: 'Unprocessable Entity' } as const

/** V1 answers `{error, message}`, V2 `{code, message, status}`; "Already Exists" stands alone, as seen live. */
function refusal(error: unknown, isV2: boolean): ApiAnswer {
  if (error instanceof BodyTooLong) return { status: 413, body: { message: error.message } }
  const { code, message } = explained(error)
  const status = STATUS[code]
  if (message === 'Already Exists') return { status, body: { message } }
  const word = WORD[status]
  return {
    status,
    body: isV2 ? { code: status, message, status: word.toUpperCase().replaceAll(' ', '_') } : { error: word, message },
  }
}

function explained(error: unknown): { code: VerbError['code']; message: string } {
  if (error instanceof VerbError) return error
  if (error instanceof z.ZodError) return { code: 'invalid', message: z.prettifyError(error) }
  if (error instanceof SyntaxError) return { code: 'invalid', message: `The body is not JSON: ${error.message}` }
  throw error
}
