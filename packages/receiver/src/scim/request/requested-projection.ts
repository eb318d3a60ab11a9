import {
  type AttributeDefinition,
  compileProjection,
  type Projection,
  type ResourceTypeDefinition,
} from '@scimulator/shared/scim'
import type { ResourceKind } from '../../directory/record.ts'
import { resourceTypeOf } from '../../profile/profile.ts'
import type { Call } from './call.ts'
import { knownByName } from './known-attributes.ts'
import { type SearchRequest, searchFromQuery } from './search-request.ts'

/** What `attributes` and `excludedAttributes` of the query ask for (RFC 7644 §3.9); undefined when neither is given. */
export function requestedProjection(call: Call, kind: ResourceKind): Projection | undefined {
  return projectionOf(call, kind, call.query.size === 0 ? {} : searchFromQuery(call.query))
}

export function projectionOf(call: Call, kind: ResourceKind, search: SearchRequest): Projection | undefined {
  const { attributes, excludedAttributes } = search
  const isWhole = attributes === undefined && excludedAttributes === undefined
  if (isWhole && !isPartlyHidden(resourceTypeOf(call.profile, kind))) return undefined
  return compileProjection(knownByName(call, kind, [attributes, excludedAttributes]), {
    ...(attributes === undefined ? {} : { attributes }),
    ...(excludedAttributes === undefined ? {} : { excludedAttributes }),
  })
}

const partlyHidden = new WeakMap<ResourceTypeDefinition, boolean>()

/** Whether a declared attribute is not returned unasked (RFC 7643 §2.2). Those of RFC 7643 itself are not kept, or made on read. */
function isPartlyHidden(resourceType: ResourceTypeDefinition): boolean {
  const known = partlyHidden.get(resourceType)
  if (known !== undefined) return known
  const { schema, schemaExtensions } = resourceType
  const attributes = [...schema.attributes, ...schemaExtensions.flatMap((extension) => extension.schema.attributes)]
  const isHidden = attributes.filter(({ name }) => name !== 'password' && name !== 'members').some(hides)
  partlyHidden.set(resourceType, isHidden)
  return isHidden
}

function hides({ returned, subAttributes = [] }: AttributeDefinition): boolean {
  return returned === 'request' || returned === 'never' || subAttributes.some(hides)
}
