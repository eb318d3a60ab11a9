import type { ResourceKind } from '../directory/record.ts'
import type { Answer } from './answer.ts'
import { runBulk } from './bulk.ts'
import type { Call } from './call.ts'
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

export type Endpoint = (call: Call) => Answer

/** The methods of one path. HEAD follows GET, and OPTIONS is answered for all of them. */
export type Route = Readonly<Record<string, Endpoint>>

/** The route of a path below the base path; undefined for a path that does not exist. */
export function findRoute(segments: readonly string[]): Route | undefined {
  const [collection, id] = segments
  if (segments.length > 2) return undefined
  if (collection === undefined) return rootRoute
  const kind = KINDS.get(collection)
  if (kind) return id === undefined ? collectionRoutes[kind] : itemRoute(kind, id)
  const found = singleRoutes.get(collection)
  if (found) return id === undefined ? found : undefined
  return discoveryRoute(collection, id)
}

const KINDS: ReadonlyMap<string, ResourceKind> = new Map([
  ['Users', 'User'],
  ['Groups', 'Group'],
])

const BOTH: readonly ResourceKind[] = ['User', 'Group']

const rootRoute: Route = { GET: (call) => listResources(call, BOTH) }

const collectionRoutes: Readonly<Record<ResourceKind, Route>> = {
  User: collectionRoute('User'),
  Group: collectionRoute('Group'),
}

const singleRoutes: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['.search', { POST: (call) => searchResources(call, BOTH) }],
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
