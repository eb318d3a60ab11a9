// Okta's management API below `/api/v1`: a table of operations, each an adapter over the same acts as the verbs.
import type { IncomingMessage } from 'node:http'
import { VerbError } from '@scimulator/shared/behaviour'
import {
  BodyTooLong,
  operationTable,
  type RequestTarget,
  readJsonBody,
  requestTarget,
  unescaped,
  writeAnswer,
} from '@scimulator/shared/http'
import type { Surface } from '@scimulator/shared/program'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { ApiError } from './api-error.ts'
import { authenticate } from './api-token.ts'
import { applicationFeatureOperations } from './application-features.ts'
import { applicationGroupOperations } from './application-groups.ts'
import { applicationUserOperations } from './application-users.ts'
import { applicationOperations } from './applications.ts'
import { groupMemberOperations } from './group-members.ts'
import { groupPushOperations } from './group-push-mappings.ts'
import { groupRuleOperations } from './group-rules.ts'
import { groupOperations } from './groups.ts'
import { logOperations } from './logs.ts'
import { mappingOperations } from './mappings.ts'
import type { ApiAnswer, Operation } from './operation.ts'
import { RateLimit, rateLimitHeaders } from './rate-limit.ts'
import { userLifecycleOperations } from './user-lifecycle.ts'
import { userResourceOperations } from './user-resources.ts'
import { userOperations } from './users.ts'

export const operations: readonly Operation[] = [
  ...userOperations,
  ...userLifecycleOperations,
  ...userResourceOperations,
  ...groupRuleOperations,
  ...groupOperations,
  ...groupMemberOperations,
  ...applicationOperations,
  ...applicationUserOperations,
  ...applicationGroupOperations,
  ...applicationFeatureOperations,
  ...groupPushOperations,
  ...logOperations,
  ...mappingOperations,
]

export interface Api {
  readonly surface: Surface
  /** The state is another one: nothing has been asked yet. */
  begin(): void
}

/** Answers requests to the API; each answer waits until what it saw and did is durable. */
export function createApi(engine: Engine): Api {
  const limits = new RateLimit(engine.behaviour.apiRequestsPerMinute)
  return {
    async surface(request, response) {
      const target = requestTarget(request.url)
      if (!/^\/api(?:\/|$)/.test(target.pathname)) return false
      const answer = await limited(engine, limits, request, target)
      await engine.durable()
      writeAnswer(response, answer, 'application/json')
      return true
    },
    begin: () => limits.clear(),
  }
}

async function limited(
  engine: Engine,
  limits: RateLimit,
  request: IncomingMessage,
  target: RequestTarget,
): Promise<ApiAnswer> {
  try {
    authenticate(engine.org, request.headers.authorization)
  } catch (error) {
    return refusal(engine, error)
  }
  const path = target.pathname.split('/')[3] ?? ''
  const headers = rateLimitHeaders(limits.count(path, engine.now))
  const answer = await answerTo(engine, request, target, () => limits.check(path))
  return { ...answer, headers: { ...headers, ...answer.headers } }
}

async function answerTo(
  engine: Engine,
  request: IncomingMessage,
  { pathname, search }: RequestTarget,
  check: () => void,
): Promise<ApiAnswer> {
  try {
    check()
    const { operation, parameters } = route(request.method ?? '', pathname)
    const body = request.method === 'GET' ? undefined : await readJsonBody(request)
    const query = new URLSearchParams(search)
    return operation.run(engine, { params: parameters, query, body, origin: originOf(request), path: pathname })
  } catch (error) {
    return refusal(engine, error)
  }
}

const table = operationTable(operations, { readValue: unescaped })

function route(method: string, pathname: string) {
  const found = table.find(method, pathname.split('/').slice(1))
  if (!found) throw new ApiError('E0000008')
  if ('operation' in found) return found
  throw new ApiError('E0000022')
}

function originOf({ headers, socket }: IncomingMessage): string {
  const scheme = 'encrypted' in socket && socket.encrypted === true ? 'https' : 'http'
  return `${scheme}://${headers.host ?? 'localhost'}`
}

function refusal(engine: Engine, error: unknown): ApiAnswer {
  const refused = explained(error)
  return { status: refused.status, body: refused.body(engine.maker.id('oae')) }
}

/** What goes against a rule of the organization is told in the simulator's words under Okta's code. */
function explained(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  if (error instanceof z.ZodError) return invalid(error)
  if (error instanceof SyntaxError || error instanceof BodyTooLong) return new ApiError('E0000003', '', [error.message])
  if (error instanceof VerbError) return new ApiError('E0000001', 'request', [error.message])
  throw error
}

/** A cause for each place that is wrong (O942); the summary names the first. */
function invalid({ issues }: z.ZodError): ApiError {
  const causes = issues.map(({ path, code, message, ...issue }) => {
    const isMissing = code === 'invalid_type' && !('input' in issue && issue.input !== undefined)
    const isBlank = code === 'too_small' || (isMissing && message.includes('undefined'))
    return `${nameOf(path)}: ${isBlank ? 'The field cannot be left blank' : message}`
  })
  return new ApiError('E0000001', nameOf(issues[0]?.path ?? []), causes)
}

function nameOf(path: readonly PropertyKey[]): string {
  return String(path.at(-1) ?? 'request')
}
