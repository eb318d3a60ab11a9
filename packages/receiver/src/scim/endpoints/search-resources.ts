import { ScimError } from '@scimulator/shared/scim'
import type { ResourceKind } from '../../directory/record.ts'
import type { Answer } from '../answer/answer.ts'
import type { Steps } from '../answer/steps.ts'
import { type Call, jsonBody } from '../request/call.ts'
import { type SearchRequest, searchFromBody, searchFromQuery } from '../request/search-request.ts'
import { cursorAnswer } from './cursor-list.ts'
import { listAnswer } from './list.ts'

/** GET /Users, GET /Groups, and GET on the base path, which searches both (RFC 7644 §3.4.2). */
export function listResources(call: Call, kinds: readonly ResourceKind[]): Steps<Answer> {
  return pageAnswer(call, kinds, searchFromQuery(call.query))
}

/** POST …/.search (RFC 7644 §3.4.3). */
export function searchResources(call: Call, kinds: readonly ResourceKind[]): Steps<Answer> {
  return pageAnswer(call, kinds, searchFromBody(jsonBody(call)))
}

/** By cursor or by index, as the client asks and the profile has it. @throws ScimError 400 when both are asked for */
function pageAnswer(call: Call, kinds: readonly ResourceKind[], search: SearchRequest): Steps<Answer> {
  const { pagination } = call.profile
  if (pagination === undefined || pagination === 'index') return listAnswer(call, kinds, search)
  if (search.cursor !== undefined && search.startIndex !== undefined) {
    throw new ScimError('invalidValue', 'cursor and startIndex exclude one another (RFC 9865 §2).')
  }
  if (pagination === 'both' && search.cursor === undefined) return listAnswer(call, kinds, search)
  return cursorAnswer(call, kinds, search)
}
