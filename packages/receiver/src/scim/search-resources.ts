import type { ResourceKind } from '../directory/record.ts'
import type { Answer } from './answer.ts'
import { type Call, jsonBody } from './call.ts'
import { listAnswer } from './list.ts'
import { searchFromBody, searchFromQuery } from './search-request.ts'

/** GET /Users, GET /Groups, and GET on the base path, which searches both (RFC 7644 §3.4.2). */
export function listResources(call: Call, kinds: readonly ResourceKind[]): Answer {
  return listAnswer(call, kinds, searchFromQuery(call.query))
}

/** POST …/.search (RFC 7644 §3.4.3). */
export function searchResources(call: Call, kinds: readonly ResourceKind[]): Answer {
  return listAnswer(call, kinds, searchFromBody(jsonBody(call)))
}
