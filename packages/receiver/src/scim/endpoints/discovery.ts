import { type JsonObject, listResponse, quoteForDetail, ScimError } from '@scimulator/shared/scim'
import { type Answer, jsonAnswer } from '../answer/answer.ts'
import type { Call } from '../request/call.ts'

/**
 * The list of a discovery endpoint. It is not filtered: RFC 7644 §4 asks for 403, so that a client does not take a part for the
 * whole. Paging and sorting parameters are ignored. @throws ScimError 403
 */
export function discoveryList({ query }: Call, resources: readonly JsonObject[]): Answer {
  if (query.has('filter')) throw new ScimError('forbidden', 'Discovery endpoints cannot be filtered.')
  return jsonAnswer(listResponse(resources, resources.length, { startIndex: 1, count: undefined }))
}

/** One resource of a discovery endpoint, by id in any case. @throws ScimError 404 */
export function discoveryItem(what: string, resources: readonly JsonObject[], id: string): Answer {
  const wanted = id.toLowerCase()
  const found = resources.find((resource) => String(resource.id).toLowerCase() === wanted)
  if (found) return jsonAnswer(found)
  throw new ScimError('notFound', `There is no ${what} ${quoteForDetail(id)}.`)
}
