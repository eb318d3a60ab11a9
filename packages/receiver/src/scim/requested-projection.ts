import { compileProjection, type Projection } from '@scimulator/shared/scim'
import type { ResourceKind } from '../directory/record.ts'
import type { Call } from './call.ts'
import { type SearchRequest, searchFromQuery } from './search-request.ts'

/** What `attributes` and `excludedAttributes` of the query ask for (RFC 7644 §3.9); undefined when neither is given. */
export function requestedProjection(call: Call, kind: ResourceKind): Projection | undefined {
  return call.query.size === 0 ? undefined : projectionOf(call, kind, searchFromQuery(call.query))
}

export function projectionOf(call: Call, kind: ResourceKind, search: SearchRequest): Projection | undefined {
  const { attributes, excludedAttributes } = search
  if (attributes === undefined && excludedAttributes === undefined) return undefined
  return compileProjection(call.profile.resourceTypes[kind], {
    ...(attributes === undefined ? {} : { attributes }),
    ...(excludedAttributes === undefined ? {} : { excludedAttributes }),
  })
}
