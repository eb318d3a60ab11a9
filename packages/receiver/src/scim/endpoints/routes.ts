import type { ResourceKind } from '../../directory/record.ts'
import { kindAt, type Profile } from '../../profile/profile.ts'
import type { Answer } from '../answer/answer.ts'
import type { Steps } from '../answer/steps.ts'
import type { Call } from '../request/call.ts'
import { runBulk } from './bulk.ts'
import { createResource } from './create-resource.ts'
import { deleteResource } from './delete-resource.ts'
import { getResource } from './get-resource.ts'
import { refuseMe } from './me.ts'
import { patchResource } from './patch-resource.ts'
import { replaceResource } from './replace-resource.ts'
import { getResourceType, listResourceTypes } from './resource-types.ts'
import { getSchema, listSchemas } from './schemas.ts'
import { listResources, searchResources } from './search-resources.ts'
import { getServiceProviderConfig } from './service-provider-config.ts'

/** What takes long is answered in steps. */
type Endpoint = (call: Call) => Answer | Steps<Answer>

/** The methods of one path. HEAD follows GET, and OPTIONS is answered for all of them. */
export type Route = Readonly<Record<string, Endpoint>>

/** The route of a path below the base path; undefined for a path that does not exist. */
export function findRoute(segments: readonly string[], profile: Pick<Profile, 'resourceTypes'>): Route | undefined {
  const [collection, id] = segments
  if (segments.length > 2) return undefined
  if (collection === undefined) return { GET: (call) => listResources(call, Object.keys(profile.resourceTypes)) }
  const kind = kindAt(profile, `/${collection}`)
  if (kind) return id === undefined ? collectionRoute(kind) : itemRoute(kind, id)
  const found = singleRoutes.get(collection)
  if (found) return id === undefined ? found : undefined
  return discoveryRoute(collection, id)
}

const singleRoutes: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['.search', { POST: (call) => searchResources(call, Object.keys(call.profile.resourceTypes)) }],
  ['Bulk', { POST: runBulk }],
  ['Me', { GET: refuseMe, POST: refuseMe, PUT: refuseMe, PATCH: refuseMe, DELETE: refuseMe }],
  ['ServiceProviderConfig', { GET: getServiceProviderConfig }],
])

function collectionRoute(kind: ResourceKind): Route {
  return { GET: (call) => listResources(call, [kind]), POST: (call) => createResource(call, kind) }
}

function itemRoute(kind: ResourceKind, id: string): Route {
  if (id === '.search') return { POST: (call) => searchResources(call, [kind]) }
  return {
    GET: (call) => getResource(call, kind, id),
    PUT: (call) => replaceResource(call, kind, id),
    PATCH: (call) => patchResource(call, kind, id),
    DELETE: (call) => deleteResource(call, kind, id),
  }
}

function discoveryRoute(collection: string, id: string | undefined): Route | undefined {
  if (collection === 'ResourceTypes') {
    return { GET: id === undefined ? listResourceTypes : (call) => getResourceType(call, id) }
  }
  if (collection === 'Schemas') return { GET: id === undefined ? listSchemas : (call) => getSchema(call, id) }
  return undefined
}
