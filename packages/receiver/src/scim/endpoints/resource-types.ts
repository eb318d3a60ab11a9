import { type JsonObject, resourceTypeToResource } from '@scimulator/shared/scim'
import type { Answer } from '../answer/answer.ts'
import type { Call } from '../request/call.ts'
import { discoveryItem, discoveryList } from './discovery.ts'

/** GET /ResourceTypes (RFC 7644 §4). */
export function listResourceTypes(call: Call): Answer {
  return discoveryList(call, resourceTypesOf(call))
}

/** GET /ResourceTypes/{name} */
export function getResourceType(call: Call, id: string): Answer {
  return discoveryItem('resource type', resourceTypesOf(call), id)
}

function resourceTypesOf({ profile, baseUrl }: Call): readonly JsonObject[] {
  return Object.values(profile.resourceTypes).map((resourceType) => ({
    ...resourceTypeToResource(resourceType),
    meta: { resourceType: 'ResourceType', location: `${baseUrl}/ResourceTypes/${resourceType.id}` },
  }))
}
